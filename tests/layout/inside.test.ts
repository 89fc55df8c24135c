import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldSum, KEPT_TERMS, MOST_CELLS, readBack, writeSum } from '../../src/layout/inside.ts';

const number = fc.double({ min: -5, max: 5, noNaN: true });
const products = fc.array(number, { maxLength: 80 });

describe('a folded sum', () => {
  test('is the same sum', () => {
    fc.assert(
      fc.property(products, (values) => {
        const { kept, others, rest } = foldSum(values);
        expect(kept.length + others).toBe(values.length);
        const whole = values.reduce((sum, value) => sum + value, 0);
        const folded = kept.reduce((sum, index) => sum + values[index], rest);
        expect(folded).toBeCloseTo(whole, 9);
      }),
    );
  });

  test('leaves out nothing that is larger than what it keeps', () => {
    fc.assert(
      fc.property(products, (values) => {
        const { kept } = foldSum(values);
        const smallest = Math.min(...kept.map((index) => Math.abs(values[index])));
        for (const index of values.keys()) {
          if (!kept.includes(index)) expect(Math.abs(values[index])).toBeLessThanOrEqual(smallest);
        }
      }),
    );
  });

  test('is written whole as long as it fits, and then as a few terms in their order', () => {
    expect(foldSum(new Array(MOST_CELLS).fill(1)).others).toBe(0);
    const { kept, others } = foldSum([1, 9, 2, 8, 3, 7, 4, 6, 5]);
    expect(kept).toEqual([1, 3, 5, 6, 7, 8]);
    expect(others).toBe(9 - KEPT_TERMS);
  });

  test('keeps the terms that are always written', () => {
    const { kept, others } = foldSum([0, ...new Array(20).fill(1)], MOST_CELLS, (index) => index === 0);
    expect(kept).toContain(0);
    expect(others).toBe(20 - KEPT_TERMS);
  });
});

const sums = fc
  .tuple(fc.array(fc.tuple(number, fc.option(number)), { minLength: 1, maxLength: 10 }), fc.option(number))
  .map(([factors, rest]) => {
    const terms = factors.map(([left, right]) => ({ left, right }));
    const total = terms.reduce((sum, { left, right }) => sum + left * (right ?? 1), rest ?? 0);
    return { terms, rest, total, after: Math.tanh, value: Math.tanh(total) };
  });

describe('a written sum', () => {
  test('that claims equality adds up in the digits that are written', () => {
    fc.assert(
      fc.property(sums, (sum) => {
        const { terms, rest, total, value, decimals, adds, applies } = writeSum(sum);
        const added = terms.reduce(
          (before, { product }) => before + readBack(product),
          rest === null ? 0 : readBack(rest),
        );
        const unit = 10 ** -decimals;
        if (adds) expect(Math.abs(added - readBack(total))).toBeLessThanOrEqual(0.5001 * unit);
        if (applies)
          expect(Math.abs(Math.tanh(readBack(total)) - readBack(value))).toBeLessThanOrEqual(0.5001 * unit);
      }),
      { numRuns: 500 },
    );
  });

  test('is true to its digits whether it claims equality or not', () => {
    fc.assert(
      fc.property(sums, (sum) => {
        const { terms, total, value, decimals } = writeSum(sum);
        const near = (text: string, truth: number) =>
          expect(Math.abs(readBack(text) - truth)).toBeLessThanOrEqual(0.5001 * 10 ** -decimals);
        near(total, sum.total);
        near(value, sum.value);
        for (const [index, { left }] of terms.entries()) near(left, sum.terms[index].left);
      }),
    );
  });

  test('nearly always adds up', () => {
    const written = fc.sample(sums, { numRuns: 500, seed: 3 }).map((sum) => writeSum(sum));
    expect(written.filter(({ adds }) => !adds).length).toBeLessThan(10);
  });

  test('takes more digits only where two do not add up', () => {
    const plain = { rest: null, after: (total: number) => total };
    const two = writeSum({ ...plain, terms: [{ left: 0.5, right: 1 }], total: 0.5, value: 0.5 });
    expect(two).toMatchObject({ decimals: 2, adds: true, applies: true, total: '0.50' });
    expect(two.terms).toEqual([{ left: '0.50', right: '1', product: '0.50', multiplies: true }]);
    // 0.00 + 0.00 is not 0.01, but 0.004 + 0.004 is 0.008, which is.
    const terms = [0.004, 0.004].map((left) => ({ left, right: null }));
    expect(writeSum({ ...plain, terms, total: 0.008, value: 0.008 })).toMatchObject({
      ...{ decimals: 2, adds: true, applies: true },
      terms: [{ product: '0.004' }, { product: '0.004' }],
    });
  });
});
