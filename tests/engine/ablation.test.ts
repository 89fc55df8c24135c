import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGradientReach } from '../../src/engine/gradientReach.ts';
import {
  type Ablation,
  createTrainer,
  DivergenceError,
  type Example,
  type ModelConfig,
  NO_ABLATION,
  parameterLayout,
  type Trainer,
} from '../../src/engine/index.ts';
import { centralDifferences, FULL_BATCH_SGD, HELLO, modelOf, randomExample, relativeError } from './setup.ts';

const CUT: Ablation = { recurrenceCut: true, frozen: [] };

const CELLS: readonly [string, ModelConfig][] = [
  ['rnn tanh', modelOf('rnn')],
  ['rnn relu', modelOf('rnn', { nonlinearity: 'relu' })],
  ['lstm', modelOf('lstm')],
  ['gru', modelOf('gru')],
];

function freeze(...frozen: Ablation['frozen']): Ablation {
  return { recurrenceCut: false, frozen };
}

function trainerOf(model: ModelConfig, example: Example, ablation?: Ablation, seed = 11): Trainer {
  const training = { ...FULL_BATCH_SGD, optimizer: 'adam', learningRate: 0.01 } as const;
  return createTrainer({ model, training, seed, examples: [example], ...(ablation && { ablation }) });
}

/** The gradient by the name of matrix or bias. */
function gradientOf(trainer: Trainer, model: ModelConfig, name: string): readonly number[] {
  const view = parameterLayout(model).find((each) => each.name === name);
  if (view === undefined) throw new Error(`no ${name}`);
  return [...trainer.gradient.slice(view.offset, view.offset + view.rows * view.columns)];
}

/** Everything readable, copied. */
function standing({ update, learningRate, ablation, loss, correct, gradientNorm, ...live }: Trainer) {
  return {
    numbers: { update, learningRate, ablation, loss, correct, gradientNorm },
    ...structuredClone({ parameters: live.parameters, gradient: live.gradient, traces: live.traces }),
  };
}

function errorOf(action: () => void): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe.each(CELLS)('%s', (_, cell) => {
  describe.each([1, 2])('%i layers', (layers) => {
    const model = { ...cell, layers };
    const example = randomExample(model, 6, 3);
    const frozen = [
      { layer: 0, unit: 1 },
      { layer: layers - 1, unit: 2 },
    ];

    it.each([
      ['cut', CUT],
      ['frozen', freeze(...frozen)],
      ['cut and frozen', { recurrenceCut: true, frozen }],
    ])('%s: the gradient is that of the loss', (_, ablation) => {
      const trainer = trainerOf(model, example, ablation);
      const checkpoint = trainer.save();
      const gradient = trainer.gradient.slice();
      const numeric = centralDifferences(checkpoint.values, () => {
        trainer.restore(checkpoint);
        return trainer.loss;
      });
      expect(relativeError(gradient, numeric.subarray(0, gradient.length))).toBeLessThan(1e-7);
      expect(relativeError(gradient, trainerOf(model, example).gradient)).toBeGreaterThan(1e-3);
    });

    it('cut: every timestep is a sequence of its own', () => {
      const cut = trainerOf(model, example, CUT);
      const apart = createTrainer({
        model,
        training: FULL_BATCH_SGD,
        seed: 11,
        examples: example.inputs.map((input, t) => ({ inputs: [input], targets: [example.targets[t]] })),
      });
      expect(cut.loss).toBeCloseTo(apart.loss, 14);
      expect(relativeError(cut.gradient, apart.gradient)).toBeLessThan(1e-14);
      for (let layer = 0; layer < layers; layer++) {
        expect(gradientOf(cut, model, `rnn.weight_hh_l${layer}`).every((value) => value === 0)).toBe(true);
      }
    });

    it('frozen: the states are 0, and no gradient goes in or out', () => {
      const trainer = trainerOf(model, example, freeze({ layer: 0, unit: 1 }));
      const H = model.hiddenSize;
      const { hidden, cellState } = trainer.traces[0].layers[0];
      for (let at = 1; at < hidden.length; at += H) {
        expect(hidden[at]).toBe(0);
        expect(cellState?.[at] ?? 0).toBe(0);
      }
      const incoming = gradientOf(trainer, model, 'rnn.bias_ih_l0');
      for (let row = 1; row < incoming.length; row += H) expect(Math.abs(incoming[row])).toBe(0);
      const above = gradientOf(trainer, model, layers === 1 ? 'decoder.weight' : 'rnn.weight_ih_l1');
      for (const recurrent of [gradientOf(trainer, model, 'rnn.weight_hh_l0'), above]) {
        for (let at = 1; at < recurrent.length; at += H) expect(Math.abs(recurrent[at])).toBe(0);
        expect(Math.hypot(...recurrent)).toBeGreaterThan(0);
      }
    });

    it('put back, everything has its former bits', () => {
      fc.assert(
        fc.property(
          fc.record({
            recurrenceCut: fc.boolean(),
            frozen: fc.array(fc.record({ layer: fc.nat(layers - 1), unit: fc.nat(2) }), { maxLength: 4 }),
          }),
          fc.nat(5),
          (ablation, updates) => {
            const trainer = trainerOf(model, example);
            for (let n = 0; n < updates; n++) trainer.step();
            const before = standing(trainer);
            trainer.setAblation(ablation);
            expect(trainer.ablation).toEqual(ablation);
            trainer.setAblation(NO_ABLATION);
            expect(standing(trainer)).toEqual(before);
          },
        ),
        { numRuns: 10 },
      );
    });

    it('the error reaches as far back as what is left allows', () => {
      const { parameters } = trainerOf(model, example);
      const options = { model, parameters, example, truncation: null };
      const T = example.inputs.length;
      for (const { hidden } of createGradientReach({ ...options, ablation: CUT }).norms()) {
        for (let s = 0; s < T; s++) {
          for (let t = 0; t < s; t++) expect(hidden[s * T + t]).toBe(0);
          expect(hidden[s * T + s]).toBeGreaterThan(0);
        }
      }
      const held = createGradientReach({ ...options, ablation: freeze({ layer: 0, unit: 0 }) }).ofLoss(5)[0];
      for (let t = 0; t < T; t++) expect(held.hidden[t * model.hiddenSize]).toBe(0);
    });
  });

  it('is part of what a checkpoint continues from', () => {
    const example = randomExample(cell, 6, 3);
    const trainer = trainerOf(cell, example);
    trainer.step();
    trainer.setAblation({ recurrenceCut: true, frozen: [{ layer: 0, unit: 0 }] });
    for (let n = 0; n < 3; n++) trainer.step();
    const other = trainerOf(cell, example, undefined, 12);
    other.restore(trainer.save());
    expect(standing(other)).toEqual(standing(trainer));
    for (const each of [trainer, other]) for (let n = 0; n < 100; n++) each.step();
    expect(standing(other)).toEqual(standing(trainer));
  });
});

it('hello without its memory: never more than three of four, over twenty seeds', () => {
  for (let seed = 0; seed < 20; seed++) {
    const trainer = trainerOf(modelOf('rnn'), HELLO, CUT, seed);
    let most = trainer.correct;
    for (let n = 0; n < 300; n++) {
      trainer.step();
      most = Math.max(most, trainer.correct);
    }
    expect(most, `seed ${seed}`).toBe(3);
  }
});

it('a parameter with another value: everything is that of the same update with it', () => {
  const model = modelOf('lstm');
  const [edited, other] = [trainerOf(model, HELLO), trainerOf(model, HELLO)];
  for (const trainer of [edited, other]) for (let n = 0; n < 5; n++) trainer.step();
  edited.setParameter(7, -1.5);
  const checkpoint = other.save();
  checkpoint.values[7] = -1.5;
  other.restore(checkpoint);
  expect(edited.update).toBe(5);
  expect(edited.parameters[7]).toBe(-1.5);
  expect(standing(edited)).toEqual(standing(other));
  for (const trainer of [edited, other]) for (let n = 0; n < 70; n++) trainer.step();
  expect(standing(edited)).toEqual(standing(other));
});

it('what does not exist or is no number changes nothing', () => {
  const trainer = trainerOf(modelOf('rnn'), HELLO);
  trainer.step();
  const before = standing(trainer);
  const wrong = [
    () => trainer.setAblation(freeze({ layer: 1, unit: 0 })),
    () => trainer.setAblation(freeze({ layer: 0, unit: 3 })),
    () => trainer.setAblation(freeze({ layer: 0, unit: 0 }, { layer: 0, unit: -1 })),
    () => trainer.setAblation(freeze({ layer: 0.5, unit: 0 })),
    () => trainer.restore({ ...trainer.save(), ablation: freeze({ layer: 0, unit: Number.NaN }) }),
    () => trainer.setParameter(trainer.parameters.length, 0),
    () => trainer.setParameter(-1, 0),
    () => trainer.setParameter(0.5, 0),
    () => trainer.setParameter(0, Number.NaN),
    () => trainer.setParameter(0, Number.POSITIVE_INFINITY),
  ];
  for (const change of wrong) expect(errorOf(change)).toBeInstanceOf(RangeError);
  expect(() => trainerOf(modelOf('rnn'), HELLO, freeze({ layer: 0, unit: 3 }))).toThrow('unit');
  expect(standing(trainer)).toEqual(before);
});

it('a change that makes the loss blow up is not made', () => {
  const model = modelOf('rnn');
  const trainer = trainerOf(model, HELLO);
  trainer.step();
  const decoderWeight = parameterLayout(model)[4].offset;
  const intact = standing(trainer);
  expect(errorOf(() => trainer.setParameter(decoderWeight, 1e6))).toBeInstanceOf(DivergenceError);
  expect(standing(trainer)).toEqual(intact);

  trainer.setAblation(freeze({ layer: 0, unit: 0 }));
  trainer.setParameter(decoderWeight, 1e6);
  const harmless = standing(trainer);
  const error = errorOf(() => trainer.setAblation(NO_ABLATION));
  expect(error).toBeInstanceOf(DivergenceError);
  expect(error).toMatchObject({ update: 1, lastGood: trainer.save() });
  expect(standing(trainer)).toEqual(harmless);
});
