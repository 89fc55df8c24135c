/** How n values are arranged in a block, and how much of each can be shown, decided by the room alone. */

/** Digits where they can be read, else one coloured cell a value, else a strip of pixels. */
export type Detail = 'digits' | 'color' | 'strip';

export interface Grid {
  readonly detail: Detail;
  /** Of its digits, in pixels; 0 where it has none. */
  readonly fontSize: number;
  readonly count: number;
  readonly columns: number;
  readonly rows: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly width: number;
  readonly height: number;
}

/** The most cells without digits that are drawn one by one. */
const MAX_DRAWN_CELLS = 16;

/** Whether a block is painted on a canvas. */
export function isDense({ detail, count }: Grid): boolean {
  return detail !== 'digits' && count > MAX_DRAWN_CELLS;
}

/** Digits of the usual size, and small ones where those have no room: the least of a cell, and of one in a column. */
const NORMAL = { fontSize: 11, minWidth: 32, inColumn: 37, minHeight: 20 };
const SMALL = { fontSize: 9.5, minWidth: 28, inColumn: 28, minHeight: 15 };
const SIZES = [NORMAL, SMALL];
/** The most of a cell with digits; very wide columns widen their cells too. */
const MOST = { width: 42, share: 0.22, height: 34, stacked: 24 };

/** The least height in which `count` values have digits under each other. */
export function leastDigitColumn(count: number): number {
  return count * SMALL.minHeight;
}

/** Up to this many values stay in one line: broken into rows, few values are hard to tell apart. */
const FEW = 4;
const COLOR = { min: 6, max: 16 };

/** Arranges `count` values within `maxWidth` × `maxHeight` pixels: one row, else one column, else rows of equal length. */
export function arrange(count: number, maxWidth: number, maxHeight: number): Grid {
  return (
    first(SIZES, (size) => digits(size, count, maxWidth, maxHeight)) ??
    color(count, maxWidth, maxHeight) ??
    strip(count, maxWidth, maxHeight)
  );
}

/** The same in one row or one column alone; a column leaves `beside` pixels free at its left and right. */
export function arrangeLine(count: number, maxWidth: number, maxHeight: number, beside = 0): Grid {
  const size = Math.min(COLOR.max, Math.floor(maxWidth / count));
  return (
    first(SIZES, (each) => digitLine(each, count, maxWidth, maxHeight, beside)) ??
    grid('color', count, count, 1, size, size)
  );
}

type DigitSize = typeof NORMAL;

function first(sizes: readonly DigitSize[], arrangement: (size: DigitSize) => Grid | null): Grid | null {
  for (const size of sizes) {
    const found = arrangement(size);
    if (found) return found;
  }
  return null;
}

function digitLine(
  size: DigitSize,
  count: number,
  maxWidth: number,
  maxHeight: number,
  beside: number,
): Grid | null {
  if (maxHeight < size.minHeight) return null;
  if (count * size.minWidth <= maxWidth) return digitGrid(size, count, 1, maxWidth, maxHeight);
  const free = maxWidth - 2 * beside;
  if (count * size.minHeight > maxHeight || free < size.inColumn) return null;
  return digitGrid(size, 1, count, free, maxHeight);
}

function digits(size: DigitSize, count: number, maxWidth: number, maxHeight: number): Grid | null {
  const line = digitLine(size, count, maxWidth, maxHeight, 0);
  if (line || count <= FEW) return line;
  const perRow = Math.floor(maxWidth / size.minWidth);
  const rows = Math.ceil(count / perRow);
  if (perRow < 2 || rows * size.minHeight > maxHeight) return null;
  return digitGrid(size, Math.ceil(count / rows), rows, maxWidth, maxHeight, count);
}

function digitGrid(
  size: DigitSize,
  columns: number,
  rows: number,
  maxWidth: number,
  maxHeight: number,
  count = columns * rows,
): Grid {
  const widest = Math.max(MOST.width, Math.floor(maxWidth * MOST.share));
  const cellWidth = Math.min(widest, Math.floor(maxWidth / columns));
  const cellHeight = Math.min(rows === 1 ? MOST.height : MOST.stacked, Math.floor(maxHeight / rows));
  return grid('digits', count, columns, rows, cellWidth, cellHeight, size.fontSize);
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
  fontSize = 0,
): Grid {
  const width = columns * cellWidth;
  const height = rows * cellHeight;
  return { detail, fontSize, count, columns, rows, cellWidth, cellHeight, width, height };
}
