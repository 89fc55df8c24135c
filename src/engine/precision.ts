/**
 * Networks of more parameters keep parameters and moments in single precision, as PyTorch does by default, so that
 * twice as many checkpoints fit into the same memory. The arithmetic is double precision for all.
 */
const MOST_DOUBLES = 4096;

/** Decided by the configuration alone, so that a seed means the same bits on every machine. */
export function isSinglePrecision(parameterCount: number): boolean {
  return parameterCount > MOST_DOUBLES;
}

/** Rounds the first `count` numbers to the nearest of single precision. */
export function roundToSingle(values: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) values[i] = Math.fround(values[i]);
}
