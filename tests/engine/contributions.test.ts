import { describe, expect, it } from 'vitest';
import { createGradientReach, gradientReachOf } from '../../src/engine/gradientReach.ts';
import {
  type Ablation,
  createTrainer,
  type Example,
  NO_ABLATION,
  parameterLayout,
} from '../../src/engine/index.ts';
import { FULL_BATCH_SGD, modelOf, randomExample, randomVector, relativeError } from './setup.ts';

const T = 7;
const ABLATIONS: readonly [string, Ablation][] = [
  ['intact', NO_ABLATION],
  ['cut', { recurrenceCut: true, frozen: [] }],
  ['frozen', { recurrenceCut: false, frozen: [{ layer: 0, unit: 1 }] }],
];
const CASES = (['rnn', 'lstm', 'gru'] as const).flatMap((cell) =>
  [1, 2].flatMap((layers) => ABLATIONS.map(([name, ablation]) => ({ cell, layers, name, ablation }))),
);

/** Inputs of every kind, one step without a target, and none at the end. */
function mixedExample(size: number): Example {
  const { inputs, targets } = randomExample(modelOf('rnn', { inputSize: size }), T, 3);
  return {
    inputs: inputs.map((input, t) => [input, randomVector(size, t), { offset: 0 }, input, null][t % 5]),
    targets: targets.map((target, t) => (t === 2 || t === T - 1 ? null : target)),
  };
}

describe.each(CASES)('$cell, $layers layers, $name', ({ cell, layers, ablation }) => {
  const model = modelOf(cell, { layers });
  const views = parameterLayout(model);

  it.each([null, 3])('the uses of every matrix add up to the gradient (truncation %s)', (truncation) => {
    for (const example of [randomExample(model, T, 5), mixedExample(model.inputSize)]) {
      const training = { ...FULL_BATCH_SGD, truncation };
      const trainer = createTrainer({ model, training, seed: 2, examples: [example], ablation });
      const { parameters, gradient } = trainer;
      const reach = createGradientReach({ model, parameters, example, truncation, ablation });
      // What an earlier, shorter backward pass left behind must not count.
      reach.norms();
      for (const view of views) {
        const size = view.rows * view.columns;
        const contributions = reach.contributions(view);
        expect(contributions).toHaveLength(T * size);
        const sum = new Float64Array(size);
        for (const [i, value] of contributions.entries()) sum[i % size] += value;
        const whole = gradient.slice(view.offset, view.offset + size);
        expect(relativeError(sum, whole), view.name).toBeLessThan(1e-12);
        expect(relativeError(reach.contributionSum(view, 0, T), whole), view.name).toBeLessThan(1e-12);
        expect(reach.contributions(view, 2, 5)).toEqual(contributions.slice(2 * size, 5 * size));
      }
    }
  });

  it.each([null, 3])(
    'of the pass that a trainer made are those of a pass of their own (truncation %s)',
    (k) => {
      const example = mixedExample(model.inputSize);
      const training = { ...FULL_BATCH_SGD, truncation: k };
      const trainer = createTrainer({ model, training, seed: 2, examples: [example], ablation });
      trainer.step();
      const pass = trainer.pass();
      expect(pass).not.toBeNull();
      if (pass === null) return;
      const taken = gradientReachOf(pass, k);
      const { parameters } = trainer;
      const own = createGradientReach({ model, parameters, example, truncation: k, ablation });
      const before = { gradient: trainer.gradient.slice(), traces: structuredClone(trainer.traces) };
      expect(taken.norms()).toEqual(own.norms());
      for (const view of views) expect(taken.contributions(view)).toEqual(own.contributions(view));
      expect(taken.ofLoss(T - 2)).toEqual(own.ofLoss(T - 2));
      expect({ gradient: trainer.gradient, traces: trainer.traces }).toEqual(before);
    },
  );

  it('are 0 where the matrix was not used', () => {
    const example = mixedExample(model.inputSize);
    const { parameters } = createTrainer({ model, training: FULL_BATCH_SGD, seed: 2, examples: [example] });
    const reach = createGradientReach({ model, parameters, example, truncation: null, ablation });
    const sizeAt = (name: string, t: number) => {
      const view = views.find((each) => each.name === name) ?? views[0];
      return Math.hypot(...reach.contributions(view, t, t + 1));
    };
    expect(sizeAt('decoder.weight', 2)).toBe(0);
    expect(sizeAt('decoder.weight', 3)).toBeGreaterThan(0);
    expect(sizeAt('rnn.weight_ih_l0', T - 1)).toBe(0);
    expect(sizeAt('rnn.weight_ih_l0', 4)).toBe(0);
    expect(sizeAt('rnn.weight_ih_l0', 3)).toBeGreaterThan(0);
    expect(sizeAt('rnn.weight_hh_l0', 0)).toBe(0);
    if (ablation.recurrenceCut) expect(sizeAt('rnn.weight_hh_l0', 3)).toBe(0);
    else expect(sizeAt('rnn.weight_hh_l0', 3)).toBeGreaterThan(0);
  });
});

it('no pass is kept of several examples, nor of a network so small that it is not made in pieces', () => {
  const model = modelOf('lstm');
  const examples = [randomExample(model, T, 5), randomExample(model, T, 6)];
  expect(createTrainer({ model, training: FULL_BATCH_SGD, seed: 2, examples }).pass()).toBeNull();
  const tiny = { model: modelOf('rnn'), training: FULL_BATCH_SGD, seed: 2, examples: [examples[0]] };
  expect(createTrainer(tiny).pass()).toBeNull();
  const training = { ...FULL_BATCH_SGD, batchSize: 1 };
  const trainer = createTrainer({ model, training, seed: 2, examples });
  for (let n = 0; n < 4; n++) {
    const reach = createGradientReach({
      model,
      parameters: trainer.parameters,
      example: examples[trainer.example],
      truncation: null,
    });
    const pass = trainer.pass();
    expect(pass && gradientReachOf(pass, null).norms()).toEqual(reach.norms());
    trainer.step();
  }
});

it('a matrix or a timestep that is not there', () => {
  const model = modelOf('rnn');
  const example = randomExample(model, T, 5);
  const { parameters } = createTrainer({ model, training: FULL_BATCH_SGD, seed: 2, examples: [example] });
  const reach = createGradientReach({ model, parameters, example, truncation: null });
  const [view] = parameterLayout(model);
  expect(() => reach.contributions({ ...view, name: 'rnn.weight_ih_l1' })).toThrow(RangeError);
  expect(() => reach.contributions(view, 0, T + 1)).toThrow(RangeError);
  expect(() => reach.contributionSum(view, 3, 2)).toThrow(RangeError);
});
