/** Gates held shut or open by hand, and gates that begin open. */
import { describe, expect, it } from 'vitest';
import { contributionsOf } from '../../src/engine/derivation.ts';
import {
  type Ablation,
  createTrainer,
  type HeldGate,
  KEEPING_GATE,
  LOGISTIC_GATES,
  type ModelConfig,
  parameterLayout,
} from '../../src/engine/index.ts';
import { operationsAt } from '../../src/engine/operations.ts';
import { centralDifferences, FULL_BATCH_SGD, modelOf, randomExample, relativeError } from './setup.ts';

const T = 6;

function hold(...held: readonly HeldGate[]): Ablation {
  return { recurrenceCut: false, frozen: [], held };
}

function trainerOf(model: ModelConfig, ablation?: Ablation) {
  const example = randomExample(model, T, 3);
  const training = { ...FULL_BATCH_SGD, optimizer: 'adam', learningRate: 0.01 } as const;
  return createTrainer({ model, training, seed: 11, examples: [example], ...(ablation && { ablation }) });
}

const CASES = (['lstm', 'gru'] as const).flatMap((cell) =>
  LOGISTIC_GATES[cell].flatMap((gate) =>
    ([0, 1] as const).flatMap((value) => [1, 2, 3].map((layers) => ({ cell, gate, value, layers }))),
  ),
);

describe.each(CASES)('$cell, gate $gate held at $value, $layers layers', ({ cell, gate, value, layers }) => {
  const model = modelOf(cell, { layers });
  const H = model.hiddenSize;
  const layer = layers - 1;
  const ablation = hold({ layer, gate, value });

  it('has that value at every timestep, and no other gate is held', () => {
    const { traces } = trainerOf(model, ablation);
    const gates = traces[0].gates[layer];
    const G = gates.length / T / H;
    for (const [i, each] of gates.entries()) {
      if (Math.floor(i / H) % G === gate) expect(each).toBe(value);
      else expect(Math.abs(each - Math.round(each))).toBeGreaterThan(0);
    }
  });

  it('the gradient is that of the loss, and nothing flows through the gate', () => {
    const trainer = trainerOf(model, ablation);
    const checkpoint = trainer.save();
    const gradient = trainer.gradient.slice();
    const numeric = centralDifferences(checkpoint.values, () => {
      trainer.restore(checkpoint);
      return trainer.loss;
    });
    expect(relativeError(gradient, numeric.subarray(0, gradient.length))).toBeLessThan(1e-7);
    for (const { name, offset, columns } of parameterLayout(model)) {
      if (!name.endsWith(`_l${layer}`)) continue;
      const rows = gradient.slice(offset + gate * H * columns, offset + (gate + 1) * H * columns);
      for (const each of rows) expect(Math.abs(each)).toBe(0);
    }
  });

  it('is part of what a checkpoint continues from, and let go it has its former bits', () => {
    const trainer = trainerOf(model);
    trainer.step();
    const before = { loss: trainer.loss, gradient: trainer.gradient.slice() };
    trainer.setAblation(ablation);
    expect(trainer.loss).not.toBe(before.loss);
    const checkpoint = trainer.save();
    trainer.step();
    const after = trainer.parameters.slice();
    const other = trainerOf(model);
    other.restore(checkpoint);
    expect(other.ablation).toEqual(ablation);
    other.step();
    expect(other.parameters).toEqual(after);
    trainer.restore(checkpoint);
    trainer.setAblation({ recurrenceCut: false, frozen: [] });
    expect({ loss: trainer.loss, gradient: trainer.gradient }).toEqual(before);
  });

  it('inside the timestep it is said to be held at that value', () => {
    const { parameters, traces } = trainerOf(model, ablation);
    const [trace] = traces;
    const operations = operationsAt({ model, parameters, trace, ablation, timestep: 2, target: null });
    const letter = { lstm: 'ifgo', gru: 'rzn' }[cell][gate];
    for (const operation of operations) {
      const isIt = operation.id === `${layer}.${letter}.result`;
      expect(operation.isHeld(0), operation.id).toBe(isIt);
      if (isIt) expect(contributionsOf(operation, 1)).toMatchObject({ held: true, value });
    }
  });
});

it('an LSTM whose gates keep everything and let nothing in stays where it is', () => {
  const model = modelOf('lstm');
  const keep = hold({ layer: 0, gate: 0, value: 0 }, { layer: 0, gate: 1, value: 1 });
  const { traces } = trainerOf(model, keep);
  expect(traces[0].layers[0].cellState).toEqual(new Float64Array((T + 1) * model.hiddenSize));
});

it.each<[string, ModelConfig, HeldGate]>([
  ['a vanilla cell has none', modelOf('rnn'), { layer: 0, gate: 0, value: 1 }],
  ['the LSTM’s candidate is no gate', modelOf('lstm'), { layer: 0, gate: 2, value: 1 }],
  ['nor is the GRU’s', modelOf('gru'), { layer: 0, gate: 2, value: 0 }],
  ['a layer that is not there', modelOf('gru'), { layer: 1, gate: 0, value: 0 }],
])('%s', (_, model, held) => {
  const trainer = trainerOf(model);
  const { loss } = trainer;
  expect(() => trainer.setAblation(hold(held))).toThrow(RangeError);
  expect(trainer.loss).toBe(loss);
});

describe('gates that begin open', () => {
  it.each(['lstm', 'gru'] as const)('%s: only b_hh of the gate that keeps the past is larger', (cell) => {
    const plain = modelOf(cell, { layers: 2, decoder: { inputSize: 3 } });
    const start = (model: ModelConfig) => {
      const example = { inputs: [0, 1], targets: [null, 1], decoderFrom: 1 };
      return createTrainer({ model, training: FULL_BATCH_SGD, seed: 3, examples: [example] }).parameters;
    };
    const before = start(plain);
    const after = start({ ...plain, openGates: 3 });
    const H = plain.hiddenSize;
    const gate = KEEPING_GATE[cell] ?? Number.NaN;
    for (const { name, offset, rows, columns } of parameterLayout(plain)) {
      for (let i = 0; i < rows * columns; i++) {
        const isIt = name.includes('bias_hh') && Math.floor(i / H) === gate;
        expect(after[offset + i], `${name} ${i}`).toBe(before[offset + i] + (isIt ? 3 : 0));
      }
    }
    expect(start({ ...plain, openGates: 0 })).toEqual(before);
  });

  it('a vanilla cell has none', () => {
    const model = modelOf('rnn');
    expect(trainerOf({ ...model, openGates: 3 }).parameters).toEqual(trainerOf(model).parameters);
  });

  it('must be a number', () => {
    expect(() => trainerOf(modelOf('gru', { openGates: Number.NaN }))).toThrow(RangeError);
  });
});
