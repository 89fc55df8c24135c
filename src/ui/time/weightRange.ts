/** The values that a person can give a weight. */
import { LIMITS } from '../../state/config.ts';

export function clampWeight(value: number): number {
  return Math.max(LIMITS.weight.min, Math.min(LIMITS.weight.max, value));
}

/** As many digits as a person wants to see of a weight. */
export function roundWeight(value: number): number {
  return Number(value.toFixed(4));
}
