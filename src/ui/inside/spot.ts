/** The number that is looked at, and what made it. */
import { contributionsOf, type Derivation } from '../../engine/derivation.ts';
import type { Operand, Operation } from '../../engine/operation.ts';

/** A number of the equations. */
export interface Spot {
  /** From 0. */
  readonly timestep: number;
  /** The id of its matrix or vector. */
  readonly operand: string;
  readonly row: number;
  readonly column: number;
}

export function isSameSpot(a: Spot, b: Spot): boolean {
  return a.timestep === b.timestep && a.operand === b.operand && a.row === b.row && a.column === b.column;
}

/** All matrices and vectors of a timestep by their ids. */
export function operandsById(operations: readonly Operation[]): ReadonlyMap<string, Operand> {
  const operands = new Map<string, Operand>();
  for (const operation of operations) {
    operands.set(operation.id, operation);
    for (const operand of operation.operands) operands.set(operand.id, operand);
  }
  return operands;
}

/** A state of the timestep before was made there, as what an equation of that step defines. */
export function originOf(spot: Spot): Spot {
  if (!spot.operand.endsWith('.before') || spot.timestep === 0) return spot;
  return {
    ...spot,
    timestep: spot.timestep - 1,
    operand: spot.operand.replace(/before$/, 'result'),
  };
}

/** What made a number, or null for one that is given. */
export function derivationOf(operand: Operand | undefined, row: number): Derivation | null {
  return operand && operand.kind !== 'given' && row < operand.rows ? contributionsOf(operand, row) : null;
}

/** The cells that make a number, as `row,column` by operand. */
export function cellsOf(derivation: Derivation): ReadonlyMap<string, ReadonlySet<string>> {
  const cells = new Map<string, Set<string>>();
  for (const { left, right } of derivation.terms) {
    for (const factor of right ? [left, right] : [left]) {
      const { id } = factor.operand;
      const own = cells.get(id) ?? new Set();
      cells.set(id, own.add(`${factor.row},${factor.column ?? 0}`));
    }
  }
  return cells;
}
