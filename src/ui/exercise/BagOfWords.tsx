/** What a model without word order has right of the same sentences, beside the network that reads them in order. */
import * as taskWords from '../../i18n/tasks.ts';
import type { ExerciseOf } from '../../tasks/questions.ts';
import { useWords } from '../context.ts';
import { CountRow } from './CountRow.tsx';
import styles from './Examined.module.css';
import { useBagOfWords } from './useBagOfWords.ts';

export function BagOfWords({ exercise }: { readonly exercise: ExerciseOf<'feelings'> }) {
  const words = useWords(taskWords);
  const tally = useBagOfWords(exercise);
  return (
    <>
      <p className={`${styles.note} ${styles.other}`}>{words.bagOfWords}</p>
      <dl className={styles.counts} aria-busy={tally === null}>
        <CountRow name={words.heldOut} count={tally?.all ?? null} metric="answers" />
        <CountRow name={words.negated} count={tally?.negated ?? null} metric="answers" isPart />
      </dl>
    </>
  );
}
