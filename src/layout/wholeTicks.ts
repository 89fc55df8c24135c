import { ticks } from 'd3-array';

/** About `count` round numbers from 0 to `last`, of what is counted in wholes. */
export function wholeTicks(last: number, count: number): readonly number[] {
  return ticks(0, last, count).filter(Number.isInteger);
}
