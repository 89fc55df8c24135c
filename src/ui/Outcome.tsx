/** What became of "until right", or that there is nothing to learn. */
import { useMessages, useRun } from './context.ts';
import styles from './Outcome.module.css';

export function Outcome() {
  return (
    <p className={styles.outcome} aria-live="polite">
      {useSentence()}
    </p>
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
