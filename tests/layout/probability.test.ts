import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argmax, listedLetters, softmax } from '../../src/layout/probability.ts';

const logits = fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 60 });

describe('softmax', () => {
  it("gives the lecture's first step", () => {
    const probabilities = softmax(Float64Array.of(1, 2.2, -3, 4.1), 0, 4);
    expect(Array.from(probabilities, (p) => p.toFixed(4))).toEqual(['0.0377', '0.1251', '0.0007', '0.8365']);
  });

  it('sums to one and keeps the order of the logits, for any finite logits', () => {
    fc.assert(
      fc.property(logits, (values) => {
        const probabilities = softmax(Float64Array.from(values), 0, values.length);
        expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
        expect(argmax(probabilities, 0, values.length)).toBeLessThanOrEqual(
          argmax(Float64Array.from(values), 0, values.length),
        );
      }),
    );
  });

  it('reads the row that begins at the offset', () => {
    expect(Array.from(softmax(Float64Array.of(9, 9, 0, 0), 2, 2))).toEqual([0.5, 0.5]);
  });
});

describe('argmax', () => {
  it('takes the first of equals', () => {
    expect(argmax(Float64Array.of(0, 3, 3), 0, 3)).toBe(1);
  });
});

describe('listedLetters', () => {
  it('lists a vocabulary that fits in its own order', () => {
    expect(listedLetters([0.1, 0.7, 0.2], 4, 0)).toEqual([0, 1, 2]);
  });

  it('lists the most probable first and always the target', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 80 }),
        fc.nat(79),
        (probabilities, seed) => {
          const target = seed % probabilities.length;
          const listed = listedLetters(probabilities, 4, target);
          expect(new Set(listed).size).toBe(4);
          expect(listed).toContain(target);
          expect(probabilities[listed[0]]).toBe(Math.max(...probabilities));
          const sorted = [...probabilities].sort((a, b) => b - a);
          expect(listed.slice(0, 3).map((letter) => probabilities[letter])).toEqual(sorted.slice(0, 3));
        },
      ),
    );
  });
});
