import type { Operand } from '../../engine/operation.ts';
import { formatCell } from '../../layout/format.ts';
import { toneOf } from './domain.ts';

/** CSS pixels of a cell. */
const CELL_WIDTH = 40;

/** A number of an operand as its cell shows it. */
export function writeNumber(operand: Operand, value: number): string {
  const isWhole = toneOf(operand) === 'oneHot' || operand.kind === 'argmax';
  return isWhole ? String(value) : formatCell(value, CELL_WIDTH);
}
