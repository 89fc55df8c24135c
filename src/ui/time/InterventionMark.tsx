import type { Change } from '../../worker/protocol.ts';
import { INTERVENTION_MARKS } from './interventionMarks.ts';

/** The shape that stands for a kind of change, around 0; to be put into a drawing. */
export function InterventionMark({ kind }: { readonly kind: Change['kind'] }) {
  const { path, filled } = INTERVENTION_MARKS[kind];
  return (
    <path
      d={path}
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={1.4}
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  );
}
