import { sameInterventions } from '../../state/interventions.ts';
import type { Intervention } from '../../worker/protocol.ts';

/** An intervention that only one of two histories has. */
export interface Difference {
  readonly intervention: Intervention;
  /** Whether it is the history that is told of, not the one it is compared with. */
  readonly isOwn: boolean;
}

/** All that only one of two histories has, in order of time. */
export function differencesOf(
  own: readonly Intervention[],
  others: readonly Intervention[],
): readonly Difference[] {
  return [
    ...missingIn(others, own).map((intervention) => ({ intervention, isOwn: true })),
    ...missingIn(own, others).map((intervention) => ({ intervention, isOwn: false })),
  ].toSorted((one, other) => one.intervention.update - other.intervention.update);
}

function missingIn(history: readonly Intervention[], other: readonly Intervention[]) {
  return other.filter((one) => !history.some((each) => sameInterventions([one], [each])));
}
