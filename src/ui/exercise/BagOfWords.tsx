/** What a model without word order has right of the same sentences, beside the network that reads them in order. */
import * as taskWords from '../../i18n/tasks.ts';
import { formatPercent } from '../../layout/format.ts';
import type { ExerciseOf } from '../../tasks/questions.ts';
import type { Count } from '../../tasks/tally.ts';
import { useWords } from '../context.ts';
import styles from './BagOfWords.module.css';
import { CountRow } from './CountRow.tsx';
import { useBagOfWords } from './useBagOfWords.ts';

/** In one line, so that the buttons below are in sight on a low screen. */
export function BagOfWords({ exercise }: { readonly exercise: ExerciseOf<'feelings'> }) {
  const words = useWords(taskWords);
  const tally = useBagOfWords(exercise);
  return (
    <details className={styles.bag}>
      <summary>{words.bagInShort(shareOf(tally?.all), shareOf(tally?.negated))}</summary>
      <p className={styles.note}>{words.bagOfWords}</p>
      <dl className={styles.counts} aria-busy={tally === null}>
        <CountRow name={words.heldOut} count={tally?.all ?? null} metric="answers" />
        <CountRow name={words.negated} count={tally?.negated ?? null} metric="answers" isPart />
      </dl>
    </details>
  );
}

function shareOf(count: Count | undefined): string {
  return count ? `${formatPercent(count.right / count.all)}%` : '…';
}
