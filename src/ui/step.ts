/** What happens at one timestep, for the sentences that describe it. */
import type { Trace } from '../engine/index.ts';
import { isAnswering, readName, saidAt, type Task, targetAt } from '../tasks/task.ts';
import { letterMark } from '../tasks/text.ts';

export interface StepDescription {
  /** From 1, as people count. */
  readonly number: number;
  /** What is read. */
  readonly letter: string;
  /** Null where the network says nothing. */
  readonly prediction: string | null;
  /** Null where there is none, or nobody knows it. */
  readonly target: string | null;
  readonly right: boolean;
}

/** Reads step `t` (from 0) out of a trace. */
export function describeStep(task: Task, trace: Trace, t: number): StepDescription {
  const said = saidAt(task, trace, t);
  const target = targetAt(task, t);
  return {
    number: t + 1,
    letter: readName(task, trace, t),
    prediction: isAnswering(task, t) ? letterMark(task.outputNames[said]) : null,
    target: target === null ? null : letterMark(task.outputNames[target]),
    right: said === target,
  };
}
