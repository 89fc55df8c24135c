import type { ModelConfig } from '../engine/index.ts';
import type { Messages } from '../i18n/index.ts';
import type { Cell } from '../layout/heatmap.ts';
import { gateOfRow, type Matrix } from '../layout/matrices.ts';
import { letterMark } from '../tasks/text.ts';

/** The two ends of one weight, for the sentence that reads it out; units count from 1. */
export function weightEnds(
  matrix: Matrix,
  { row, column }: Cell,
  { cell, hiddenSize, layers }: ModelConfig,
  vocabulary: readonly string[],
): Omit<Parameters<Messages['weights']['reading']>[0], 'value'> {
  const { kind, layer } = matrix;
  if (kind === 'W_hy') {
    return {
      symbol: kind,
      layer: null,
      to: { letter: letterMark(vocabulary[row]) },
      from: { unit: column + 1, of: 'last' },
    };
  }
  const { gate, unit } = gateOfRow(cell, hiddenSize, row);
  const fromLetter = kind === 'W_xh' && layer === 0;
  return {
    symbol: kind,
    layer: layers > 1 ? layer + 1 : null,
    to: { gate, unit: unit + 1 },
    from: fromLetter
      ? { letter: letterMark(vocabulary[column]) }
      : { unit: column + 1, of: kind === 'W_hh' ? 'before' : 'below' },
  };
}
