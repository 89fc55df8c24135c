import { lazy, Suspense } from 'react';
import { useHasHistory } from './useHasHistory.ts';

const History = lazy(() => import('./History.tsx').then((module) => ({ default: module.History })));

/** The lists of interventions and earlier futures, loaded once there are any. */
export function HistoryIfAny() {
  return useHasHistory() ? (
    <Suspense>
      <History />
    </Suspense>
  ) : null;
}
