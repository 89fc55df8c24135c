/** Which timesteps a strip of small columns shows. */

/** CSS pixels: the narrowest column whose letters stay apart, and the widest that still reads as one picture. */
const COLUMN = { least: 34, most: 104 };
/** So many timesteps at both sides of the selected one stay in sight. */
const NEIGHBOURS = 2;

export interface OverviewWindow {
  readonly first: number;
  readonly count: number;
  readonly columnWidth: number;
}

/**
 * As many timesteps as `room` pixels hold. A step near those shown before (from `firstBefore` on) moves them no further
 * than it has to, so that a column that was clicked stays under the pointer; any other one comes into the middle.
 */
export function overviewWindow(
  timesteps: number,
  selected: number,
  room: number,
  firstBefore: number | null,
): OverviewWindow {
  const count = Math.max(1, Math.min(timesteps, Math.floor(room / COLUMN.least)));
  const columnWidth = Math.max(COLUMN.least, Math.min(COLUMN.most, Math.floor(room / count)));
  const neighbours = Math.min(NEIGHBOURS, Math.floor((count - 1) / 2));
  const isNear = firstBefore !== null && selected >= firstBefore - 1 && selected <= firstBefore + count;
  const wanted = isNear
    ? Math.max(selected + neighbours + 1 - count, Math.min(selected - neighbours, firstBefore))
    : selected - Math.floor((count - 1) / 2);
  return { first: Math.max(0, Math.min(timesteps - count, wanted)), count, columnWidth };
}
