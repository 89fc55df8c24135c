/** What is held by hand: units at 0 and gates at 0 or 1, whatever their equations give. */
import type { Operand, Operation } from '../../engine/operation.ts';
import type { inside } from '../../i18n/inside.ts';

type Words = (typeof inside)['en'];

export function isHeldAt(operand: Operand, row: number): boolean {
  return operand.kind !== 'given' && operand.isHeld(row);
}

/** Whether it is a state of the timestep before, which counts as 0 where the recurrence is cut. */
export function isStateBefore({ name }: Operand): boolean {
  return name.lag === 1;
}

/** More are counted, not listed. */
const MOST_LISTED = 4;

/** The sentence that names what is held of an operation; null where nothing is. */
export function heldSentence(operation: Operation, words: Words): string | null {
  const held = Array.from({ length: operation.rows }, (_, row) => row).filter(operation.isHeld);
  if (held.length === 0) return null;
  return words.heldUnits({
    units: held.slice(0, MOST_LISTED).map((row) => row + 1),
    others: Math.max(0, held.length - MOST_LISTED),
    all: held.length === operation.rows,
    value: operation.valueAt(held[0]),
  });
}
