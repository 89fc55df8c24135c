import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppContext } from '../../src/ui/context.ts';
import { Outcome } from '../../src/ui/Outcome.tsx';
import type { RunPhase } from '../../src/worker/protocol.ts';
import { learningRun } from './learningRun.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const FAR = { kind: 'update', update: 99_999_999 } as const;

async function show(phase: RunPhase, until: typeof FAR | null = null) {
  const app = learningRun({ phase }, { phase, until });
  render(
    <AppContext value={app}>
      <Outcome />
    </AppContext>,
  );
  // The sentence, and what it loads in turn.
  await act(() => vi.dynamicImportSettled());
  await act(() => vi.dynamicImportSettled());
  /** So many updates in so many seconds. */
  const move = (updates: number, seconds: number) =>
    act(() => {
      for (let second = 0; second < seconds; second++) {
        app.run.setState(({ snapshot }) => ({
          snapshot: { ...snapshot, update: snapshot.update + updates / seconds },
        }));
        vi.advanceTimersByTime(1000);
      }
    });
  return { app, move };
}

const hint = () => screen.queryByText(/^On to update/)?.textContent ?? '';

test('training to an update far away says how long that takes as measured, and how to stop', async () => {
  const { move } = await show({ kind: 'training' }, FAR);
  expect(hint()).toBe('');
  move(24_000, 3);
  expect(hint()).toMatch(
    /^On to update 99,999,999: about 3 hours at 8,000 updates a second\. “Pause” stops at any time/,
  );
  move(240_000, 12);
  expect(hint()).toMatch(/about 80 minutes at 20,000 updates a second/);
});

test('so does a replay', async () => {
  const { move } = await show({ kind: 'seeking', from: 0, target: 99_999_999 });
  move(4, 4);
  expect(hint()).toMatch(/about 3 years at 1 update a second/);
});

test('nothing is said of a short way, of a run without a goal, nor after the end', async () => {
  const near = await show({ kind: 'seeking', from: 0, target: 20_000 });
  near.move(3000, 3);
  expect(hint()).toBe('');
  cleanup();
  (await show({ kind: 'training' })).move(3000, 3);
  expect(hint()).toBe('');
  cleanup();
  const far = await show({ kind: 'training' }, FAR);
  far.move(3000, 3);
  expect(hint()).not.toBe('');
  act(() => far.app.run.setState({ phase: { kind: 'paused' }, until: null }));
  expect(hint()).toBe('');
});
