import * as taskWords from '../../i18n/tasks.ts';
import { formatPercent } from '../../layout/format.ts';
import type { LabExercise } from '../../tasks/questions.ts';
import type { Count } from '../../tasks/tally.ts';
import { useWords } from '../context.ts';
import styles from './Examined.module.css';

export interface CountRowProps {
  readonly name: string;
  /** Null while it is being counted. */
  readonly count: Count | null;
  /** What is counted. */
  readonly metric: LabExercise['metric'];
  /** Whether it is a part of the row above. */
  readonly isPart?: boolean;
}

/** One row of a list of counts: the share, and of how many. */
export function CountRow({ name, count, metric, isPart = false }: CountRowProps) {
  const words = useWords(taskWords);
  return (
    <div className={styles.count}>
      <dt className={isPart ? styles.part : ''}>{name}</dt>
      <dd>{count === null ? '…' : `${formatPercent(count.all > 0 ? count.right / count.all : 0)}%`}</dd>
      <dd className={styles.note}>{count && words.counted(count, metric)}</dd>
    </div>
  );
}
