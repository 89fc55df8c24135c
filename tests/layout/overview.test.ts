import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overviewWindow } from '../../src/layout/overview.ts';

const sizes = {
  timesteps: fc.integer({ min: 1, max: 2000 }),
  room: fc.integer({ min: 34, max: 2400 }),
  before: fc.option(fc.integer({ min: 0, max: 2000 })),
};

describe('the window of the strip', () => {
  it('holds the selected step whole, and never a step that is not there', () => {
    fc.assert(
      fc.property(sizes.timesteps, fc.nat(), sizes.room, sizes.before, (timesteps, any, room, before) => {
        const selected = any % timesteps;
        const { first, count, columnWidth } = overviewWindow(timesteps, selected, room, before);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(first + count).toBeLessThanOrEqual(timesteps);
        expect(selected).toBeGreaterThanOrEqual(first);
        expect(selected).toBeLessThan(first + count);
        expect(count * columnWidth).toBeLessThanOrEqual(room);
      }),
    );
  });

  it('shows a whole short text, in columns that do not grow without end', () => {
    expect(overviewWindow(4, 2, 900, null)).toMatchObject({ first: 0, count: 4 });
    expect(overviewWindow(4, 2, 900, null).columnWidth).toBe(overviewWindow(4, 2, 9000, null).columnWidth);
  });

  it('stays where it is while the selection moves within, keeps two neighbours, and centres a far step', () => {
    const { first, count } = overviewWindow(100, 50, 340, null);
    expect([first, count]).toEqual([46, 10]);
    for (const selected of [48, 50, 53]) expect(overviewWindow(100, selected, 340, first).first).toBe(first);
    expect(overviewWindow(100, 54, 340, first).first).toBe(first + 1);
    expect(overviewWindow(100, 47, 340, first).first).toBe(first - 1);
    expect(overviewWindow(100, 80, 340, first).first).toBe(76);
    expect(overviewWindow(100, 99, 340, first).first).toBe(90);
  });
});
