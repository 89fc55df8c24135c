/** Every number of a timestep against the trace, and against the terms that are said to make it. */
import { describe, expect, test } from 'vitest';
import { contributionsOf } from '../../src/engine/derivation.ts';
import {
  type Ablation,
  type CellKind,
  createTrainer,
  type ModelConfig,
  NO_ABLATION,
} from '../../src/engine/index.ts';
import type { Operation } from '../../src/engine/operation.ts';
import { operationsAt } from '../../src/engine/operations.ts';
import { FULL_BATCH_SGD, modelOf, randomExample } from './setup.ts';

const TIMESTEPS = 5;
const CELLS: readonly (readonly [CellKind, ModelConfig['nonlinearity']])[] = [
  ['rnn', 'tanh'],
  ['rnn', 'relu'],
  ['lstm', 'tanh'],
  ['gru', 'tanh'],
];
const FROZEN = [{ layer: 0, unit: 2 }];
const ABLATIONS: Readonly<Record<string, Ablation>> = {
  intact: NO_ABLATION,
  cut: { recurrenceCut: true, frozen: [] },
  frozen: { recurrenceCut: false, frozen: FROZEN },
  'cut and frozen': { recurrenceCut: true, frozen: FROZEN },
};
const CASES = CELLS.flatMap(([cell, nonlinearity]) =>
  [1, 2, 3].flatMap((layers) =>
    Object.keys(ABLATIONS).map((state) => ({ cell, nonlinearity, layers, state })),
  ),
);

/** A network after a few updates, so that biases and gates are not what they began as. */
function trained({
  cell,
  nonlinearity,
  layers,
  state = 'intact',
}: Omit<(typeof CASES)[number], 'state'> & { readonly state?: string }) {
  const ablation = ABLATIONS[state];
  const sizes = {
    nonlinearity,
    layers,
    inputSize: 3 + layers,
    hiddenSize: 7 - layers,
    outputSize: 4 + layers,
  };
  const model = modelOf(cell, sizes);
  const example = randomExample(model, TIMESTEPS, 10 * layers);
  const trainer = createTrainer({
    model,
    training: { ...FULL_BATCH_SGD, learningRate: 1 },
    seed: layers,
    examples: [example],
    ablation,
  });
  for (let update = 0; update < 20; update++) trainer.step();
  const at = (timestep: number) =>
    operationsAt({
      model,
      parameters: trainer.parameters,
      trace: trainer.traces[0],
      ablation,
      timestep,
      target: example.targets[timestep],
    });
  return { model, trace: trainer.traces[0], at };
}

const rowsOf = ({ rows }: Operation) => Array.from({ length: rows }, (_, row) => row);
const find = (operations: readonly Operation[], id: string) => {
  const operation = operations.find((each) => each.id === id);
  if (!operation) throw new Error(`no operation ${id}`);
  return operation;
};

describe.each(CASES)('$cell $nonlinearity, $layers layers, $state', (each) => {
  const { model, trace, at } = trained(each);
  const H = model.hiddenSize;
  const V = model.outputSize;

  test('what the equations define is what the trace holds', () => {
    for (let t = 0; t < TIMESTEPS; t++) {
      const operations = at(t);
      for (let layer = 0; layer < model.layers; layer++) {
        const { hidden, cellState } = trace.layers[layer];
        const gates = trace.gates[layer];
        const letters = { rnn: 'h', lstm: 'ifgo', gru: 'rzn' }[model.cell];
        const G = letters.length;
        for (let unit = 0; unit < H; unit++) {
          expect(find(operations, `${layer}.h.result`).valueAt(unit)).toBe(hidden[(t + 1) * H + unit]);
          if (cellState)
            expect(find(operations, `${layer}.c.result`).valueAt(unit)).toBe(cellState[(t + 1) * H + unit]);
          [...letters].forEach((letter, gate) => {
            const value = find(operations, `${layer}.${letter}.result`).valueAt(unit);
            // A gate is computed from its terms, which the engine adds in another order.
            expect(value).toBeCloseTo(gates[(t * G + gate) * H + unit], 14);
          });
        }
      }
      for (let letter = 0; letter < V; letter++)
        expect(find(operations, 'y.result').valueAt(letter)).toBe(trace.logits[t * V + letter]);
      expect(find(operations, 'L.result').valueAt(0)).toBe(trace.losses[t]);
    }
  });

  test('every number is what its terms make', () => {
    for (let t = 0; t < TIMESTEPS; t++) {
      for (const operation of at(t)) {
        for (const row of rowsOf(operation)) {
          const { terms, total, squash, value, held } = contributionsOf(operation, row);
          if (held) {
            expect([value, operation.valueAt(row)]).toEqual([0, 0]);
            continue;
          }
          for (const { left, right, product } of terms) {
            if (squash !== 'softmax') expect(product).toBe(left.value * (right?.value ?? 1));
          }
          expect(value).toBe(operation.valueAt(row));
          const sum = terms.reduce((before, { product }) => before + product, 0);
          if (squash === 'argmax') {
            const largest = Math.max(...terms.map(({ left }) => left.value));
            expect(terms[value].left.value).toBe(largest);
            continue;
          }
          expect(total).toBeCloseTo(sum, 12);
          const made = {
            none: sum,
            tanh: Math.tanh(sum),
            relu: Math.max(0, sum),
            logistic: 1 / (1 + Math.exp(-sum)),
            softmax: terms[row]?.product / sum,
            negativeLog: -Math.log(sum),
          }[squash ?? 'none'];
          expect(Math.abs(value - made), `${operation.id}, row ${row}`).toBeLessThan(1e-12);
        }
      }
    }
  });

  test('an operation needs only what was given or came before it', () => {
    const seen = new Set<string>();
    for (const operation of at(1)) {
      for (const operand of operation.operands) {
        if (operand.kind !== 'given') expect(seen, operation.id).toContain(operand.id);
      }
      expect(seen).not.toContain(operation.id);
      seen.add(operation.id);
    }
  });
});

test('a one-hot input takes one term of its matrix, the recurrence one of each unit, and both biases count', () => {
  const { model, trace, at } = trained({ cell: 'rnn', nonlinearity: 'tanh', layers: 1 });
  const { terms } = contributionsOf(find(at(2), '0.h.result'), 3);
  expect(terms.map(({ left, right }) => [left.operand.id, left.row, left.column, right?.row])).toEqual([
    ['0.W_xh', 3, trace.inputs[2], trace.inputs[2]],
    ['0.b_xh', 3, null, undefined],
    ...Array.from({ length: model.hiddenSize }, (_, unit) => ['0.W_hh', 3, unit, unit]),
    ['0.b_hh', 3, null, undefined],
  ]);
});

test('the reset gate of a GRU scales the finished product', () => {
  const operations = trained({ cell: 'gru', nonlinearity: 'tanh', layers: 1 }).at(2);
  const r = find(operations, '0.r.result').valueAt(1);
  const product = find(operations, '0.n.biased').valueAt(1);
  const reset = contributionsOf(find(operations, '0.n.result'), 1).terms.at(-1);
  expect([reset?.left.value, reset?.right?.value]).toEqual([r, product]);
});

test('a cut recurrence adds nothing, and a frozen unit is held whatever its terms are', () => {
  const { at, model } = trained({ cell: 'lstm', nonlinearity: 'tanh', layers: 1, state: 'cut and frozen' });
  const operations = at(3);
  const held = Array.from(
    { length: model.hiddenSize },
    (_, unit) => contributionsOf(find(operations, '0.h.result'), unit).held,
  );
  expect(held.indexOf(true)).toBe(2);
  expect(held.lastIndexOf(true)).toBe(2);
  expect(find(operations, '0.i.recurrent').valueAt(1)).toBe(0);
  expect(find(operations, '0.c.keep').valueAt(1)).toBe(0);
});

test('without a target nothing is compared', () => {
  const { model, trace } = trained({ cell: 'rnn', nonlinearity: 'tanh', layers: 1 });
  const ids = operationsAt({
    model,
    parameters: new Float64Array(1000),
    trace,
    ablation: NO_ABLATION,
    timestep: 0,
    target: null,
  }).map(({ id }) => id);
  expect(ids.slice(-3)).toEqual(['y.result', 'p.result', 'ŷ.result']);
});

test('a picture is multiplied with all columns of W_xh', () => {
  const model = modelOf('gru', { inputSize: 5, hiddenSize: 4, layers: 1, outputSize: 3 });
  const picture = Float64Array.of(1, 0, 0.5, 0, 1);
  const example = { inputs: [picture, null, 3], targets: [0, 1, 2] };
  const trainer = createTrainer({ model, training: FULL_BATCH_SGD, seed: 3, examples: [example] });
  const [trace] = trainer.traces;
  const at = (timestep: number, dense: Float64Array | null) =>
    operationsAt({
      ...{ model, parameters: trainer.parameters, trace, ablation: NO_ABLATION, timestep, dense },
      target: example.targets[timestep],
    });
  for (const timestep of [0, 1, 2]) {
    const operations = at(timestep, timestep === 0 ? picture : null);
    for (const id of ['0.r.result', '0.z.result', '0.n.result', '0.h.result']) {
      const operation = find(operations, id);
      for (const row of rowsOf(operation)) {
        const { total, squash, value } = contributionsOf(operation, row);
        const made =
          squash === 'tanh' ? Math.tanh(total) : squash === 'logistic' ? 1 / (1 + Math.exp(-total)) : total;
        expect(made).toBeCloseTo(value, 12);
      }
    }
  }
  expect(contributionsOf(find(at(0, picture), '0.r.input'), 1).terms).toHaveLength(5);
});
