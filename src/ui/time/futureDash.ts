/** Told apart without colours; the caps are round. With more futures than these, their numbers tell. */
const DASHES = ['0.1 3.3', '5 4', '8 4 0.1 4', '2 4'];

/** The dashes of the earlier future at `position` among them, of its curve and in the list. */
export function futureDash(position: number): string {
  return DASHES[position % DASHES.length];
}
