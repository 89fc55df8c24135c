/** What became of "until right" and other conditions, how long the way to a far update is, or that there is nothing to learn. */
import type { Messages } from '../i18n/index.ts';
import type { Condition } from '../worker/protocol.ts';
import { useMessages, useRun } from './context.ts';
import styles from './Outcome.module.css';
import { longWaySentence } from './time/longWaySentence.ts';
import { useLongWay } from './time/useLongWay.ts';

export function Outcome() {
  const words = useMessages().learning;
  const sentence = useSentence();
  const way = useLongWay();
  return (
    <p className={styles.outcome} aria-live="polite">
      {way ? longWaySentence(way, words) : sentence}
    </p>
  );
}

function useSentence(): string {
  const words = useMessages().learning;
  return useRun(({ task, snapshot: { milestones, update, correct, targets }, phase, until, met }) => {
    if (task.vocabulary.length === 1) return words.oneKind;
    if (until && phase.kind === 'training' && !isAllRight(until)) {
      return words.under(conditionText(until, words));
    }
    if (met && !isAllRight(met.condition)) {
      return words.met({ condition: conditionText(met.condition, words), update: met.update });
    }
    const firstRight = milestones.find((milestone) => milestone.correct === targets)?.update;
    // After going back it may lie ahead, where the jumps of the curve name it.
    if (firstRight === undefined || firstRight > update) return '';
    const mayFlicker = phase.kind === 'training';
    if (!mayFlicker && correct < targets) return words.rightBefore(firstRight);
    if (!mayFlicker && met?.condition.kind === 'accuracy' && met.update > firstRight) {
      return words.rightAgain(met.update, firstRight);
    }
    return words.firstRight(firstRight);
  });
}

function isAllRight(condition: Condition): boolean {
  return condition.kind === 'accuracy' && condition.share === 1;
}

function conditionText(condition: Condition, { condition: words }: Messages['learning']): string {
  switch (condition.kind) {
    case 'update':
      return words.update(condition.update);
    case 'accuracy':
      return words.accuracy(condition.share * 100);
    case 'loss':
      return words.loss(condition.nats);
  }
  return condition satisfies never;
}
