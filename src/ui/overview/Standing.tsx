import { grouped } from '../../i18n/numbers.ts';
import { formatLoss, formatPercent } from '../../layout/format.ts';
import { useMessages, useRun } from '../context.ts';
import { useCovered } from '../guessing/useRound.ts';
import { useReplay } from '../time/ReplayProgress.tsx';
import styles from './Standing.module.css';

/** Accuracy, loss and update in one glance; the panel beside or above the network says them in full. */
export function Standing() {
  const words = useMessages().learning;
  const snapshot = useRun((run) => run.snapshot);
  const covered = useCovered();
  const isReplaying = useReplay() !== null;
  const accuracy = formatPercent(snapshot.correct / snapshot.targets);
  return (
    <div className={styles.standing} aria-hidden="true">
      <div className={styles.accuracy}>
        <span>{words.accuracy}</span>
        <strong>{covered ? '?' : `${accuracy}%`}</strong>
      </div>
      <div>
        <span>{words.loss}</span>
        <strong>{covered ? '?' : formatLoss(snapshot.loss)}</strong>
      </div>
      <div className={styles.update}>
        <span>{words.update}</span>
        <strong>
          {isReplaying && '≈ '}
          {grouped(snapshot.update)}
        </strong>
      </div>
    </div>
  );
}
