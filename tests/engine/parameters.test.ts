import { describe, expect, it } from 'vitest';
import { createTrainer, type ModelConfig, parameterLayout } from '../../src/engine/index.ts';
import { FULL_BATCH_SGD, modelOf, randomExample } from './setup.ts';

/** `[(k, tuple(v.shape)) for k, v in m.state_dict().items()]` of an nn.Module with `rnn` and `decoder` in PyTorch. */
const STATE_DICTS: readonly [ModelConfig, string][] = [
  [
    modelOf('rnn', { inputSize: 4, hiddenSize: 3, layers: 1, outputSize: 4 }),
    `rnn.weight_ih_l0 3 4, rnn.weight_hh_l0 3 3, rnn.bias_ih_l0 3, rnn.bias_hh_l0 3,
     decoder.weight 4 3, decoder.bias 4`,
  ],
  [
    modelOf('lstm', { inputSize: 7, hiddenSize: 5, layers: 2, outputSize: 6 }),
    `rnn.weight_ih_l0 20 7, rnn.weight_hh_l0 20 5, rnn.bias_ih_l0 20, rnn.bias_hh_l0 20,
     rnn.weight_ih_l1 20 5, rnn.weight_hh_l1 20 5, rnn.bias_ih_l1 20, rnn.bias_hh_l1 20,
     decoder.weight 6 5, decoder.bias 6`,
  ],
  [
    modelOf('gru', { inputSize: 2, hiddenSize: 4, layers: 3, outputSize: 9 }),
    `rnn.weight_ih_l0 12 2, rnn.weight_hh_l0 12 4, rnn.bias_ih_l0 12, rnn.bias_hh_l0 12,
     rnn.weight_ih_l1 12 4, rnn.weight_hh_l1 12 4, rnn.bias_ih_l1 12, rnn.bias_hh_l1 12,
     rnn.weight_ih_l2 12 4, rnn.weight_hh_l2 12 4, rnn.bias_ih_l2 12, rnn.bias_hh_l2 12,
     decoder.weight 9 4, decoder.bias 9`,
  ],
];

describe.each(STATE_DICTS)('$cell with $layers layers', (model, stateDict) => {
  it("has PyTorch's names, shapes and order", () => {
    const rows = stateDict.split(',').map((row) => row.trim().split(' '));
    const wanted = rows.map(([name, first, second = '1']) => [name, Number(first), Number(second)]);
    expect(parameterLayout(model).map(({ name, rows, columns }) => [name, rows, columns])).toEqual(wanted);
  });

  it('fills the flat buffer without gap or overlap', () => {
    let end = 0;
    for (const { rows, columns, offset } of parameterLayout(model)) {
      expect(offset).toBe(end);
      end = offset + rows * columns;
    }
    const { parameters } = startOf(model, 0);
    expect(parameters).toHaveLength(end);
  });
});

it('starts uniform within ±1/√H', () => {
  const model = modelOf('lstm', { hiddenSize: 64, inputSize: 50, outputSize: 50 });
  const { parameters } = startOf(model, 4);
  const bound = 1 / Math.sqrt(64);
  const mean = parameters.reduce((sum, value) => sum + value, 0) / parameters.length;
  const variance = parameters.reduce((sum, value) => sum + value ** 2, 0) / parameters.length;
  expect(parameters.every((value) => Math.abs(value) <= bound)).toBe(true);
  expect(Math.abs(mean)).toBeLessThan(0.01 * bound);
  expect(variance).toBeCloseTo(bound ** 2 / 3, 4);
});

it('starts differently for every seed', () => {
  const starts = Array.from({ length: 100 }, (_, seed) => startOf(modelOf('rnn'), seed).parameters.join());
  expect(new Set(starts).size).toBe(100);
});

function startOf(model: ModelConfig, seed: number) {
  return createTrainer({ model, training: FULL_BATCH_SGD, seed, examples: [randomExample(model, 3, 1)] });
}
