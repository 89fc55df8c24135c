import { describe, expect, it } from 'vitest';
import { colorIndex, divergingTable, luminance, type Scheme, weightDomain } from '../../src/layout/color.ts';

const SCHEMES: readonly Scheme[] = ['light', 'dark'];

function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each(SCHEMES)('the diverging table of the %s scheme', (scheme) => {
  const { bytes, css, ink } = divergingTable(scheme);

  it('writes digits with a contrast of at least 4.5 : 1 on every entry', () => {
    expect(css).toHaveLength(256);
    for (let index = 0; index < 256; index++) {
      expect(contrast(css[index], ink[index])).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('writes all digits in one ink, which never changes within a row', () => {
    expect(new Set(ink).size).toBe(1);
  });

  it('moves one way in lightness from the middle to either end', () => {
    const towards = (indices: readonly number[]) => indices.map((index) => luminance(css[index]));
    const negative = towards(Array.from({ length: 128 }, (_, step) => 127 - step));
    const positive = towards(Array.from({ length: 128 }, (_, step) => 128 + step));
    for (const path of [negative, positive]) {
      const direction = Math.sign(path[127] - path[0]);
      expect(direction).toBe(scheme === 'light' ? -1 : 1);
      for (let step = 1; step < 128; step++) {
        // Hexadecimal colours are rounded to bytes, which may undo a step by a hair.
        expect(direction * (path[step] - path[step - 1])).toBeGreaterThan(-0.002);
      }
    }
  });

  it('is blue where negative and orange where positive, ever more so', () => {
    const blueness = Array.from({ length: 256 }, (_, index) => bytes[index * 4 + 2] - bytes[index * 4]);
    expect(blueness[0]).toBeGreaterThan(100);
    expect(blueness[255]).toBeLessThan(-100);
    for (let index = 1; index < 256; index++) {
      expect(blueness[index]).toBeLessThanOrEqual(blueness[index - 1] + 1);
    }
  });

  it('is the same in bytes and in CSS, and opaque', () => {
    for (let index = 0; index < 256; index++) {
      const hex = [...bytes.subarray(index * 4, index * 4 + 3)].map((byte) =>
        byte.toString(16).padStart(2, '0'),
      );
      expect(css[index]).toBe(`#${hex.join('')}`);
      expect(bytes[index * 4 + 3]).toBe(255);
    }
  });
});

describe('colorIndex', () => {
  it('spans the domain and holds beyond it', () => {
    expect([-2, 2, -50, Number.POSITIVE_INFINITY].map((value) => colorIndex(value, 2))).toEqual([
      0, 255, 0, 255,
    ]);
  });

  it('is symmetric: a value and its negative are equally far from the middle', () => {
    for (const value of [0.1, 0.37, 0.9, 1]) {
      expect(Math.abs(colorIndex(value, 1) + colorIndex(-value, 1) - 255)).toBeLessThanOrEqual(1);
    }
  });
});

describe('weightDomain', () => {
  it('is the next round number, whatever was there before', () => {
    const largest = [0.04, 0.1, 0.11, 0.577, 1.2, 11, 0.577];
    expect(largest.map(weightDomain)).toEqual([0.1, 0.1, 0.25, 1, 2, 25, 1]);
  });

  it('has an end', () => {
    expect(weightDomain(5000)).toBe(1000);
    expect(weightDomain(Number.POSITIVE_INFINITY)).toBe(1000);
  });
});
