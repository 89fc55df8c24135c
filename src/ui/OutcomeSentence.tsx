/** What became of "until right" and other conditions, how long the way to a far update is, or that there is nothing to learn. */
import { aftermath } from '../i18n/aftermath.ts';
import type { Run } from '../state/run.ts';
import type { Condition } from '../worker/protocol.ts';
import { useConfig, useRun, useWords } from './context.ts';
import { useCovered } from './guessing/useRound.ts';
import { lazily } from './lazily.ts';
import { useLasting } from './useLasting.ts';

/** Loaded when the run is first sent to an update. */
const LongWay = lazily(async () => (await import('./time/LongWay.tsx')).LongWay, {
  waiting: ({ children }) => children,
});

export function OutcomeSentence() {
  const words = useWords(aftermath);
  const outcome = useSentence();
  const isLate = useIsLate();
  const sentence = isLate ? words.underWay : outcome;
  const goal = useRun(goalOf);
  if (goal === null) return sentence;
  return <LongWay goal={goal}>{sentence}</LongWay>;
}

/** The update to which the run is on its way by itself. */
function goalOf({ phase, until }: Run): number | null {
  if (phase.kind === 'seeking') return phase.target;
  return phase.kind === 'training' && until?.kind === 'update' ? until.update : null;
}

/** Milliseconds after which one wonders whether an order was taken. */
const LATE = 400;

/** Whether an order waits for an update that takes long. */
function useIsLate(): boolean {
  const isOrdered = useRun((run) => run.ordered !== null && !run.preparing);
  return useLasting(isOrdered, LATE);
}

function useSentence(): string {
  const words = useWords(aftermath);
  const covered = useCovered();
  const interventions = useConfig((config) => config.interventions);
  return useRun(
    ({ exercise, task, snapshot: { milestones, update, correct, targets }, phase, until, met }) => {
      if (task.outputNames.length === 1) return words.oneKind;
      // Of an exercise the right ones are those of a batch, another one at each update.
      const isOfBatch = exercise !== null;
      if (until && phase.kind === 'training' && (isOfBatch || !isAllRight(until))) {
        return words.under(conditionText(until, words));
      }
      if (!covered && met && (isOfBatch || !isAllRight(met.condition))) {
        if (met.condition.kind === 'update') return words.updateReached(met.update);
        return words.met({ condition: conditionText(met.condition, words), update: met.update });
      }
      if (isOfBatch || covered) return '';
      const firstRight = milestones.find((milestone) => milestone.correct === targets)?.update;
      // After going back it may lie ahead, where the jumps of the curve name it.
      if (firstRight === undefined || firstRight > update) return '';
      const mayFlicker = phase.kind === 'training';
      if (!mayFlicker && correct < targets) {
        // One at the same update came first: what is right there is so with it.
        const change = interventions.findLast((each) => each.update > firstRight && each.update <= update);
        return change ? words.rightBeforeChange(firstRight, change.update) : words.rightBefore(firstRight);
      }
      if (!mayFlicker && met?.condition.kind === 'accuracy' && met.update > firstRight) {
        return words.rightAgain(met.update, firstRight);
      }
      return words.firstRight(firstRight);
    },
  );
}

function isAllRight(condition: Condition): boolean {
  return condition.kind === 'accuracy' && condition.share === 1;
}

function conditionText(condition: Condition, { condition: words }: typeof aftermath.en): string {
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
