import { sameInterventions } from '../../state/interventions.ts';
import type { Intervention } from '../../worker/protocol.ts';

/** The interventions at which two histories part, each null where the other one's comes first; and all of `own` from there on. */
export function differenceOf(own: readonly Intervention[], others: readonly Intervention[]) {
  let at = 0;
  while (at < own.length && sameInterventions([own[at]], others.slice(at, at + 1))) at++;
  const isFirst = (one?: Intervention, other?: Intervention) =>
    one !== undefined && one.update <= (other?.update ?? Number.POSITIVE_INFINITY);
  return {
    after: own.slice(at),
    own: isFirst(own[at], others[at]) ? own[at] : null,
    others: isFirst(others[at], own[at]) ? others[at] : null,
  };
}
