import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grouped, roughly } from '../../src/i18n/numbers.ts';

describe('a number in a sentence', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1234567, '1,234,567'],
    [-1000, '−1,000'],
    [0.000001, '0.000001'],
    [-0.5, '−0.5'],
  ])('%d is written %s', (number, written) => {
    expect(grouped(number)).toBe(written);
  });

  it('is grouped as the browser does it, whatever the whole number', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (number) => {
        expect(grouped(number)).toBe(new Intl.NumberFormat('en').format(number).replace('-', '−'));
      }),
    );
  });

  it('is rounded to two digits', () => {
    expect(roughly(21_960)).toBe('22,000');
  });
});
