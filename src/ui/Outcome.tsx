import type { Run } from '../state/run.ts';
import { useRun } from './context.ts';
import { lazily } from './lazily.ts';
import styles from './Outcome.module.css';

const OutcomeSentence = lazily(async () => (await import('./OutcomeSentence.tsx')).OutcomeSentence);

/** What came of the training, as soon as something may have. */
export function Outcome() {
  const isBegun = useRun(hasBegun);
  return (
    <p className={styles.outcome} aria-live="polite">
      {isBegun && <OutcomeSentence />}
    </p>
  );
}

/** Nothing but training comes to anything; of a text of one kind of letter that much is known before. */
function hasBegun({ ordered, phase, snapshot, task }: Run): boolean {
  return ordered !== null || phase.kind !== 'paused' || snapshot.update > 0 || task.outputNames.length === 1;
}
