import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Axis,
  type AxisSize,
  binValues,
  cellSpan,
  cellsAt,
  drawnCell,
  type Grid,
  layoutAxis,
  tickCells,
  valueAt,
} from '../../src/layout/heatmap.ts';

const axisSizes: fc.Arbitrary<AxisSize> = fc
  .record({
    cells: fc.integer({ min: 1, max: 400 }),
    blocks: fc.constantFrom(1, 3, 4),
    length: fc.integer({ min: 60, max: 700 }),
    pixelRatio: fc.constantFrom(1, 1.25, 1.5, 2, 3),
  })
  .map(({ cells, blocks, length, pixelRatio }) => ({ count: cells * blocks, blocks, length, pixelRatio }));

describe('layoutAxis', () => {
  it('keeps every bin inside the length, in order and never empty', () => {
    fc.assert(
      fc.property(axisSizes, (size) => {
        const axis = layoutAxis(size);
        for (let bin = 0; bin < axis.bins; bin++) {
          expect(axis.start[bin]).toBeGreaterThanOrEqual(bin === 0 ? 0 : axis.end[bin - 1]);
          expect(axis.end[bin]).toBeGreaterThan(axis.start[bin]);
        }
        expect(axis.end[axis.bins - 1]).toBe(size.length);
      }),
    );
  });

  it('puts every cell in exactly one bin and leaves no bin without a cell', () => {
    fc.assert(
      fc.property(axisSizes, (size) => {
        const axis = layoutAxis(size);
        const cells = new Array<number>(axis.bins).fill(0);
        for (const bin of axis.binOfCell) cells[bin]++;
        expect(Math.min(...cells)).toBeGreaterThan(0);
        cells.forEach((count, bin) => {
          expect(axis.firstCell[bin + 1] - axis.firstCell[bin]).toBe(count);
          expect(axis.binOfCell[axis.firstCell[bin]]).toBe(bin);
        });
      }),
    );
  });

  it('gives every cell its own bin where there are pixels enough', () => {
    expect(layoutAxis({ count: 100, length: 100, pixelRatio: 1 }).bins).toBe(100);
    expect(layoutAxis({ count: 101, length: 100, pixelRatio: 1 }).bins).toBe(100);
  });

  it('separates cells from 12 CSS pixels on by one CSS pixel', () => {
    const gap = (axis: Axis) => axis.start[1] - axis.end[0];
    expect(gap(layoutAxis({ count: 10, length: 119, pixelRatio: 1 }))).toBe(0);
    expect(gap(layoutAxis({ count: 10, length: 120, pixelRatio: 1 }))).toBe(1);
    expect(gap(layoutAxis({ count: 10, length: 240, pixelRatio: 2 }))).toBe(2);
  });

  it('keeps blocks further apart than cells', () => {
    const axis = layoutAxis({ count: 12, length: 200, pixelRatio: 1, blocks: 4 });
    const gaps = [...axis.start.keys()].slice(1).map((bin) => axis.start[bin] - axis.end[bin - 1]);
    const [within, between] = [gaps[0], gaps[2]];
    expect(between).toBeGreaterThan(within);
    expect(gaps.map((gap) => gap === between)).toEqual(gaps.map((_, index) => (index + 1) % 3 === 0));
  });
});

describe('finding cells', () => {
  it('finds at the middle of a span the cell that is drawn there', () => {
    fc.assert(
      fc.property(axisSizes, fc.nat(), (size, pick) => {
        const axis = layoutAxis(size);
        const cell = pick % axis.count;
        const { start, length } = cellSpan(axis, cell);
        const { first, end } = cellsAt(axis, start + length / 2);
        expect(cell).toBeGreaterThanOrEqual(first);
        expect(cell).toBeLessThan(end);
      }),
    );
  });

  it('gives the outermost cells for positions outside', () => {
    const axis = layoutAxis({ count: 5, length: 100, pixelRatio: 2 });
    expect(cellsAt(axis, -3)).toEqual({ first: 0, end: 1 });
    expect(cellsAt(axis, 1000)).toEqual({ first: 4, end: 5 });
  });
});

/** Units × timesteps and rows × columns: the two orders in memory. */
function orders(rows: number, columns: number): Grid[] {
  return [
    { rows, columns, offset: 2, rowStride: columns, columnStride: 1 },
    { rows, columns, offset: 2, rowStride: 1, columnStride: rows },
  ];
}

describe('binValues', () => {
  it('keeps of each bin the value of largest magnitude with its sign, in both orders', () => {
    for (const grid of orders(70, 90)) {
      const values = Float64Array.from({ length: 2 + 70 * 90 }, (_, index) => Math.sin(index * 12.9898) * 3);
      const rowAxis = layoutAxis({ count: 70, length: 20, pixelRatio: 1 });
      const columnAxis = layoutAxis({ count: 90, length: 30, pixelRatio: 1 });
      const binned = new Float32Array(rowAxis.bins * columnAxis.bins).fill(9);
      binValues(values, grid, rowAxis, columnAxis, binned);
      for (let bin = 0; bin < binned.length; bin++) {
        const [y, x] = [Math.floor(bin / columnAxis.bins), bin % columnAxis.bins];
        const cell = drawnCell(values, grid, rowAxis, columnAxis, { x: x + 0.5, y: y + 0.5 });
        expect(binned[bin]).toBe(Math.fround(valueAt(values, grid, cell)));
      }
    }
  });

  it('never loses a single outlier, wherever it is', () => {
    fc.assert(
      fc.property(fc.nat(511), fc.nat(1999), (row, column) => {
        const grid: Grid = { rows: 512, columns: 2000, offset: 0, rowStride: 1, columnStride: 512 };
        const values = new Float64Array(512 * 2000);
        values[column * 512 + row] = -1;
        const rowAxis = layoutAxis({ count: 512, length: 190, pixelRatio: 1 });
        const columnAxis = layoutAxis({ count: 2000, length: 270, pixelRatio: 1 });
        const binned = new Float32Array(rowAxis.bins * columnAxis.bins);
        binValues(values, grid, rowAxis, columnAxis, binned);
        expect(binned[rowAxis.binOfCell[row] * columnAxis.bins + columnAxis.binOfCell[column]]).toBe(-1);
        expect(binned.filter((value) => value !== 0)).toHaveLength(1);
      }),
      { numRuns: 20 },
    );
  });
});

describe('tickCells', () => {
  const numbers = (count: number, length: number) =>
    tickCells(layoutAxis({ count, length, pixelRatio: 1 }), 20).map((cell) => cell + 1);

  it('names every cell where there is room', () => {
    expect(numbers(4, 80)).toEqual([1, 2, 3, 4]);
  });

  it('thins to round numbers, with the first always there', () => {
    expect(numbers(20, 100)).toEqual([1, 5, 10, 15, 20]);
    expect(numbers(2000, 100)).toEqual([1, 500, 1000, 1500, 2000]);
  });

  it('never takes more room than there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 40, max: 400 }), (count, length) => {
        expect(numbers(count, length).length).toBeLessThanOrEqual(length / 20 + 1);
      }),
    );
  });
});
