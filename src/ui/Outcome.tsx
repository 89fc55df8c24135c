/** What became of "until right", how far a replay has come, or that there is nothing to learn. */
import { useMessages, useRun } from './context.ts';
import styles from './Outcome.module.css';

export function Outcome() {
  const words = useMessages().learning;
  const target = useRun((run) => (run.phase.kind === 'seeking' ? run.phase.target : null));
  const update = useRun((run) => (run.phase.kind === 'seeking' ? run.snapshot.update : 0));
  const sentence = useSentence();
  return (
    <div className={styles.outcome}>
      {target !== null ? (
        <label className={styles.progress}>
          {words.seeking(target)}
          <progress max={Math.max(target, 1)} value={Math.min(update, target)} />
        </label>
      ) : (
        <p aria-live="polite">{sentence}</p>
      )}
    </div>
  );
}

function useSentence(): string {
  const words = useMessages().learning;
  return useRun(({ task, snapshot: { milestones, correct, targets }, phase, met }) => {
    if (task.vocabulary.length === 1) return words.oneKind;
    const firstRight = milestones.find((milestone) => milestone.correct === targets)?.update;
    if (firstRight === undefined) return '';
    const mayFlicker = phase.kind === 'training';
    if (!mayFlicker && correct < targets) return words.rightBefore(firstRight);
    if (!mayFlicker && met?.condition.kind === 'accuracy' && met.update > firstRight) {
      return words.rightAgain(met.update, firstRight);
    }
    return words.firstRight(firstRight);
  });
}
