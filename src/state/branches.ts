/** The futures of a run that were left, as lists: what is kept, dropped and compared. */
import { partingOf } from '../worker/interventions.ts';
import type { Curve, Intervention } from '../worker/protocol.ts';
import { sameInterventions } from './interventions.ts';
import type { Branch } from './run.ts';

export const MAX_BRANCHES = 8;

/**
 * Adds a future that was left: the oldest make room, and one of the same history gives its place away.
 * Its `parting` counts from the next `seenFrom`.
 */
export function keepBranch(branches: readonly Branch[], left: Omit<Branch, 'parting'>): readonly Branch[] {
  const others = branches.filter(
    ({ interventions }) => !sameInterventions(interventions, left.interventions),
  );
  return [...others, { ...left, parting: 0 }].slice(-MAX_BRANCHES);
}

/** The branches as they part from the present; one with the present's own history is no branch. */
export function seenFrom(branches: readonly Branch[], present: readonly Intervention[]): readonly Branch[] {
  return branches
    .map((branch) => ({ ...branch, parting: partingOf(branch.interventions, present) }))
    .filter(({ parting }) => parting < Number.POSITIVE_INFINITY);
}

/** The furthest update that a curve knows, -1 for none. */
export function endOf(curve: Curve): number {
  return curve.updates.at(-1) ?? -1;
}
