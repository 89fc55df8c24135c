import type { Trace } from '../../engine/index.ts';
import type { LabExercise } from '../../tasks/questions.ts';
import { saidAt, type Task, targetAt } from '../../tasks/task.ts';

/**
 * The timestep of the first stop symbol where nobody knows how long the answer is, so that there are steps for the
 * longest one; null where there is none.
 */
export function endOfGuess(exercise: LabExercise | null, task: Task, trace: Trace): number | null {
  const stop = exercise?.stop ?? null;
  if (stop === null) return null;
  for (let t = task.answerFrom; t < trace.timesteps; t++) {
    if (targetAt(task, t) !== null) return null;
    if (saidAt(task, trace, t) === stop) return t;
  }
  return null;
}
