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

  test.for<['en' | 'ko', Notice, string]>([
    [
      'en',
      { kind: 'linkTextTooShort', standIn: 'hello', keys: ['zzz=1'] },
      'The text in the link has fewer than two letters, so there is none to predict; “hello” stands in for it. Part of the link could not be used either: zzz=1.',
    ],
    [
      'en',
      { kind: 'linkUnread', keys: ['/nowhere', 'hidden=9999', 'lr=abc', 'bogus=1', 'do=5:lr:abc'] },
      '“/nowhere” is no screen of this page; this is the Playground. Part of the link could not be used either: Hidden units (“hidden=9999” was not understood; 3 is used), Learning rate (“lr=abc” was not understood; 0.01 is used), bogus=1, Interventions (do=5:lr:abc).',
    ],
    [
      'en',
      { kind: 'linkUnread', keys: ['do', 't', 'constructor=1'] },
      'Part of the link could not be used: changes to weights, units or gates that this network does not have, a step beyond the last one, constructor=1. Everything else is as in the link.',
    ],
    [
      'ko',
      { kind: 'linkUnread', keys: ['hidden=9999', 'cell=RNN', 'layers=9', 'seed=-1', 'update=x', 'bogus=1'] },
      '링크에서 쓸 수 없는 부분이 있습니다: 은닉 유닛(‘hidden=9999’: 이해하지 못해 3 사용), 셀(‘cell=RNN’: 이해하지 못해 RNN 사용), 층(‘layers=9’: 이해하지 못해 1 사용), 시드(‘seed=-1’: 이해하지 못해 1,430 사용), 갱신(update=x), bogus=1. 나머지는 링크 그대로입니다.',
    ],
    [
      'ko',
      { kind: 'linkUnread', keys: ['/nowhere'] },
      '‘/nowhere’라는 화면은 없습니다. 지금 보는 화면은 실험실입니다.',
    ],
  ])('in %s a link is told by its parts: %o', async ([language, notice, sentence]) => {
    controlsPage({ run: { notice }, language, children: <PageNotice /> });
    expect(await screen.findByText(sentence)).toBeVisible();
  });

  test.for<['en' | 'ko', string]>([
    [
      'en',
      'Part of the link could not be used: a step beyond the last one, Caption a picture (captions=-1), the question of “Motion in a video” (ask-motion=z!). Everything else is as in the link.',
    ],
    [
      'ko',
      '링크에서 쓸 수 없는 부분이 있습니다: 마지막을 넘는 시점, 그림 설명(captions=-1), ‘영상 속 움직임’의 질문(ask-motion=z!). 나머지는 링크 그대로입니다.',
    ],
  ])('in %s a link to the five shapes is told by its parts', async ([language, sentence]) => {
    window.location.hash = '#/shapes';
    const notice = { kind: 'linkUnread', keys: ['t', 'captions=-1', 'ask-motion=z!'] } as const;
    controlsPage({ run: { notice }, language, children: <PageNotice /> });
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
