import { describe, expect, it } from 'vitest';
import { createTrainer, examineExamples, type ModelConfig } from '../../src/engine/index.ts';
import { createSweep, type SweepMemory } from '../../src/labs/sweep.ts';
import {
  DEFAULT_CHOICE,
  isSameTrial,
  keptOver,
  mediansOf,
  OPEN_BIAS,
  progressOf,
  type Result,
  resultsOf,
  trialsOf,
} from '../../src/state/sweep.ts';
import { modelSizes } from '../../src/tasks/exercise.ts';
import { recallExercise } from '../../src/tasks/recall.ts';
import { createHub } from '../../src/worker/hub.ts';
import { createFakeBrowser } from '../fakeBrowser.ts';

function open({ choice = DEFAULT_CHOICE, memory = { kept: undefined } as SweepMemory } = {}) {
  const browser = createFakeBrowser();
  const chosen: string[] = [];
  const sweep = createSweep({
    hub: createHub(browser.thread),
    clock: { ...browser.window, now: browser.window.performance.now },
    choice,
    memory,
    onChoice: (field) => chosen.push(field),
  });
  return { browser, chosen, ...sweep };
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
  const trainer = createTrainer({ model, training: recommended.training, seed, examples: examples() });
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
  }, 30_000);

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

  it('goes on with what is chosen meanwhile, once a dragged lag stands still', async () => {
    const { browser, chosen, store, actions } = open();
    actions.choose({ seeds: 1, budget: 200, lag: 8 });
    actions.measure();
    expect(store.getState().now?.trial).toMatchObject({ lag: 2, cell: 'rnn', seed: 1 });
    const created = () => browser.worker.received.filter(({ type }) => type === 'create').length;
    await browser.frames(1);
    for (const lag of [9, 10, 11, 12]) actions.choose({ lag });
    expect(store.getState()).toMatchObject({ isMeasuring: true, now: null });
    const before = created();
    await browser.until(() => store.getState().now !== null);
    expect(store.getState().now?.trial.lag).toBe(3);
    await browser.frames(1);
    expect(created()).toBe(before + 1);
    expect(chosen).toEqual(['seeds,budget,lag', 'lag', 'lag', 'lag', 'lag']);
    await browser.until(() => store.getState().results.length === 3);
    expect(store.getState().results.map(({ update, ...trial }) => trial)).toEqual(
      trialsOf(store.getState().choice).slice(0, 3),
    );
  });

  it('lets the network under way finish where the new choice has it too', async () => {
    const { browser, store, actions } = open();
    actions.choose({ seeds: 1, budget: 200, lag: 8 });
    actions.measure();
    await browser.until(() => (store.getState().now?.update ?? 0) > 0);
    const { now } = store.getState();
    actions.choose({ seeds: 3 });
    expect(store.getState().now).toEqual(now);
  });

  it('that is stopped while a choice settles does not begin again', async () => {
    const { browser, store, actions } = open();
    actions.measure();
    actions.choose({ lag: 40 });
    actions.stop();
    await browser.frames(60);
    expect(store.getState()).toMatchObject({ isMeasuring: false, now: null, results: [] });
  });
});

describe('what was measured when the screen was left', () => {
  const CHOICE = { ...DEFAULT_CHOICE, lag: 2, seeds: 1, budget: 200 };
  const trialOf = ({ update, ...trial }: Result) => trial;

  /** Measures until so many results are there, and leaves. */
  async function leaveWith(count: number) {
    const memory: SweepMemory = { kept: undefined };
    const { browser, store, actions, dispose } = open({ choice: CHOICE, memory });
    actions.measure();
    await browser.until(() => store.getState().results.length === count);
    dispose();
    return { memory, results: store.getState().results };
  }

  it('is there again, and nothing more is measured where nothing was left', async () => {
    const { memory, results } = await leaveWith(trialsOf(CHOICE).length);
    const { browser, store } = open({ choice: CHOICE, memory });
    expect(store.getState()).toMatchObject({ results, isMeasuring: false, now: null });
    await browser.frames(60);
    expect(browser.workers.flatMap(({ received }) => received)).toEqual([]);
  });

  it('goes on with what was left to measure, and ends with what one that is not interrupted finds', async () => {
    const { memory, results } = await leaveWith(3);
    const { browser, store } = open({ choice: CHOICE, memory });
    expect(store.getState()).toMatchObject({ results, isMeasuring: true });
    await browser.until(() => !store.getState().isMeasuring);
    expect(store.getState().results.slice(0, 3)).toEqual(results);
    expect(store.getState().results.map(trialOf)).toEqual(trialsOf(CHOICE));
    const created = browser.worker.received.filter(({ type }) => type === 'create');
    expect(created).toHaveLength(trialsOf(CHOICE).length - 3);
    const { results: whole } = await leaveWith(trialsOf(CHOICE).length);
    expect(store.getState().results).toEqual(whole);
  });

  it('stands still where something else is chosen now, and is told', async () => {
    const { memory, results } = await leaveWith(3);
    const { browser, store, actions } = open({ memory });
    await browser.frames(60);
    expect(store.getState()).toMatchObject({ measured: CHOICE, isMeasuring: false, now: null });
    expect(progressOf(CHOICE, store.getState().results)).toEqual({ done: 3, all: 10 });
    actions.choose(CHOICE);
    expect(store.getState()).toMatchObject({ results, isMeasuring: false });
  });

  it('is also there the time after next, and stays stopped where it was stopped', async () => {
    const { memory, results } = await leaveWith(3);
    const second = open({ choice: CHOICE, memory });
    second.actions.stop();
    second.dispose();
    open({ memory }).dispose();
    expect(open({ choice: CHOICE, memory }).store.getState()).toMatchObject({ results, isMeasuring: false });
  });
});

it('gates that begin half open lose half of the state at each step, open ones little', () => {
  expect(keptOver(10, 0)).toBeCloseTo(1 / 1024, 12);
  expect(keptOver(20, OPEN_BIAS.lstm)).toBeGreaterThan(0.85);
  expect(keptOver(20, OPEN_BIAS.gru)).toBeLessThan(keptOver(20, OPEN_BIAS.lstm));
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
      { lag: 5, update: 200 },
      { lag: 10, update: null },
    ]);
  });

  it('of the vanilla cell is the same from both starts, because it has no gates', () => {
    const choice = { kind: 'same', lag: 20, budget: 500, seeds: 1 } as const;
    const rnn: Result = { ...trial, cell: 'rnn', lag: 5, seed: 1, update: 75 };
    expect(resultsOf({ choice, results: [rnn] }, 'rnn', 'open')).toEqual([rnn]);
    expect(resultsOf({ choice, results: [{ ...rnn, cell: 'gru' }] }, 'gru', 'open')).toEqual([]);
  });

  it('is not told of lags beyond the chosen one', () => {
    const choice = { kind: 'same', lag: 10, budget: 500, seeds: 1 } as const;
    const lags = resultsOf({ choice, results }, 'gru', 'plain').map(({ lag }) => lag);
    expect(new Set(lags)).toEqual(new Set([5, 10]));
  });

  it('is told of the lags that the choice has alone, as many as are counted', () => {
    const choice = { kind: 'same', lag: 40, budget: 500, seeds: 3 } as const;
    const lags = resultsOf({ choice, results }, 'gru', 'plain').map(({ lag }) => lag);
    expect(new Set(lags)).toEqual(new Set([10, 20]));
    expect(progressOf(choice, results).done).toBe(lags.length);
  });
});
