import { describe, expect, it } from 'vitest';
import { createGradientReach } from '../../src/engine/gradientReach.ts';
import {
  type Ablation,
  createTrainer,
  type ModelConfig,
  NO_ABLATION,
  type OptimizerKind,
  parameterLayout,
  type TrainingConfig,
} from '../../src/engine/index.ts';
import { FULL_BATCH_SGD, modelOf, randomExample } from './setup.ts';

const T = 6;
const KINDS: readonly OptimizerKind[] = ['sgd', 'momentum', 'adagrad', 'rmsprop', 'adam'];
/** None, one that changes nothing, and one that shortens every gradient. */
const CLIPS = [null, 1e6, 1e-3];
const CASES = KINDS.flatMap((optimizer) => CLIPS.map((clipNorm) => ({ optimizer, clipNorm })));

function trainerOf(model: ModelConfig, training: Partial<TrainingConfig>, ablation: Ablation = NO_ABLATION) {
  const example = randomExample(model, T, 3);
  const chosen = { ...FULL_BATCH_SGD, learningRate: 0.01, ...training };
  const trainer = createTrainer({ model, training: chosen, seed: 4, examples: [example], ablation });
  return { trainer, example };
}

/** ΔW of every matrix as what its T uses and earlier steps give, beside what the step really does. */
function compareStep({ trainer, example }: ReturnType<typeof trainerOf>, model: ModelConfig) {
  const { parameters, ablation } = trainer;
  const reach = createGradientReach({ model, parameters, example, truncation: null, ablation });
  const before = parameters.slice();
  const views = parameterLayout(model).map((view) => {
    const { carried, scale, clipping, rounding } = trainer.explainStep(view);
    const sum = carried.slice();
    for (const [index, g] of reach.contributions(view).entries()) {
      sum[index % sum.length] += scale[index % sum.length] * g;
    }
    return { view, sum, carried, clipping, rounding };
  });
  trainer.step();
  return views.map(({ view, sum, ...rest }) => {
    const real = sum.map((_, k) => parameters[view.offset + k] - before[view.offset + k]);
    const apart = sum.reduce((most, each, k) => Math.max(most, Math.abs(each - real[k])), 0);
    return { ...rest, real, apart, name: view.name };
  });
}

describe.each(CASES)('$optimizer, clipped to $clipNorm', (training) => {
  const hasMemory = training.optimizer === 'momentum' || training.optimizer === 'adam';

  it.each(['rnn', 'lstm', 'gru'] as const)('the uses of every matrix of the %s make the step', (cell) => {
    const model = modelOf(cell, { layers: 2 });
    const run = trainerOf(model, training);
    for (let n = 0; n < 4; n++) {
      for (const { real, apart, carried, rounding, clipping, name } of compareStep(run, model)) {
        const largest = Math.max(...real.map(Math.abs));
        expect(apart, `${name} at ${n}`).toBeLessThanOrEqual(1e-11 * largest + 4e-16);
        expect(carried.some((each) => each !== 0)).toBe(hasMemory && n > 0);
        expect(rounding).toBeNull();
        expect(clipping < 1).toBe(training.clipNorm === 1e-3);
      }
    }
  });

  it('what a large network rounds is told, and is all that is missing', () => {
    const model = modelOf('lstm', { hiddenSize: 32 });
    const run = trainerOf(model, training);
    for (let n = 0; n < 3; n++) {
      for (const { apart, rounding, name } of compareStep(run, model)) {
        expect(rounding, name).not.toBeNull();
        expect(apart, name).toBeLessThanOrEqual((rounding ?? 0) + 1e-15);
        expect(rounding, name).toBeLessThan(1e-7);
      }
    }
  });

  it('goes by the learning rate in force', () => {
    const model = modelOf('rnn');
    const run = trainerOf(model, training);
    run.trainer.step();
    run.trainer.setLearningRate(0.2);
    for (const { apart } of compareStep(run, model)) expect(apart).toBeLessThan(1e-13);
  });
});

describe('what is taken out of the network', () => {
  it('a W_hh that is not used still moves by what earlier steps left', () => {
    const model = modelOf('rnn', { hiddenSize: 6 });
    const run = trainerOf(model, { optimizer: 'adam' });
    run.trainer.step();
    run.trainer.setAblation({ recurrenceCut: true, frozen: [] });
    const [, recurrent] = compareStep(run, model);
    expect(recurrent.name).toBe('rnn.weight_hh_l0');
    expect(recurrent.real.every((each) => each !== 0)).toBe(true);
    for (const [k, each] of recurrent.real.entries()) expect(each).toBeCloseTo(recurrent.carried[k], 14);
  });

  it('a frozen unit is part of the sums as of the step', () => {
    const model = modelOf('gru', { layers: 2 });
    const run = trainerOf(
      model,
      { optimizer: 'rmsprop' },
      { recurrenceCut: false, frozen: [{ layer: 0, unit: 1 }] },
    );
    for (const { apart } of compareStep(run, model)) expect(apart).toBeLessThan(1e-14);
  });
});

it('explains without changing anything', () => {
  const model = modelOf('lstm');
  const { trainer } = trainerOf(model, { optimizer: 'adam', clipNorm: 0.1 });
  trainer.step();
  const before = { ...trainer.save(), gradient: trainer.gradient.slice() };
  for (const view of parameterLayout(model)) trainer.explainStep(view);
  expect({ ...trainer.save(), gradient: trainer.gradient.slice() }).toEqual(before);
});
