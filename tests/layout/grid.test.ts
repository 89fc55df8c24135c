import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, arrangeLine, leastDigitColumn } from '../../src/layout/grid.ts';

describe('arrange', () => {
  it('keeps any number of values inside the room and gives each a cell', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 512 }),
        fc.integer({ min: 20, max: 200 }),
        fc.integer({ min: 24, max: 120 }),
        (count, width, height) => {
          const grid = arrange(count, width, height);
          expect(grid.columns * grid.rows).toBeGreaterThanOrEqual(count);
          expect((grid.rows - 1) * grid.columns).toBeLessThan(count);
          expect(grid.width).toBeLessThanOrEqual(Math.max(width, grid.columns));
          if (grid.detail !== 'strip') expect(grid.height).toBeLessThanOrEqual(height);
        },
      ),
    );
  });

  it('writes three units side by side where there is room', () => {
    expect(arrange(3, 150, 80)).toMatchObject({ detail: 'digits', columns: 3, rows: 1 });
  });

  it('writes them under each other in a narrow column', () => {
    expect(arrange(3, 48, 80)).toMatchObject({ detail: 'digits', columns: 1, rows: 3 });
  });

  it('writes smaller digits before it gives them up', () => {
    const usual = arrangeLine(5, 170, 40);
    const small = arrangeLine(5, 145, 40);
    expect(usual).toMatchObject({ detail: 'digits', rows: 1 });
    expect(small).toMatchObject({ detail: 'digits', rows: 1 });
    expect(small.fontSize).toBeLessThan(usual.fontSize);
    expect(arrangeLine(8, 70, leastDigitColumn(8))).toMatchObject({ detail: 'digits', columns: 1, rows: 8 });
  });

  it('leaves room for letters at both sides of a column, none beside a row', () => {
    expect(arrangeLine(4, 54, 80, 10).width).toBeLessThanOrEqual(34);
    expect(arrangeLine(2, 70, 40, 10).width).toBeGreaterThan(60);
  });

  it('keeps a few values in one line, even without digits', () => {
    expect(arrange(4, 90, 40)).toMatchObject({ detail: 'color', rows: 1 });
    expect(arrangeLine(7, 90, 40)).toMatchObject({ detail: 'color', columns: 7, rows: 1 });
    expect(arrangeLine(4, 90, 88)).toMatchObject({ detail: 'digits', columns: 1, rows: 4 });
  });

  it('breaks more units into rows of nearly equal length', () => {
    expect(arrange(6, 150, 80)).toMatchObject({ detail: 'digits', columns: 3, rows: 2 });
  });

  it('falls back to colour, then to a strip, as the units grow', () => {
    expect(arrange(32, 150, 80).detail).toBe('color');
    expect(arrange(512, 150, 80).detail).toBe('strip');
  });

  it('never loses detail when the room grows', () => {
    const order = ['strip', 'color', 'digits'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 512 }),
        fc.integer({ min: 30, max: 200 }),
        fc.integer({ min: 24, max: 100 }),
        fc.integer({ min: 0, max: 80 }),
        (count, width, height, more) => {
          const small = order.indexOf(arrange(count, width, height).detail);
          expect(order.indexOf(arrange(count, width + more, height + more).detail)).toBeGreaterThanOrEqual(
            small,
          );
        },
      ),
    );
  });
});
