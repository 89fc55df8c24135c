import { useRun } from './context.ts';
import { usePaced } from './usePaced.ts';

/** Milliseconds. */
const TOLD_EVERY = 1000;

/**
 * What assistive technology is told of a run: at once, but in training no more often than anybody can listen. Nobody
 * sees it, and the browser would lay the page out for it all the same.
 */
export function useTold<Value>(value: Value): Value {
  const isTraining = useRun(({ phase, ordered }) => phase.kind === 'training' && ordered !== 'pause');
  const paced = usePaced(value, isTraining ? TOLD_EVERY : 0);
  return isTraining ? paced : value;
}
