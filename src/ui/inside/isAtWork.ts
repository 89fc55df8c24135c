import type { Operand, Operation } from '../../engine/operation.ts';

/** Whether the operation at work reads or makes it. */
export function isAtWork(operand: Operand, active: Operation | null): boolean {
  return active !== null && (active.id === operand.id || active.operands.some(({ id }) => id === operand.id));
}
