/** What a network unrolls over, step by step, in the names that people know: what its pictures are drawn from. */
import type { Example, Trace } from '../engine/index.ts';
import { letterMark, UNKNOWN } from './letterMark.ts';

export interface Task {
  /** The example in sight. */
  readonly example: Example;
  /** The first rows · columns inputs are the pixels of a picture, row by row; null without pictures. */
  readonly picture: { readonly rows: number; readonly columns: number } | null;
  /** Names of the inputs that come after the pixels, by index. */
  readonly inputNames: readonly string[];
  /** Names of the decoder's inputs where it has weights of its own. */
  readonly decoderNames: readonly string[] | null;
  readonly outputNames: readonly string[];
  /** The first timestep at which the network says something. */
  readonly answerFrom: number;
  /** The output that ends the answer, where there is one. */
  readonly stop?: number | null;
}

/** x_t as people know it. */
export type Read =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'name'; readonly index: number; readonly names: readonly string[] }
  | {
      readonly kind: 'picture';
      readonly rows: number;
      readonly columns: number;
      readonly pixels: Float64Array;
    };

/** What the network reads at timestep t: in a trace, because it may be its own output. */
export function readAt({ example, picture, inputNames, decoderNames }: Task, trace: Trace, t: number): Read {
  const input = example.inputs[t];
  if (input instanceof Float64Array) {
    return picture === null ? { kind: 'nothing' } : { kind: 'picture', ...picture, pixels: input };
  }
  const index = trace.inputs[t];
  if (index < 0) return { kind: 'nothing' };
  if (decoderNames !== null && t >= (example.decoderFrom ?? 0)) {
    return { kind: 'name', index, names: decoderNames };
  }
  const pixels = picture === null ? 0 : picture.rows * picture.columns;
  return { kind: 'name', index: index - pixels, names: inputNames };
}

/** Whether the network reads anything at timestep t. */
export function isReading({ example }: Task, t: number): boolean {
  return example.inputs[t] !== null;
}

/** What the network reads at timestep t, in writing: as the letters under a picture of it are; a dash after its answer. */
export function readName(task: Task, trace: Trace, t: number): string {
  if (endBefore(task, trace, t) !== null) return '–';
  const read = readAt(task, trace, t);
  switch (read.kind) {
    case 'name':
      return letterMark(read.names[read.index]);
    case 'picture':
      return '▦';
    case 'nothing':
      return isUnknown(task, t) ? UNKNOWN : '–';
  }
}

/** Whether the network reads nothing at timestep t because it does not know the word: an encoder has one at each step. */
export function isUnknown({ example, decoderNames }: Task, t: number): boolean {
  return decoderNames !== null && example.inputs[t] === null;
}

/** What is read at each timestep, in writing. */
export function readNames(task: Task, trace: Trace): readonly string[] {
  return Array.from({ length: trace.timesteps }, (_, t) => readName(task, trace, t));
}

/** Whose weights timestep t uses; undefined where there is one set. */
export function partAt({ decoderNames, example }: Task, t: number): Part | undefined {
  if (decoderNames === null) return undefined;
  return t < (example.decoderFrom ?? 0) ? 'encoder' : 'decoder';
}

export type Part = 'encoder' | 'decoder';

/** Names of all numbers of x_t, in writing: the pixels by row and column from 1, then what is named. */
export function inputMarks({ picture, inputNames, decoderNames }: Task, part?: Part): readonly string[] {
  if (part === 'decoder' && decoderNames !== null) return decoderNames.map(letterMark);
  const { rows, columns } = picture ?? { rows: 0, columns: 0 };
  const pixels = Array.from(
    { length: rows * columns },
    (_, index) => `▦${Math.floor(index / columns) + 1},${(index % columns) + 1}`,
  );
  return [...pixels, ...inputNames.map(letterMark)];
}

/** The output of the largest logit at timestep t; the first of equal ones. */
export function saidAt({ outputNames }: Task, { logits }: Trace, t: number): number {
  const V = outputNames.length;
  let best = 0;
  for (let i = 1; i < V; i++) if (logits[t * V + i] > logits[t * V + best]) best = i;
  return best;
}

/** Whether the network says something at timestep t. */
export function isAnswering({ answerFrom }: Task, t: number): boolean {
  return t >= answerFrom;
}

/** The timestep before t at which the answer ended, with the first stop symbol: nothing is said after it. Null where it has not. */
export function endBefore(task: Task, trace: Trace, t: number): number | null {
  const { answerFrom, stop = null } = task;
  if (stop === null) return null;
  for (let s = answerFrom; s < t; s++) if (saidAt(task, trace, s) === stop) return s;
  return null;
}

/** The index of the right output at timestep t; null where there is none, or nobody knows it. */
export function targetAt({ example }: Task, t: number): number | null {
  return example.targets[t] ?? null;
}
