/** What the network says at one timestep, as its column shows it. */
import type { Trace } from '../engine/index.ts';
import type { Block } from '../layout/blocks.ts';
import { formatFixed } from '../layout/format.ts';
import { isCode, isWord } from '../layout/letterSize.ts';
import { listedLetters, softmax } from '../layout/probability.ts';
import { saidAt, type Task, targetAt } from '../tasks/task.ts';
import { letterMark } from '../tasks/text.ts';

export interface Prediction {
  /** Null where nobody knows the right one. */
  readonly target: number | null;
  /** The most probable letter. */
  readonly said: number;
  readonly probabilities: ArrayLike<number>;
  /** Those that have a bar and a score, by index. */
  readonly listed: readonly number[];
}

/** Of a vocabulary with more than `count` letters only so many are listed. */
export function predictionAt(task: Task, trace: Trace, t: number, count: number): Prediction {
  const size = task.outputNames.length;
  const target = targetAt(task, t);
  const probabilities = softmax(trace.logits, t * size, size);
  return {
    target,
    said: saidAt(task, trace, t),
    probabilities,
    listed: listedLetters(probabilities, count, target),
  };
}

/** Where the largest is below this share, whole percentages would tell little apart; above, it reads 10 or more. */
const SMALL = 0.0995;

/** A whole percentage; where even the largest is small, among many letters, with a decimal. */
export function percentOf({ probabilities, said }: Prediction, id: number): string {
  return formatFixed(100 * probabilities[id], probabilities[said] < SMALL ? 1 : 0);
}

/** The scores of the listed letters, as they are drawn in the block of the logits. */
export function scoresOf(
  { logits }: Trace,
  t: number,
  { listed, probabilities }: Prediction,
  vocabulary: readonly string[],
) {
  return {
    values: listed.map((letter) => logits[t * probabilities.length + letter]),
    letters: listed.map((letter) => letterMark(vocabulary[letter])),
  };
}

/** What is drawn as bars, as elements or on a canvas. */
export interface ProbabilityBarsProps {
  readonly block: Block;
  readonly prediction: Prediction;
  readonly vocabulary: readonly string[];
}

/** Whether bars stand below their letters: words, and codes wherever in the vocabulary, take the row for themselves. */
export function isWorded(vocabulary: readonly string[], listed: readonly number[]): boolean {
  return hasCodes(vocabulary) || listed.some((letter) => isWord(vocabulary[letter]));
}

const known = new WeakMap<readonly string[], boolean>();

/** Looked for once, not in every column. */
function hasCodes(vocabulary: readonly string[]): boolean {
  const has = known.get(vocabulary) ?? vocabulary.some((letter) => isCode(letterMark(letter)));
  known.set(vocabulary, has);
  return has;
}
