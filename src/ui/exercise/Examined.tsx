/** How well the network does on everything it was trained on, and on what it has never seen. */
import * as taskWords from '../../i18n/tasks.ts';
import { formatShare } from '../../layout/reach.ts';
import type { ExerciseOf, LabExercise } from '../../tasks/questions.ts';
import { tallyOf } from '../../tasks/tally.ts';
import type { Examination } from '../../worker/protocol.ts';
import { useRun, useWords } from '../context.ts';
import { BagOfWords } from './BagOfWords.tsx';
import { CountRow } from './CountRow.tsx';
import styles from './Examined.module.css';
import { levelsOf } from './levels.ts';
import { Seeds } from './Seeds.tsx';

const ORIGINS = ['training', 'heldOut'] as const;

export function Examined({ exercise }: { readonly exercise: LabExercise }) {
  const words = useWords(taskWords);
  const examination = useRun((run) => run.examination);
  const { metric } = exercise;
  const { chance, memoryless } = levelsOf(exercise);
  return (
    <section className={styles.examined} aria-label={words.examined}>
      {examination === null ? (
        <p className={styles.note}>{words.counting}</p>
      ) : (
        <>
          <dl className={styles.counts}>
            {ORIGINS.map((origin) => (
              <CountRow
                key={origin}
                name={words[origin]}
                count={countOf(examination[origin], metric)}
                metric={metric}
              />
            ))}
            {exercise.kind === 'feelings' && (
              <CountRow
                name={words.negated}
                count={negatedOf(exercise, examination)}
                metric={metric}
                isPart
              />
            )}
          </dl>
          <p className={styles.note}>{words.at(examination.update)}</p>
        </>
      )}
      <p className={styles.note}>
        {words.metrics[exercise.kind]} {words.levels(formatShare(chance), formatShare(memoryless))}
      </p>
      {exercise.kind === 'feelings' && <BagOfWords exercise={exercise} />}
      <Seeds />
    </section>
  );
}

function countOf(score: Examination['training'], metric: LabExercise['metric']) {
  const [right, all] =
    metric === 'answers' ? [score.examplesRight, score.examples] : [score.targetsRight, score.targets];
  return { right, all };
}

function negatedOf({ heldOut, choice }: ExerciseOf<'feelings'>, { heldOutRight }: Examination) {
  return tallyOf(heldOut, choice.tongue, (_, index) => heldOutRight[index] === 1).negated;
}
