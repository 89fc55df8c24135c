import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Notice } from '../../src/state/run.ts';
import { DivergedNotice, PageNotice } from '../../src/ui/Notice.tsx';
import { controlsPage } from './controlsPage.tsx';

describe('at the top of the page', () => {
  test.for<[Notice, RegExp]>([
    [
      { kind: 'linkTextTooShort', standIn: 'hello', keys: ['zzz'] },
      /“hello” stands in for it\. These parts .*: zzz\./,
    ],
    [{ kind: 'linkUnread', keys: ['do'] }, /do \(changes out of order, of no known kind, or of weights/],
    [{ kind: 'linkUnread', keys: ['cell', 'units'] }, /could not be read: cell, units\./],
    [{ kind: 'workerRestarted', update: 12000 }, /from update 12,000/],
    [{ kind: 'workerFailed' }, /could not be started again/],
  ])('%o is said', ([notice, sentence]) => {
    controlsPage({ run: { notice }, children: <PageNotice /> });
    expect(screen.getByRole('alert')).toHaveTextContent(sentence);
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
  test('it says when, how, what is on screen and what to do', () => {
    const phase = { kind: 'diverged', update: 1058, loss: Number.POSITIVE_INFINITY } as const;
    controlsPage({ run: { phase }, children: <DivergedNotice /> });
    const sentence = screen.getByRole('alert');
    expect(sentence).toHaveTextContent(
      /at update 1,058: .* loss was no longer a number.* You see update 57, the last good one/,
    );
    expect(sentence).toHaveTextContent(
      /Lower the learning rate, then train on from here or press Reset; or turn on “Clip gradients at”, which starts again\.$/,
    );
  });

  test('it says nothing while training goes well', () => {
    controlsPage({ children: <DivergedNotice /> });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
