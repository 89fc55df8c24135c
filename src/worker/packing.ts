/** Checkpoints in less memory, without losing a bit. */
import type { Checkpoint } from '../engine/index.ts';

/** A checkpoint whose values are all, but for a few, numbers of single precision. */
export interface Packed {
  readonly checkpoint: Omit<Checkpoint, 'values'>;
  /** How many of its values are parameters. */
  readonly parameters: number;
  /** What single precision does not hold. */
  readonly exceptions: readonly { readonly index: number; readonly value: number }[];
  /** The same numbers may be written in another way at any time, so that it needs less memory or no other one. */
  values: Float64Array | Float32Array | Difference;
}

/** What a moment differs in from an earlier one; made by `relatives.ts`, which is loaded when that is first wanted. */
export interface Difference {
  readonly earlier: Packed;
  readonly byteLength: number;
  /** The values of the moment itself. */
  sum(): Float32Array;
}

/** Such as an optimizer's running powers. */
const MOST_EXCEPTIONS = 8;

/** A copy, such as of a trainer; it takes half the memory where the numbers are kept in single precision. */
export function pack({ update, learningRate, ablation, values }: Checkpoint, parameters: number): Packed {
  const checkpoint = { update, learningRate, ablation };
  const singles = new Float32Array(values);
  const exceptions: { index: number; value: number }[] = [];
  for (let index = 0; index < values.length && exceptions.length <= MOST_EXCEPTIONS; index++) {
    if (singles[index] !== values[index]) exceptions.push({ index, value: values[index] });
  }
  return exceptions.length > MOST_EXCEPTIONS
    ? { checkpoint, parameters, exceptions: [], values: values.slice() }
    : { checkpoint, parameters, exceptions, values: singles };
}

export function unpack(packed: Packed): Checkpoint {
  const numbers = numbersOf(packed);
  if (numbers instanceof Float64Array) return { ...packed.checkpoint, values: numbers };
  const values = new Float64Array(numbers);
  for (const { index, value } of packed.exceptions) values[index] = value;
  return { ...packed.checkpoint, values };
}

export function isDifference(values: Packed['values']): values is Difference {
  return 'earlier' in values;
}

export function bytesOf({ values }: Packed): number {
  return values.byteLength;
}

/** Its values, as exactly as they are kept. */
export function numbersOf({ values }: Packed): Float64Array | Float32Array {
  return isDifference(values) ? values.sum() : values;
}
