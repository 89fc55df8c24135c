/** How much of a sum of matrices is in sight: the sum itself always, and as many whole parts as there is room for. */

/** CSS pixels of a sign between two matrices, and of the outlines at both ends of the row. */
const SIGN = { least: 16, most: 24 };
export const OUTLINE = 3;
/** CSS pixels of "⋯ +" before and "+ ⋯" behind the parts in sight where there are more, and of "+ ⋯ =". */
const MORE = { before: 32, after: 32, sum: 52 };
/** Fewer parts beside the sum are no sum any more: it stands below them. */
const LEAST_BESIDE = 2;

export interface SumRoom {
  /** How many parts are in sight at once. */
  readonly inSight: number;
  /** Whether the sum stands at the end of their row, else below it. */
  readonly beside: boolean;
  /** CSS pixels of each sign between two parts, and of those before the first and behind the last in sight. */
  readonly sign: number;
  readonly before: number;
  readonly after: number;
}

/** For parts and a sum of one width in a row of this width; all of them where it is not known yet. */
export function sumRoom(width: number, column: number, parts: number): SumRoom {
  const room = width - 2 * OUTLINE;
  const signFor = (left: number, signs: number) =>
    Math.max(SIGN.least, Math.min(SIGN.most, Math.floor(left / Math.max(1, signs))));
  const all = (parts + 1) * column + parts * SIGN.least;
  if (width === 0 || all <= room) {
    const sign = signFor(room - (parts + 1) * column, parts);
    return { inSight: parts, beside: true, sign, before: 0, after: sign };
  }
  const fitting = (left: number) => Math.floor((left + SIGN.least) / (column + SIGN.least));
  const withSum = room - column - MORE.before - MORE.sum;
  const beside = fitting(withSum);
  if (beside >= LEAST_BESIDE) {
    const sign = signFor(withSum - beside * column, beside - 1);
    return { inSight: beside, beside: true, sign, before: MORE.before, after: MORE.sum };
  }
  const left = room - MORE.before - MORE.after;
  const inSight = Math.min(parts, Math.max(1, fitting(left)));
  const sign = signFor(left - inSight * column, inSight - 1);
  return { inSight, beside: false, sign, before: MORE.before, after: MORE.after };
}
