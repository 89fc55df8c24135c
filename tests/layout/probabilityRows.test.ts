import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/layout/blocks.ts';
import { barLength, placeProbabilities } from '../../src/layout/probabilityRows.ts';

const LISTED = 4;

const block = (width: number): Block => ({
  role: 'probability',
  layer: 0,
  x: 12,
  y: 100,
  width,
  height: 18 * LISTED,
  grid: null,
  inputs: [],
});

const widths = fc.double({ min: 40, max: 260, noNaN: true });

describe('the rows of probabilities', () => {
  it.each([false, true])('keep letter, bar and number within the block (words: %s)', (worded) => {
    fc.assert(
      fc.property(widths, (width) => {
        const own = block(width);
        const { middle, step, letter, bar, number } = placeProbabilities(own, LISTED, worded);
        for (let row = 0; row < LISTED; row++) {
          const top = middle + row * step + bar.y;
          expect(top).toBeGreaterThanOrEqual(own.y + row * step);
          expect(top + bar.height).toBeLessThanOrEqual(own.y + (row + 1) * step);
        }
        expect(bar.width).toBeGreaterThan(0);
        expect(bar.x + bar.width).toBeLessThanOrEqual(own.x + own.width + 1e-9);
        const left = worded ? letter.x : letter.x - letter.room / 2;
        expect(left).toBeGreaterThanOrEqual(own.x - 1);
        expect(left + letter.room).toBeLessThanOrEqual(worded ? own.x + own.width : bar.x + 1);
        expect(number.x).toBeCloseTo(own.x + own.width);
      }),
    );
  });

  it('leave the number its place at the right of letter and bar, and none where it has no room', () => {
    const wide = placeProbabilities(block(120), LISTED, false);
    expect(wide.number.x - (wide.bar.x + wide.bar.width)).toBeGreaterThanOrEqual(wide.number.fontSize * 2);
    const narrow = placeProbabilities(block(60), LISTED, false);
    expect(narrow.number.fontSize).toBeLessThan(wide.number.fontSize);
    const narrowest = placeProbabilities(block(45), LISTED, false);
    expect(narrowest.number.fontSize).toBe(0);
    expect(narrowest.bar.x + narrowest.bar.width).toBe(12 + 45);
  });
});

describe('a bar', () => {
  it('grows with its probability, from what can be seen to the whole track', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(widths, probability, probability, (width, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)].map((p) => barLength(width, p));
        expect(less).toBeGreaterThanOrEqual(1);
        expect(more).toBeGreaterThanOrEqual(less);
        expect(more).toBeLessThanOrEqual(Math.max(1, width) + 0.05);
      }),
    );
  });

  it('stands still where the change could not be seen', () => {
    expect(barLength(40, 0.5)).toBe(barLength(40, 0.5 + 1e-4));
    expect(barLength(40, 0.5)).not.toBe(barLength(40, 0.51));
  });
});
