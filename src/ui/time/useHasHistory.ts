import { useConfig, useRun } from '../context.ts';

/** Whether there is more to show of the past than the curve alone: interventions, earlier futures, a twin. */
export function useHasHistory(): boolean {
  const hasInterventions = useConfig((config) => config.interventions.length > 0);
  const hasOthers = useRun(({ branches, twin }) => branches.length > 0 || twin !== null);
  return hasInterventions || hasOthers;
}
