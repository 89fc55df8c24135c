/** What happens at one timestep, for the sentences that describe it. */
import type { Trace } from '../engine/index.ts';
import { argmax } from '../layout/probability.ts';
import { letterMark, type TextTask } from '../tasks/text.ts';

export interface StepDescription {
  /** From 1, as people count. */
  readonly number: number;
  readonly letter: string;
  readonly prediction: string;
  readonly target: string;
  readonly right: boolean;
}

/** Reads step `t` (from 0) out of a trace. */
export function describeStep(task: TextTask, trace: Trace, t: number): StepDescription {
  const letters = task.vocabulary.length;
  const predicted = argmax(trace.logits, t * letters, letters);
  const target = task.ids[t + 1];
  return {
    number: t + 1,
    letter: letterMark(task.letters[t]),
    prediction: letterMark(task.vocabulary[predicted]),
    target: letterMark(task.vocabulary[target]),
    right: predicted === target,
  };
}
