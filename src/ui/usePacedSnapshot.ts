import type { Snapshot } from '../worker/protocol.ts';
import { useRun } from './context.ts';
import { usePaced } from './usePaced.ts';

/** The newest snapshot, followed at most once in `milliseconds` in the same run; 0 follows all of them. */
export function usePacedSnapshot(milliseconds: number): Snapshot {
  const newest = useRun((run) => run.snapshot);
  const paced = usePaced(newest, milliseconds);
  return milliseconds > 0 && paced.runId === newest.runId ? paced : newest;
}
