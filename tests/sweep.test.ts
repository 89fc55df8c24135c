import { describe, expect, it } from 'vitest';
import { createTrainer, examineExamples, type ModelConfig } from '../src/engine/index.ts';
import { isSameTrial, mediansOf, type Result, resultsOf, trialsOf } from '../src/state/sweep.ts';
import { createSweep } from '../src/sweep.ts';
import { modelSizes } from '../src/tasks/exercise.ts';
import { recallExercise } from '../src/tasks/recall.ts';
import { createHub } from '../src/worker/hub.ts';
import { createFakeBrowser } from './fakeBrowser.ts';

function open() {
  const browser = createFakeBrowser();
  const hub = createHub(browser.thread);
  return { browser, hub, ...createSweep(hub) };
}

/** The same by the engine alone: the first 25th update at which 99 % of the held-out sequences are right. */
function measure(cell: 'rnn' | 'gru' | 'lstm', openGates: number, lag: number, seed: number, budget: number) {
  const { recommended, examples, heldOut, pose, ...sizes } = recallExercise({
    kind: 'firstSymbol',
    distractors: 'same',
    lag,
  });
  const model: ModelConfig = {
    cell,
    nonlinearity: 'tanh',
    hiddenSize: recommended.hiddenSize,
    layers: 1,
    ...modelSizes(sizes),
    ...(openGates > 0 && { openGates }),
  };
  const trainer = createTrainer({ model, training: recommended.training, seed, examples });
  const asked = heldOut.map(pose);
  while (trainer.update < budget) {
    for (let i = 0; i < 25; i++) trainer.step();
    const score = examineExamples(model, trainer.parameters, asked);
    if (score.examplesRight >= 0.99 * score.examples) return trainer.update;
  }
  return null;
}

describe('a sweep', () => {
  it('measures every trial of the choice as the engine alone finds it, one after the other', async () => {
    const { browser, store, actions } = open();
    actions.choose({ lag: 2, seeds: 1, budget: 200 });
    actions.measure();
    await browser.until(() => store.getState().now === null);
    const { choice, results } = store.getState();
    expect(results.map(({ update, ...trial }) => trial)).toEqual(trialsOf(choice));
    for (const { cell, start, lag, seed, update } of results.filter((result) => result.lag === 2)) {
      const gates = start === 'open' ? { rnn: 0, gru: 3, lstm: 5 }[cell] : 0;
      expect(update, `${cell} ${start}`).toBe(measure(cell, gates, lag, seed, 200));
    }
    expect(browser.workers).toHaveLength(1);
  });

  it('can be stopped, keeps what it has, and goes on from there', async () => {
    const { browser, store, actions } = open();
    actions.choose({ lag: 2, seeds: 1, budget: 200 });
    actions.measure();
    await browser.until(() => store.getState().results.length === 2);
    actions.stop();
    const { results } = store.getState();
    await browser.settle();
    expect(store.getState()).toMatchObject({ results, now: null });
    actions.measure();
    await browser.until(() => store.getState().now === null);
    const all = store.getState().results;
    expect(all.slice(0, 2)).toEqual(results);
    expect(all.every((one, index) => !all.slice(0, index).some((other) => isSameTrial(one, other)))).toBe(
      true,
    );
  });

  it('stops where something else is chosen', () => {
    const { store, actions } = open();
    actions.measure();
    expect(store.getState().now?.trial).toMatchObject({ lag: 5, cell: 'rnn', seed: 1 });
    actions.choose({ lag: 40 });
    expect(store.getState().now).toBeNull();
  });
});

describe('the median', () => {
  const trial = { kind: 'same', cell: 'gru', start: 'plain', budget: 500 } as const;
  const results: Result[] = [
    { ...trial, lag: 5, seed: 1, update: 100 },
    { ...trial, lag: 5, seed: 2, update: 300 },
    { ...trial, lag: 5, seed: 3, update: 200 },
    { ...trial, lag: 10, seed: 1, update: null },
    { ...trial, lag: 10, seed: 2, update: 400 },
    { ...trial, lag: 10, seed: 3, update: null },
    { ...trial, lag: 20, seed: 1, update: 50 },
  ];

  it('is drawn where all seeds were measured, and is none where most failed', () => {
    expect(mediansOf(results, 3)).toEqual([
      { lag: 5, update: 200, solved: 3, seeds: 3 },
      { lag: 10, update: null, solved: 1, seeds: 3 },
    ]);
  });

  it('of the vanilla cell is the same from both starts, because it has no gates', () => {
    const choice = { kind: 'same', lag: 20, budget: 500, seeds: 1 } as const;
    const rnn: Result = { ...trial, cell: 'rnn', lag: 5, seed: 1, update: 75 };
    expect(resultsOf({ choice, results: [rnn] }, 'rnn', 'open')).toEqual([rnn]);
    expect(resultsOf({ choice, results: [{ ...rnn, cell: 'gru' }] }, 'gru', 'open')).toEqual([]);
  });
});
