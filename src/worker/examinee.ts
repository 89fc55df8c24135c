/** Which of several runs is examined next. */
import type { Want } from './protocol.ts';
import type { Run } from './run.ts';

export interface Candidate {
  readonly run: Run;
  /** When it was examined last, as a number that only grows. */
  turn: number;
}

/** Of the runs that wait for an examination, the one whose turn is longest ago. */
export function nextExaminee<Each extends Candidate>(
  wants: readonly Want[],
  candidates: ReadonlyMap<number, Each>,
): Each | null {
  let next: Each | null = null;
  for (const { runId, include } of wants) {
    const candidate = include.examination ? candidates.get(runId) : undefined;
    if (candidate === undefined || (next !== null && next.turn <= candidate.turn)) continue;
    if (candidate.run.examinations.isDue) next = candidate;
  }
  return next;
}

/** Whether the run changes only when it is told to. */
export function isResting(run: Run): boolean {
  return run.wait() === Number.POSITIVE_INFINITY;
}
