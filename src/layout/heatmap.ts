/**
 * Geometry of a heatmap: where its cells lie in device pixels, and which value a pixel shows
 * when there are more values than pixels (the one of largest magnitude, so that none is lost).
 */
import { bisectRight } from 'd3-array';

/** A rows × columns map inside a flat array: (r, c) is values[offset + r·rowStride + c·columnStride]. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly offset: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

/** One position in a grid. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface AxisSize {
  /** How many cells there are. */
  readonly count: number;
  /** Device pixels to lay them out in. */
  readonly length: number;
  /** Device pixels per CSS pixel: the width of the gap between large cells. */
  readonly pixelRatio: number;
  /** Equal groups of cells, such as the gates of a cell, kept apart. */
  readonly blocks?: number;
}

/** The cells of one direction gathered in bins; a bin is what one run of pixels shows, one cell where there is room. */
export interface Axis {
  readonly count: number;
  readonly length: number;
  readonly pixelRatio: number;
  readonly bins: number;
  /** (count) */
  readonly binOfCell: Int32Array;
  /** The first cell of each bin, and count at the end: (bins + 1). */
  readonly firstCell: Int32Array;
  /** The first pixel of each bin, and the first one after it: (bins). */
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** CSS pixels a cell needs for a gap beside it. */
const GAP_FROM = 12;
/** CSS pixels between blocks. */
const BLOCK_GAP = 4;

/** Lays `count` cells along `length` pixels. */
export function layoutAxis({ count, length, pixelRatio, blocks = 1 }: AxisSize): Axis {
  const cells = count / blocks;
  const blockGap = Math.round(BLOCK_GAP * pixelRatio);
  const pitch = (length + blockGap) / blocks;
  const binOfCell = new Int32Array(count);
  const firstCell: number[] = [];
  const start: number[] = [];
  const end: number[] = [];
  for (let block = 0; block < blocks; block++) {
    const from = Math.round(block * pitch);
    const room = Math.max(1, Math.round((block + 1) * pitch) - blockGap - from);
    const bins = Math.min(cells, room);
    const gap = room >= cells * GAP_FROM * pixelRatio ? Math.round(pixelRatio) : 0;
    const binsBefore = start.length;
    for (let cell = 0; cell < cells; cell++) {
      const bin = Math.floor((cell * bins) / cells);
      if (binsBefore + bin === start.length) {
        firstCell.push(block * cells + cell);
        start.push(from + Math.floor((bin * room) / bins));
        end.push(from + Math.floor(((bin + 1) * room) / bins) - (bin + 1 < bins ? gap : 0));
      }
      binOfCell[block * cells + cell] = start.length - 1;
    }
  }
  firstCell.push(count);
  return {
    count,
    length,
    pixelRatio,
    bins: start.length,
    binOfCell,
    firstCell: Int32Array.from(firstCell),
    start: Int32Array.from(start),
    end: Int32Array.from(end),
  };
}

/** Where a cell is drawn, in CSS pixels. */
export function cellSpan(axis: Axis, cell: number): { readonly start: number; readonly length: number } {
  const bin = axis.binOfCell[cell];
  return {
    start: axis.start[bin] / axis.pixelRatio,
    length: (axis.end[bin] - axis.start[bin]) / axis.pixelRatio,
  };
}

/** The cells drawn at a CSS position, from `first` up to and without `end`; positions outside give the nearest. */
export function cellsAt(axis: Axis, position: number): { readonly first: number; readonly end: number } {
  const bin = Math.max(0, bisectRight(axis.start, position * axis.pixelRatio) - 1);
  return { first: axis.firstCell[bin], end: axis.firstCell[bin + 1] };
}

/** The cell whose value is drawn at a CSS position. */
export function drawnCell(
  values: ArrayLike<number>,
  grid: Grid,
  rowAxis: Axis,
  columnAxis: Axis,
  position: { readonly x: number; readonly y: number },
): Cell {
  const rows = cellsAt(rowAxis, position.y);
  const columns = cellsAt(columnAxis, position.x);
  let drawn: Cell = { row: rows.first, column: columns.first };
  let largest = -1;
  for (let row = rows.first; row < rows.end; row++) {
    for (let column = columns.first; column < columns.end; column++) {
      const magnitude = Math.abs(valueAt(values, grid, { row, column }));
      if (magnitude > largest) {
        largest = magnitude;
        drawn = { row, column };
      }
    }
  }
  return drawn;
}

/** The value of one cell. */
export function valueAt(values: ArrayLike<number>, grid: Grid, { row, column }: Cell): number {
  return values[grid.offset + row * grid.rowStride + column * grid.columnStride];
}

/** Writes the value of largest magnitude of every bin to `binned`: (row bins · column bins), row-major. */
export function binValues(
  values: ArrayLike<number>,
  grid: Grid,
  rowAxis: Axis,
  columnAxis: Axis,
  binned: Float32Array,
): void {
  binned.fill(0);
  // The inner loop follows the memory: at 2,000 × 512 the other order misses the cache at every value.
  const rowsOutside = grid.rowStride >= grid.columnStride;
  const [outer, inner] = rowsOutside ? [rowAxis, columnAxis] : [columnAxis, rowAxis];
  const [outerStride, innerStride] = rowsOutside
    ? [grid.rowStride, grid.columnStride]
    : [grid.columnStride, grid.rowStride];
  const [outerBinStride, innerBinStride] = rowsOutside ? [columnAxis.bins, 1] : [1, columnAxis.bins];
  for (let i = 0; i < outer.count; i++) {
    const from = grid.offset + i * outerStride;
    const bin = outer.binOfCell[i] * outerBinStride;
    for (let j = 0; j < inner.count; j++) {
      const value = values[from + j * innerStride];
      const index = bin + inner.binOfCell[j] * innerBinStride;
      if (Math.abs(value) > Math.abs(binned[index])) binned[index] = value;
    }
  }
}

const TICK_STEPS = [1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];

/** Cells (from 0) whose numbers (from 1) can stand along an axis with `spacing` CSS pixels each: 1, 5, 10, … */
export function tickCells(axis: Axis, spacing: number): readonly number[] {
  const room = Math.max(1, axis.length / axis.pixelRatio / spacing);
  const step = TICK_STEPS.find((each) => axis.count / each <= room) ?? axis.count;
  const ticks = [0];
  for (let number = step === 1 ? 2 : step; number <= axis.count; number += step) ticks.push(number - 1);
  return ticks;
}
