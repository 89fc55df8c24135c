import { describe, expect, it } from 'vitest';
import { sumLines } from '../../src/layout/sumLines.ts';

const shape = (rows: number, columns: number, blocks = 1) => ({ rows, columns, blocks });

describe('the lines of a sum', () => {
  it('are one where there is room, or as few as are needed, about as long as each other', () => {
    expect(sumLines(836, shape(3, 3), 6, 24).perLine).toBe(6);
    expect(sumLines(836, shape(3, 3), 11, 24).perLine).toBe(6);
    expect(sumLines(362, shape(3, 3), 6, 24).perLine).toBe(3);
    expect(sumLines(362, shape(12, 3, 4), 6, 38).perLine).toBe(3);
  });

  it('never take more than there is, nor show less than all', () => {
    for (let width = 292; width < 1200; width += 7) {
      for (const each of [shape(3, 3), shape(12, 3, 4), shape(256, 64, 4), shape(6, 6), shape(2048, 1, 4)]) {
        for (const matrices of [2, 6, 11]) {
          const { perLine, column, sign, size } = sumLines(width, each, matrices, 38);
          const signs = perLine < matrices ? perLine : perLine - 1;
          expect(38 + perLine * column + signs * sign).toBeLessThanOrEqual(width);
          expect(size.width).toBeLessThanOrEqual(column);
        }
      }
    }
  });

  it('have digits where matrices are small and all of them stay in sight, else colours', () => {
    expect(sumLines(836, shape(3, 3), 6, 24).size).toEqual({ width: 102, height: 60, digits: true });
    expect(sumLines(362, shape(12, 3, 4), 6, 38).size).toEqual({ width: 90, height: 192, digits: true });
    expect(sumLines(362, shape(6, 6), 6, 24).size.digits).toBe(false);
    expect(sumLines(836, shape(64, 64), 6, 24).size.digits).toBe(false);
  });

  it('have matrices that are seen, within bounds', () => {
    expect(sumLines(836, shape(256, 64, 4), 6, 38).size).toMatchObject({ height: 268, digits: false });
    expect(sumLines(836, shape(256, 64, 4), 6, 38).size.width).toBeGreaterThan(100);
    for (const [rows, columns] of [
      [2048, 512],
      [40, 1],
      [3, 30],
    ]) {
      const { width, height } = sumLines(836, shape(rows, columns), 6, 24).size;
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
      expect(Math.max(width, height)).toBeLessThanOrEqual(256);
    }
  });

  it('have room for every sum before anything is measured', () => {
    expect(sumLines(0, shape(3, 3), 6, 24).perLine).toBe(6);
  });
});
