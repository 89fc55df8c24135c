/** How n values are arranged in a block, and how much of each can be shown, decided by the room alone. */

/** Digits where they can be read, else one coloured cell a value, else a strip of pixels. */
export type Detail = 'digits' | 'color' | 'strip';

export interface Grid {
  readonly detail: Detail;
  readonly count: number;
  readonly columns: number;
  readonly rows: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly width: number;
  readonly height: number;
}

/** Blocks of more cells than this are painted on a canvas where they have no digits. */
export const MAX_DRAWN_CELLS = 16;

const DIGITS = { minWidth: 32, maxWidth: 42, minHeight: 20, maxHeight: 34 };
/** Up to this many values stay in one line: broken into rows, few values are hard to tell apart. */
const FEW = 4;
const COLOR = { min: 6, max: 16 };

/** Arranges `count` values within `maxWidth` × `maxHeight` pixels: one row, else one column, else rows of equal length. */
export function arrange(count: number, maxWidth: number, maxHeight: number): Grid {
  return (
    digits(count, maxWidth, maxHeight) ??
    color(count, maxWidth, maxHeight) ??
    strip(count, maxWidth, maxHeight)
  );
}

/** The same in one row or one column alone. */
export function arrangeLine(count: number, maxWidth: number, maxHeight: number): Grid {
  const size = Math.min(COLOR.max, Math.floor(maxWidth / count));
  return digitLine(count, maxWidth, maxHeight) ?? grid('color', count, count, 1, size, size);
}

function digitLine(count: number, maxWidth: number, maxHeight: number): Grid | null {
  if (maxHeight < DIGITS.minHeight || maxWidth < DIGITS.minWidth) return null;
  if (count * DIGITS.minWidth <= maxWidth) return digitGrid(count, 1, maxWidth, maxHeight);
  if (count * DIGITS.minHeight <= maxHeight) return digitGrid(1, count, maxWidth, maxHeight);
  return null;
}

function digits(count: number, maxWidth: number, maxHeight: number): Grid | null {
  const line = digitLine(count, maxWidth, maxHeight);
  if (line || count <= FEW) return line;
  const perRow = Math.floor(maxWidth / DIGITS.minWidth);
  const rows = Math.ceil(count / perRow);
  if (perRow < 2 || rows * DIGITS.minHeight > maxHeight) return null;
  return digitGrid(Math.ceil(count / rows), rows, maxWidth, maxHeight, count);
}

function digitGrid(
  columns: number,
  rows: number,
  maxWidth: number,
  maxHeight: number,
  count = columns * rows,
): Grid {
  const cellWidth = Math.min(DIGITS.maxWidth, Math.floor(maxWidth / columns));
  const cellHeight = Math.min(rows === 1 ? DIGITS.maxHeight : 24, Math.floor(maxHeight / rows));
  return grid('digits', count, columns, rows, cellWidth, cellHeight);
}

function color(count: number, maxWidth: number, maxHeight: number): Grid | null {
  for (let size = COLOR.max; size >= COLOR.min; size--) {
    const perRow = Math.floor(maxWidth / size);
    const rows = Math.ceil(count / perRow);
    if (perRow >= 1 && rows * size <= maxHeight) {
      return grid('color', count, Math.ceil(count / rows), rows, size, size);
    }
  }
  return null;
}

function strip(count: number, maxWidth: number, maxHeight: number): Grid {
  const size = Math.min(COLOR.min - 1, Math.max(1, Math.floor(Math.sqrt((maxWidth * maxHeight) / count))));
  const columns = Math.max(1, Math.min(count, Math.floor(maxWidth / size)));
  return grid('strip', count, columns, Math.ceil(count / columns), size, size);
}

function grid(
  detail: Detail,
  count: number,
  columns: number,
  rows: number,
  cellWidth: number,
  cellHeight: number,
): Grid {
  const width = columns * cellWidth;
  const height = rows * cellHeight;
  return { detail, count, columns, rows, cellWidth, cellHeight, width, height };
}
