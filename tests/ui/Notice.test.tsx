import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Notice } from '../../src/state/run.ts';
import { DivergedNotice, PageNotice } from '../../src/ui/Notice.tsx';
import { controlsPage } from './controlsPage.tsx';

describe('at the top of the page', () => {
  test.for<[Notice, RegExp]>([
    [{ kind: 'workerRestarted', update: 12000 }, /from update 12,000/],
    [{ kind: 'workerFailed' }, /could not be started again/],
  ])('%o is said', async ([notice, sentence]) => {
    controlsPage({ run: { notice }, children: <PageNotice /> });
    expect(await screen.findByText(sentence)).toBeVisible();
  });

  const unread = (...keys: string[]): Notice => ({ kind: 'linkUnread', keys });

  test.for<['en' | 'ko', Notice, string]>([
    [
      'en',
      { kind: 'linkTextTooShort', standIn: 'hello', keys: ['zzz=1'] },
      'The text in the link has fewer than two letters, so there is none to predict; “hello” stands in for it. Part of the link could not be used either: zzz=1.',
    ],
    [
      'en',
      { kind: 'linkTextTooShort', standIn: 'hello', keys: ['text=\uFFFD'] },
      'The text in the link could not be read; “hello” stands in for it.',
    ],
    [
      'ko',
      { kind: 'linkTextTooShort', standIn: 'hello', keys: ['text=\uFFFD'] },
      '링크의 글을 읽을 수 없습니다. 대신 쓰는 글은 ‘hello’입니다.',
    ],
    [
      'en',
      unread('text=\uFFFDab', 'zzz=1'),
      'Parts of the text in the link could not be read; “\uFFFD” stands in for them. Part of the link could not be used either: zzz=1.',
    ],
    ['ko', unread('text=\uFFFDab'), '링크의 글에 읽을 수 없는 부분이 있어 ‘\uFFFD’로 나타냅니다.'],
    [
      'en',
      unread('/nowhere', 'hidden=9999', 'lr=abc', 'bogus=1', 'do=5:lr:abc'),
      '“/nowhere” is no screen of this page; this is the Playground. Part of the link could not be used either: Hidden units (“hidden=9999” is not from 1 to 512; 3 is used), Learning rate (“lr=abc” was not understood; 0.01 is used), bogus=1, Interventions (do=5:lr:abc).',
    ],
    [
      'en',
      unread('hidden=0', 'layers=1.5', 'seed=-1', 'lr=2000', 'clip=-1', 'update=900000000', 't=0', 'fold=2'),
      'Part of the link could not be used: Hidden units (“hidden=0” is not from 1 to 512; 3 is used), Layers (“layers=1.5” is not a whole number from 1 to 3; 1 is used), Seed (“seed=-1” is not from 0 to 4294967295; 1430 is used), Learning rate (“lr=2000” is not from 0.000001 to 1,000; 0.01 is used), Clip gradients at (“clip=-1” is not from 0.001 to 1,000; none is used), Update (“update=900000000” is not from 0 to 100,000,000; 0 is used), Selected step (“t=0” is not from 1 to 4; 1 is used), Fold (“fold=2” is not from 0 to 1; 0 is used).',
    ],
    [
      'en',
      unread(`hidden=${'9'.repeat(25)}…`),
      `Part of the link could not be used: Hidden units (“hidden=${'9'.repeat(25)}…” is not from 1 to 512; 3 is used).`,
    ],
    [
      'en',
      unread('do', 't', 'ask', 'constructor=1'),
      'Part of the link could not be used: Interventions (not all are of weights, units or gates that this network has), Selected step (beyond the last one; 1 is used), Question (it cannot be read; the first one is used), constructor=1.',
    ],
    [
      'en',
      unread('%=', 'hidden=', '='),
      'Part of the link could not be used: %, Hidden units (“hidden” was not understood; 3 is used), =.',
    ],
    ['en', unread('a=1', '…'), 'Part of the link could not be used: a=1, and more.'],
    [
      'ko',
      unread('hidden=9999', 'cell=RNN', 'layers=1.5', 'clip=0', 'seed=-1', 'update=x', 't', 'bogus=1'),
      '링크에서 쓸 수 없는 부분이 있습니다: 은닉 유닛(‘hidden=9999’: 1부터 512까지만 가능, 대신 3), 셀(‘cell=RNN’: 이해하지 못함, 대신 RNN), 층(‘layers=1.5’: 1부터 3까지의 정수만 가능, 대신 1), 기울기 클리핑(‘clip=0’: 0.001부터 1,000까지만 가능, 대신 클리핑 없음), 시드(‘seed=-1’: 0부터 4294967295까지만 가능, 대신 1430), 갱신(‘update=x’: 이해하지 못함, 대신 0), 선택한 시점(마지막을 넘음, 대신 1), bogus=1.',
    ],
    ['ko', unread('/nowhere'), '‘/nowhere’라는 화면은 없습니다. 지금 보는 화면은 실험실입니다.'],
  ])('in %s a link is told by its parts: %o', async ([language, notice, sentence]) => {
    controlsPage({ run: { notice }, language, children: <PageNotice /> });
    expect(await screen.findByText(sentence)).toBeVisible();
  });

  test.for<[string, readonly string[], boolean]>([
    ['hidden=0&cell=gru', ['hidden=0'], true],
    ['open=inside,x', ['open=x'], true],
    ['hidden=0', ['hidden=0'], false],
    ['hidden=0&t=99', ['hidden=0', 't'], false],
    [`cell=gru&${'x'.repeat(50)}=1`, [`${'x'.repeat(32)}…`, '…'], false],
    [`${'x'.repeat(20)}=${'1'.repeat(50)}`, [`${'x'.repeat(20)}=${'1'.repeat(11)}…`], false],
  ])(
    'of a link with %s, of which %j could not be used, there is a rest: %s',
    async ([query, keys, hasRest]) => {
      window.location.hash = `#/playground?${query}`;
      controlsPage({ run: { notice: unread(...keys) }, children: <PageNotice /> });
      await screen.findByText(hasRest ? / Everything else is as in the link\.$/ : /[^k]\.$/);
      window.location.hash = '';
    },
  );

  test('a second value for the same is told to be one', async () => {
    window.location.hash = '#/playground?update=3&text=ok&hidden=3&hidden=7&text=ab&update=900000000';
    const notice = unread('hidden=7', 'text=ab', 'update=900000000');
    controlsPage({ run: { notice }, children: <PageNotice /> });
    const sentence =
      'Part of the link could not be used: Hidden units (“hidden=7” is a second value; 3 is used), Training text (“text=ab” is a second value), Update (“update=900000000” is a second value; 3 is used). Everything else is as in the link.';
    expect(await screen.findByText(sentence)).toBeVisible();
    window.location.hash = '';
  });

  test.for<['en' | 'ko', string]>([
    [
      'en',
      'Part of the link could not be used: Selected step (beyond the last one), Caption a picture (“captions=-1” is not from 0 to 100,000,000), the question of “Motion in a video” (ask-motion=z!).',
    ],
    [
      'ko',
      '링크에서 쓸 수 없는 부분이 있습니다: 선택한 시점(마지막을 넘음), 그림 설명(‘captions=-1’: 0부터 100,000,000까지만 가능), ‘영상 속 움직임’의 질문(ask-motion=z!).',
    ],
  ])('in %s a link to the five shapes is told by its parts', async ([language, sentence]) => {
    window.location.hash = '#/shapes';
    controlsPage({
      run: { notice: unread('t', 'captions=-1', 'ask-motion=z!') },
      language,
      children: <PageNotice />,
    });
    expect(await screen.findByText(sentence)).toBeVisible();
    window.location.hash = '';
  });

  test('a link to three labs is told by its parts', async () => {
    window.location.hash = '#/cells';
    controlsPage({ run: { notice: unread('seed2=-1', 'hidden=x') }, children: <PageNotice /> });
    const sentence =
      'Part of the link could not be used: Seed (“seed2=-1” is not from 0 to 4294967295), Hidden units (hidden=x).';
    expect(await screen.findByText(sentence)).toBeVisible();
    window.location.hash = '';
  });

  test('there is nothing to dismiss where nothing is to be said', () => {
    controlsPage({ children: <PageNotice /> });
    expect(screen.getByRole('alert')).toBeEmptyDOMElement();
  });

  test('a sentence can be dismissed', async () => {
    const { app, user } = controlsPage({
      run: { notice: { kind: 'workerFailed' } },
      children: <PageNotice />,
    });
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(app.actions.dismissNotice).toHaveBeenCalledTimes(1);
  });
});

describe('where training broke down', () => {
  test('it says when, how and what to do', async () => {
    const phase = { kind: 'diverged', update: 1058, loss: Number.POSITIVE_INFINITY } as const;
    controlsPage({ run: { phase }, children: <DivergedNotice /> });
    await screen.findByText(/^Training stopped/);
    const sentence = screen.getByRole('alert');
    expect(sentence).toHaveTextContent(
      'Training stopped at update 1,058: the loss was no longer a number. To go on, lower the learning rate.',
    );
  });

  test('it says nothing while training goes well', () => {
    controlsPage({ children: <DivergedNotice /> });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
