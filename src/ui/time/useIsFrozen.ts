import { useRun } from '../context.ts';

/** Whether any unit is held at 0. */
export function useIsFrozen(): boolean {
  return useRun(({ snapshot }) => snapshot.ablation.frozen.length > 0);
}
