import type { Run } from '../../state/run.ts';

/** Whether there is more to show of the past than the curve alone: interventions, other futures, a twin. */
export function hasHistory({ snapshot, branches, twin }: Run): boolean {
  return snapshot.interventions.length > 0 || branches.length > 0 || twin !== null;
}
