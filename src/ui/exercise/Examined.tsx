/** How well the network does on everything it was trained on, and on what it has never seen. */
import * as taskWords from '../../i18n/tasks.ts';
import { formatPercent } from '../../layout/format.ts';
import { formatShare } from '../../layout/reach.ts';
import type { LabExercise } from '../../tasks/questions.ts';
import type { Examination } from '../../worker/protocol.ts';
import { useRun, useWords } from '../context.ts';
import styles from './Examined.module.css';
import { levelsOf } from './levels.ts';

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
              <div key={origin} className={styles.count}>
                <dt>{words[origin]}</dt>
                <Count {...countOf(examination[origin], metric)} metric={metric} />
              </div>
            ))}
          </dl>
          <p className={styles.note}>{words.at(examination.update)}</p>
        </>
      )}
      <p className={styles.note}>
        {words.metrics[exercise.kind]} {words.levels(formatShare(chance), formatShare(memoryless))}
      </p>
    </section>
  );
}

function Count({ percent, metric, ...counted }: ReturnType<typeof countOf> & Pick<LabExercise, 'metric'>) {
  const words = useWords(taskWords);
  return (
    <>
      <dd>{percent}%</dd>
      <dd className={styles.note}>{words.counted(counted, metric)}</dd>
    </>
  );
}

function countOf(score: Examination['training'], metric: LabExercise['metric']) {
  const [right, all] =
    metric === 'answers' ? [score.examplesRight, score.examples] : [score.targetsRight, score.targets];
  return { right, all, percent: formatPercent(all > 0 ? right / all : 0) };
}
