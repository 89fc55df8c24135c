import { numberWidth } from '../../layout/format.ts';

/** The font size, `most` or less, at which the widest of these numbers keeps to `room` pixels. */
export function numberSize(numbers: readonly string[], room: number, most: number): number {
  return Math.min(most, room / Math.max(...numbers.map((text) => numberWidth(text, 1))));
}
