import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, sum } from '../../src/worker/difference.ts';
import { readRow, writeRow } from '../../src/worker/rice.ts';

const SPECIAL = [
  0, 0x80000000, 0x7f800000, 0xff800000, 0x7fc00000, 0xffc00001, 0x7f800001, 1, 0x80000001, 0x7f7fffff,
];
/** Of every size alike. */
const numbers = fc
  .tuple(fc.nat(32), fc.nat(0xffffffff))
  .map(([bits, number]) => (bits === 0 ? 0 : number >>> (32 - bits)));
const patterns = fc.oneof(fc.constantFrom(...SPECIAL), fc.nat(0xffffffff));

function singlesOf(bits: readonly number[]): Float32Array {
  return new Float32Array(Uint32Array.from(bits).buffer);
}

function bitsOf(values: Float32Array): number[] {
  return [...new Uint32Array(values.buffer)];
}

/** θ, m and v of P parameters that have moved for some time as they always do, and then what they began with. */
function adamAt(time: number, P: number, length: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => {
    const speed = Math.sin(i % P);
    if (i < P) return Math.cos(i) - 0.01 * speed * time;
    if (i < 2 * P) return speed * 1e-3 * 0.98 ** time;
    return i < 3 * P ? 1e-6 * 0.999 ** time : 1;
  });
}

function changed(values: Float32Array, changes: readonly (readonly [index: number, pattern: number])[]) {
  for (const [index, pattern] of changes) values.set(singlesOf([pattern]), index);
  return values;
}

describe('writeRow', () => {
  it('writes what readRow reads, from any bit on', () => {
    fc.assert(
      fc.property(fc.array(fc.array(numbers)), fc.nat(100), (rows, start) => {
        const words = new Uint32Array(4 + 2 * rows.flat().length + 8);
        let end = start;
        for (const row of rows) end = writeRow(words, end, Uint32Array.from(row));
        let position = start;
        for (const row of rows) {
          const read = new Uint32Array(row.length);
          position = readRow(words, position, read);
          expect([...read]).toEqual(row);
        }
        expect(position).toBe(end);
      }),
    );
  });

  it('needs few bits for small numbers, and says where there is no room', () => {
    const row = new Uint32Array(1000).fill(5);
    expect(writeRow(new Uint32Array(300), 0, row)).toBeLessThan(5000);
    expect(writeRow(new Uint32Array(100), 0, row)).toBeNaN();
  });
});

describe('difference', () => {
  it('loses no bit, whatever the numbers are', () => {
    let found = 0;
    const changes = fc.array(fc.tuple(fc.nat(129), patterns), { maxLength: 8 });
    fc.assert(
      fc.property(fc.nat(50), fc.nat(10), changes, changes, (P, time, before, after) => {
        const earlier = changed(adamAt(0, P, 130), before);
        const values = changed(adamAt(time, P, 130), after);
        const words = difference(values, earlier, P);
        if (words === null) return;
        found++;
        expect(words.length).toBeLessThanOrEqual(values.length);
        expect(bitsOf(sum(words, earlier, P))).toEqual(bitsOf(values));
      }),
      { numRuns: 1000 },
    );
    expect(found).toBeGreaterThan(500);
  });

  it('loses no bit of a few numbers', () => {
    fc.assert(
      fc.property(fc.array(patterns, { maxLength: 20 }), fc.nat(9), (bits, P) => {
        const values = singlesOf(bits);
        const words = difference(values, values, P);
        if (words !== null) expect(bitsOf(sum(words, values, P))).toEqual(bits);
      }),
    );
  });

  it('is none of numbers that have nothing to do with each other', () => {
    const noise = (seed: number) =>
      Float32Array.from({ length: 302 }, (_, i) => Math.sin(seed * (i + 1) ** 2));
    expect(difference(noise(1e5), noise(3e5), 100)).toBeNull();
  });

  it('is small where Adam goes on as before', () => {
    const P = 1000;
    const words = difference(adamAt(7, P, 3 * P + 2), adamAt(0, P, 3 * P + 2), P);
    expect((words?.length ?? Number.NaN) / (3 * P)).toBeLessThan(0.5);
  });
});
