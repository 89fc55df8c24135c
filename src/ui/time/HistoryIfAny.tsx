import { lazily } from '../lazily.ts';
import { useHasHistory } from './useHasHistory.ts';

const History = lazily(async () => (await import('./History.tsx')).History);

/** The lists of interventions and earlier futures, loaded once there are any. */
export function HistoryIfAny() {
  return useHasHistory() ? <History /> : null;
}
