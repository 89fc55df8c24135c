/**
 * Networks of more parameters keep parameters and moments in single precision, as PyTorch does by default, so that
 * twice as many checkpoints fit into the same memory. The arithmetic is double precision for all.
 */
const MOST_DOUBLES = 4096;

/** Decided by the configuration alone, so that a seed means the same bits on every machine. */
export function isSinglePrecision(parameterCount: number): boolean {
  return parameterCount > MOST_DOUBLES;
}

/** Parameters as they are kept: what single precision holds without loss takes half the memory in it. */
export type FlatParameters = Float64Array | Float32Array;

/** A copy of all parameters of a network, in as little memory as holds them without loss. */
export function copyParameters(parameters: Float64Array): FlatParameters {
  return isSinglePrecision(parameters.length) ? new Float32Array(parameters) : parameters.slice();
}

/** Rounds the first `count` numbers to the nearest of single precision. */
export function roundToSingle(values: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) values[i] = Math.fround(values[i]);
}
