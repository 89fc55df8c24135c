import type { ModelConfig } from '../engine/index.ts';
import type { Messages } from '../i18n/index.ts';
import { isolated } from '../i18n/isolated.ts';
import type { Cell } from '../layout/heatmap.ts';
import { gateOfRow, type ParameterMap } from '../layout/matrices.ts';
import { inputMarks, type Task } from '../tasks/task.ts';
import { letterMark } from '../tasks/text.ts';

/** The two ends of one weight, or the one of a bias, for the sentence that reads it out; units count from 1. */
export function weightEnds(
  map: ParameterMap,
  { row, column }: Cell,
  { cell, hiddenSize, layers }: ModelConfig,
  task: Task,
): Omit<Parameters<Messages['weights']['reading']>[0], 'value'> {
  const { kind, layer, part } = map;
  if (kind === 'W_hy' || kind === 'b_y') {
    return {
      symbol: kind,
      layer: null,
      to: { letter: isolated(letterMark(task.outputNames[row])) },
      from: kind === 'b_y' ? null : { unit: column + 1, of: 'last' },
    };
  }
  const { gate, unit } = gateOfRow(cell, hiddenSize, row);
  const ends = { symbol: kind, part, layer: layers > 1 ? layer + 1 : null, to: { gate, unit: unit + 1 } };
  if (kind === 'b_xh' || kind === 'b_hh') return { ...ends, from: null };
  if (kind === 'W_xh' && layer === 0)
    return { ...ends, from: { letter: isolated(inputMarks(task, part)[column]) } };
  return { ...ends, from: { unit: column + 1, of: kind === 'W_hh' ? 'before' : 'below' } };
}
