import * as taskWords from '../../i18n/tasks.ts';
import { formatPercent } from '../../layout/format.ts';
import type { LabExercise } from '../../tasks/questions.ts';
import { useWords } from '../context.ts';
import { levelsOf } from './levels.ts';

/** What an exercise allows a network whose recurrence is cut. */
export function ExerciseCut({ exercise }: { readonly exercise: LabExercise }) {
  const words = useWords(taskWords);
  return <p>{words.cut(formatPercent(levelsOf(exercise).memoryless))}</p>;
}
