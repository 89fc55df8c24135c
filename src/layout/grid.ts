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

const DIGITS = { minWidth: 30, maxWidth: 38, minHeight: 20, maxHeight: 34 };
const COLOR = { min: 6, max: 16 };

/** Arranges `count` values within `maxWidth` × `maxHeight` pixels: one row, else one column, else rows of equal length. */
export function arrange(count: number, maxWidth: number, maxHeight: number): Grid {
  return (
    digits(count, maxWidth, maxHeight) ??
    color(count, maxWidth, maxHeight) ??
    strip(count, maxWidth, maxHeight)
  );
}

function digits(count: number, maxWidth: number, maxHeight: number): Grid | null {
  if (maxHeight < DIGITS.minHeight) return null;
  const perRow = Math.floor(maxWidth / DIGITS.minWidth);
  const perColumn = Math.floor(maxHeight / DIGITS.minHeight);
  if (perRow < 1) return null;
  if (count <= perRow) return digitGrid(count, 1, maxWidth, maxHeight);
  if (count <= perColumn) return digitGrid(1, count, maxWidth, maxHeight);
  const rows = Math.ceil(count / perRow);
  if (rows > perColumn) return null;
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
