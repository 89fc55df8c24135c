/** Checkpoints in less memory, without losing a bit. */
import type { Checkpoint } from '../engine/index.ts';
import { difference, sum } from './difference.ts';

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

export interface Difference {
  readonly earlier: Packed;
  readonly words: Uint32Array;
}

/** Such as an optimizer's running powers. */
const MOST_EXCEPTIONS = 8;

/** Takes half the memory where the trainer keeps its numbers in single precision. */
export function pack({ values, ...checkpoint }: Checkpoint, parameters: number): Packed {
  const exceptions: { index: number; value: number }[] = [];
  for (let index = 0; index < values.length && exceptions.length <= MOST_EXCEPTIONS; index++) {
    const value = values[index];
    if (!Object.is(Math.fround(value), value)) exceptions.push({ index, value });
  }
  if (exceptions.length > MOST_EXCEPTIONS) return { checkpoint, parameters, exceptions: [], values };
  return { checkpoint, parameters, exceptions, values: new Float32Array(values) };
}

export function unpack(packed: Packed): Checkpoint {
  const numbers = numbersOf(packed);
  if (numbers instanceof Float64Array) return { ...packed.checkpoint, values: numbers };
  const values = new Float64Array(numbers);
  for (const { index, value } of packed.exceptions) values[index] = value;
  return { ...packed.checkpoint, values };
}

export function isDifference({ values }: Packed): boolean {
  return 'words' in values;
}

export function bytesOf({ values }: Packed): number {
  return 'words' in values ? values.words.byteLength : values.byteLength;
}

/** Its values, as exactly as they are kept. */
export function numbersOf(packed: Packed): Float64Array | Float32Array {
  const { values, parameters } = packed;
  if (!('words' in values)) return values;
  const earlier = numbersOf(values.earlier);
  if (earlier instanceof Float64Array) throw new TypeError('a difference from numbers of double precision');
  return sum(values.words, earlier, parameters);
}

/** What `packed` would be as its difference from `earlier`, or null where that is none or not smaller. */
export function differenceFrom(packed: Packed, earlier: Packed): Difference | null {
  const numbers = numbersOf(packed);
  const others = numbersOf(earlier);
  if (numbers instanceof Float64Array || others instanceof Float64Array) return null;
  if (numbers.length !== others.length) return null;
  const words = difference(numbers, others, packed.parameters);
  return words && { earlier, words };
}
