import { describe, expect, test } from 'vitest';
import { countParameters, type ModelConfig, parameterLayout } from '../../src/engine/index.ts';
import { locateParameter, weightName } from '../../src/layout/weightName.ts';

const RNN: ModelConfig = {
  cell: 'rnn',
  nonlinearity: 'tanh',
  inputSize: 4,
  hiddenSize: 3,
  layers: 1,
  outputSize: 4,
};

describe('the name of a parameter', () => {
  test('counts rows and columns from 1, and names a bias by its row', () => {
    expect(weightName(RNN, 0)).toBe('W_xh[1,1]');
    expect(weightName(RNN, 12 + 1)).toBe('W_hh[1,2]');
    expect(weightName(RNN, countParameters(RNN) - 1)).toBe('b_y[4]');
  });

  test('tells its layer where there are several', () => {
    const model = { ...RNN, layers: 2 };
    const second = parameterLayout(model).find(({ name }) => name === 'rnn.weight_hh_l1');
    expect(weightName(model, second?.offset ?? -1)).toBe('W_hh(2)[1,1]');
    expect(weightName(model, countParameters(model) - 1)).toBe('b_y[4]');
  });

  test('tells an encoder from a decoder', () => {
    const model = { ...RNN, decoder: { inputSize: 2 } };
    expect(weightName(model, 0)).toBe('encoder.W_xh[1,1]');
    expect(weightName(model, 3 * 4 + 3 * 3 + 6)).toBe('decoder.W_xh[1,1]');
    expect(weightName(model, countParameters(model) - 1)).toBe('b_y[4]');
  });

  test('is different for each parameter of every cell, and none is left without a place', () => {
    for (const cell of ['rnn', 'gru', 'lstm'] as const) {
      const model = { ...RNN, cell, layers: 3 };
      const count = countParameters(model);
      expect(new Set(Array.from({ length: count }, (_, index) => weightName(model, index))).size).toBe(count);
      expect(locateParameter(model, count)).toBeNull();
      expect(locateParameter(model, -1)).toBeNull();
    }
  });

  test('belongs to the view of the engine that holds it', () => {
    const model = { ...RNN, cell: 'gru', layers: 2 } as const;
    for (const { offset, rows, columns } of parameterLayout(model)) {
      const last = offset + rows * columns - 1;
      expect(locateParameter(model, last)).toMatchObject({ row: rows - 1, column: columns - 1 });
    }
  });
});
