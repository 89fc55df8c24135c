/** Every number of a timestep has a place in the equations. */
import { describe, expect, test } from 'vitest';
import { type CellKind, createTrainer, NO_ABLATION } from '../../../src/engine/index.ts';
import { operationsAt } from '../../../src/engine/operations.ts';
import { equationsOf, type Token, termsOf } from '../../../src/ui/inside/equation.ts';
import { symbolText } from '../../../src/ui/inside/QuantitySymbol.tsx';
import { FULL_BATCH_SGD, HELLO, modelOf } from '../../engine/setup.ts';

function equations(cell: CellKind, layers = 1) {
  const model = modelOf(cell, { layers });
  const trainer = createTrainer({ model, training: FULL_BATCH_SGD, seed: 1, examples: [HELLO] });
  const operations = operationsAt({
    ...{ model, parameters: trainer.parameters, trace: trainer.traces[0], ablation: NO_ABLATION },
    ...{ timestep: 2, target: 2 },
  });
  return { operations, lines: equationsOf(operations) };
}

const written = (tokens: readonly Token[]) =>
  tokens
    .map((token) => {
      if (token.kind === 'text') return token.text;
      if (token.kind === 'cells') return symbolText(token.operand);
      return `${symbolText(token.matrix)} ${symbolText(token.vector)}`;
    })
    .join(' ');
const firstStages = (cell: CellKind) =>
  equations(cell).lines.map(({ result, stages }) => `${symbolText(result)} = ${written(stages[0])}`);

describe('the equations as they are written', () => {
  const output = ['y = W_hy h + b_y', 'p = softmax( y )', 'ŷ = argmax( y )', 'L = −ln( p )'];

  test('of the vanilla cell', () => {
    expect(firstStages('rnn')).toEqual(['h = tanh( W_xh x + b_xh + W_hh h_{t−1} + b_hh )', ...output]);
  });

  test('of the LSTM', () => {
    expect(firstStages('lstm')).toEqual([
      'i = σ( W_xi x + b_xi + W_hi h_{t−1} + b_hi )',
      'f = σ( W_xf x + b_xf + W_hf h_{t−1} + b_hf )',
      'g = tanh( W_xg x + b_xg + W_hg h_{t−1} + b_hg )',
      'o = σ( W_xo x + b_xo + W_ho h_{t−1} + b_ho )',
      'c = f ⊙ c_{t−1} + i ⊙ g',
      'h = o ⊙ tanh( c )',
      ...output,
    ]);
  });

  test('of the GRU', () => {
    expect(firstStages('gru')).toEqual([
      'r = σ( W_xr x + b_xr + W_hr h_{t−1} + b_hr )',
      'z = σ( W_xz x + b_xz + W_hz h_{t−1} + b_hz )',
      'n = tanh( W_xn x + b_xn + r ⊙ ( W_hn h_{t−1} + b_hn ) )',
      'h = (1 − z ) ⊙ n + z ⊙ h_{t−1}',
      ...output,
    ]);
  });
});

test('an equation breaks before a sign, never behind one, and brackets stay with what they hold', () => {
  const parts = (cell: CellKind, base: string) =>
    equations(cell)
      .lines.filter(({ result }) => symbolText(result) === base)
      .flatMap(({ stages }) => termsOf(stages[0]).map(written));
  expect(parts('rnn', 'h')).toEqual(['tanh( W_xh x', '+ b_xh', '+ W_hh h_{t−1}', '+ b_hh )']);
  expect(parts('gru', 'n')).toEqual(['tanh( W_xn x', '+ b_xn', '+ r', '⊙ ( W_hn h_{t−1}', '+ b_hn ) )']);
  expect(parts('gru', 'h')).toEqual(['(1 − z )', '⊙ n', '+ z', '⊙ h_{t−1}']);
});

test.each(['rnn', 'lstm', 'gru'] as const)(
  '%s: every operation and operand of two layers stands in a stage',
  (cell) => {
    const { operations, lines } = equations(cell, 2);
    for (const { operations: own, stages } of lines) {
      const shown = new Set(
        stages.flat().flatMap((token) => {
          if (token.kind === 'text') return [];
          return token.kind === 'cells' ? [token.operand] : [token.matrix, token.vector];
        }),
      );
      for (const operation of own) {
        expect(shown, operation.id).toContain(operation);
        for (const operand of operation.operands) expect(shown, operand.id).toContain(operand);
      }
    }
    expect(lines.flatMap((line) => line.operations)).toEqual(operations);
  },
);
