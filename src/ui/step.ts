/** What happens at one timestep, for the sentences that describe it. */
import type { Trace } from '../engine/index.ts';
import { isolated } from '../i18n/isolated.ts';
import {
  endBefore,
  isAnswering,
  type Read,
  readAt,
  readName,
  saidAt,
  type Task,
  targetAt,
} from '../tasks/task.ts';
import { letterMark } from '../tasks/text.ts';

type PictureRead = Extract<Read, { kind: 'picture' }>;

export interface StepDescription {
  /** From 1, as people count. */
  readonly number: number;
  /** What is read. */
  readonly letter: string;
  /** The same where it is a picture. */
  readonly picture: PictureRead | null;
  /** Null where the network says nothing, or nothing more. */
  readonly prediction: string | null;
  /** Null where there is none, or nobody knows it. */
  readonly target: string | null;
  readonly right: boolean;
  /** The step, from 1, with which the answer ended before this one; null where it has not. */
  readonly ended: number | null;
}

/** Reads step `t` (from 0) out of a trace. */
export function describeStep(task: Task, trace: Trace, t: number): StepDescription {
  const said = saidAt(task, trace, t);
  const target = targetAt(task, t);
  const read = readAt(task, trace, t);
  const end = endBefore(task, trace, t);
  return {
    number: t + 1,
    letter: readName(task, trace, t),
    picture: read.kind === 'picture' ? read : null,
    prediction: isAnswering(task, t) && end === null ? letterMark(task.outputNames[said]) : null,
    target: target === null ? null : letterMark(task.outputNames[target]),
    right: end === null && said === target,
    ended: end === null ? null : end + 1,
  };
}

/** Its letters as parts of a sentence. */
export function inSentence(step: StepDescription): StepDescription {
  const { letter, prediction, target } = step;
  return {
    ...step,
    letter: isolated(letter),
    prediction: prediction === null ? null : isolated(prediction),
    target: target === null ? null : isolated(target),
  };
}
