/** Checkpoints in less memory, without losing a bit. */
import type { Checkpoint } from '../engine/index.ts';

/** A checkpoint whose values are all, but for a few, numbers of single precision. */
export interface Packed {
  readonly checkpoint: Omit<Checkpoint, 'values'>;
  readonly values: Float32Array | Float64Array;
  /** What single precision does not hold. */
  readonly exceptions: readonly { readonly index: number; readonly value: number }[];
  readonly bytes: number;
}

/** Such as an optimizer's running powers. */
const MOST_EXCEPTIONS = 8;

/** Takes half the memory where the trainer keeps its numbers in single precision. */
export function pack({ values, ...checkpoint }: Checkpoint): Packed {
  const exceptions: { index: number; value: number }[] = [];
  for (let index = 0; index < values.length && exceptions.length <= MOST_EXCEPTIONS; index++) {
    const value = values[index];
    if (!Object.is(Math.fround(value), value)) exceptions.push({ index, value });
  }
  if (exceptions.length > MOST_EXCEPTIONS) {
    return { checkpoint, values, exceptions: [], bytes: values.byteLength };
  }
  const single = Float32Array.from(values);
  return { checkpoint, values: single, exceptions, bytes: single.byteLength };
}

export function unpack({ checkpoint, values, exceptions }: Packed): Checkpoint {
  if (values instanceof Float64Array) return { ...checkpoint, values };
  const exact = Float64Array.from(values);
  for (const { index, value } of exceptions) exact[index] = value;
  return { ...checkpoint, values: exact };
}
