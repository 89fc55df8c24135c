/** How much of a sum of matrices is in sight: the sum itself always, and as many whole parts as there is room for. */

/** CSS pixels of a sign between two matrices, and of the outlines at both ends of the row. */
const SIGN = { least: 16, most: 24 };
export const OUTLINE = 3;
/** Fewer parts beside the sum are no sum any more: it stands below them. */
const LEAST_BESIDE = 2;

export interface SumRoom {
  /** How many parts are in sight at once. */
  readonly inSight: number;
  /** Whether the sum stands at the end of their row, else below it. */
  readonly beside: boolean;
  /** CSS pixels of each sign. */
  readonly sign: number;
}

/** For parts and a sum of one width in a row of this width; all of them where it is not known yet. */
export function sumRoom(width: number, column: number, parts: number): SumRoom {
  const room = width - 2 * OUTLINE;
  const signFor = (columns: number, signs: number) =>
    Math.max(SIGN.least, Math.min(SIGN.most, Math.floor((room - columns * column) / signs)));
  const all = (parts + 1) * column + parts * SIGN.least;
  if (width === 0 || all <= room) return { inSight: parts, beside: true, sign: signFor(parts + 1, parts) };
  // A sign at each side of what is in sight says that there is more.
  const fitting = (columns: number) =>
    Math.floor((room - columns * column - SIGN.least) / (column + SIGN.least));
  const beside = fitting(1);
  if (beside >= LEAST_BESIDE) {
    return { inSight: beside, beside: true, sign: signFor(beside + 1, beside + 1) };
  }
  const inSight = Math.min(parts, Math.max(1, fitting(0)));
  return { inSight, beside: false, sign: signFor(inSight, inSight + 1) };
}
