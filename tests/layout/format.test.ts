import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatCell,
  formatFixed,
  formatLoss,
  formatPercent,
  numberWidth,
  sharedDecimals,
} from '../../src/layout/format.ts';

describe('formatFixed', () => {
  it('has a real minus sign and the decimals asked for', () => {
    expect(formatFixed(-1.136, 2)).toBe('−1.14');
    expect(formatFixed(0.5, 0)).toMatch(/^[01]$/);
    expect(formatFixed(12.3456, 3)).toBe('12.346');
  });

  it('has no negative zero', () => {
    expect(formatFixed(-0.0049, 2)).toBe('0.00');
    expect(formatFixed(-0, 1)).toBe('0.0');
    expect(formatFixed(-0.4, 0)).toBe('0');
    expect(formatFixed(-0.0051, 2)).toBe('−0.01');
  });

  it('stays short for large and for unusable values', () => {
    expect(formatFixed(12345, 2)).toBe('1.2e+4');
    expect(formatFixed(-12345, 2)).toBe('−1.2e+4');
    expect(formatFixed(Number.NaN, 2)).toBe('–');
    expect(formatFixed(Number.POSITIVE_INFINITY, 2)).toBe('∞');
    expect(formatFixed(Number.NEGATIVE_INFINITY, 2)).toBe('−∞');
  });

  it('never writes a hyphen for a minus and reads back as the rounded value', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -999, max: 999, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, digits) => {
          const text = formatFixed(value, digits);
          expect(text).not.toContain('-');
          expect(Math.abs(Number(text.replace('−', '-')) - value)).toBeLessThanOrEqual(
            0.5000001 * 10 ** -digits,
          );
        },
      ),
    );
  });
});

describe('formatPercent', () => {
  it('reaches 100 only when everything is right', () => {
    expect(formatPercent(1)).toBe('100');
    expect(formatPercent(0.999)).toBe('99');
    expect(formatPercent(0.75)).toBe('75');
    expect(formatPercent(0)).toBe('0');
  });

  it('is 0 only when nothing is right', () => {
    expect(formatPercent(1 / 299)).toBe('<1');
    expect(formatPercent(0.0049)).toBe('<1');
    expect(formatPercent(0.005)).toBe('1');
    expect(formatPercent(-0)).toBe('0');
  });
});

describe('formatCell', () => {
  it('never writes wider than the cell where fewer decimals help', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -999, max: 999, noNaN: true }),
        fc.integer({ min: 40, max: 60 }),
        fc.constantFrom(9.5, 11),
        (value, width, fontSize) => {
          expect(numberWidth(formatCell(value, width, fontSize), fontSize)).toBeLessThan(width);
        },
      ),
    );
  });

  it('writes more decimals in a smaller font', () => {
    expect(formatCell(-0.25, 34, 11)).toBe(formatFixed(-0.25, 1));
    expect(formatCell(-0.25, 34, 9.5)).toBe('−0.25');
  });
});

describe('sharedDecimals', () => {
  it('are those that the longest of the numbers leaves', () => {
    expect(sharedDecimals([4.918, -22.04, -15.31, 22.72], 36)).toBe(0);
    expect(sharedDecimals([4.918, 22.72], 36)).toBe(1);
    expect(sharedDecimals([-0.2, 0.31], 44)).toBe(2);
  });
});

describe('a loss', () => {
  it('is not written as 0 unless it is', () => {
    expect([0, 1e-9, 0.0004999, 0.0005, 1.3863, 1600].map(formatLoss)).toEqual([
      '0.000',
      '<0.001',
      '<0.001',
      '0.001',
      '1.386',
      '1.6e+3',
    ]);
    expect(formatLoss(Number.NaN)).toBe('–');
  });
});
