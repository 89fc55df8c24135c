import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrollToColumn, shareRight, visibleColumns } from '../../src/layout/window.ts';

describe('visibleColumns', () => {
  it('covers everything in sight and little more, however long the text', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 66, max: 196 }),
        fc.integer({ min: 100, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (timesteps, columnWidth, viewWidth, position) => {
          const scrollLeft = position * Math.max(0, timesteps * columnWidth - viewWidth);
          const { first, count } = visibleColumns(scrollLeft, viewWidth, columnWidth, timesteps);
          expect(first * columnWidth).toBeLessThanOrEqual(scrollLeft);
          expect((first + count) * columnWidth).toBeGreaterThanOrEqual(
            Math.min(timesteps * columnWidth, scrollLeft + viewWidth),
          );
          expect(count).toBeLessThanOrEqual(viewWidth / columnWidth + 4);
          expect(first + count).toBeLessThanOrEqual(timesteps);
        },
      ),
    );
  });
});

describe('scrollToColumn', () => {
  it('does not move for a column in sight and moves just enough for one that is not', () => {
    expect(scrollToColumn(3, 200, 500, 100, 0)).toBe(200);
    expect(scrollToColumn(1, 200, 500, 100, 0)).toBe(100);
    expect(scrollToColumn(9, 200, 500, 100, 0)).toBe(500);
    expect(scrollToColumn(9, 200, 500, 100, 20)).toBe(540);
  });
});

describe('shareRight', () => {
  it('tells the share of right steps in equal parts of the text', () => {
    expect(shareRight([true, false, true, true], 2)).toEqual([0.5, 1]);
    expect(shareRight([true, false], 10)).toEqual([1, 0]);
  });

  it('counts only where something can be right', () => {
    expect(shareRight([null, null, null, true, true, false], 2)).toEqual([Number.NaN, 2 / 3]);
    expect(shareRight([null, true], 1)).toEqual([1]);
  });
});
