import { expect, it } from 'vitest';
import { createRandom } from '../../src/engine/random.ts';

/** xoshiro128starstar.c (D. Blackman and S. Vigna, 2018) and splitmix32 in 32-bit arithmetic of BigInt. */
function reference(seed: number, count: number): number[] {
  const wrap = (value: bigint) => BigInt.asUintN(32, value);
  const rotate = (value: bigint, by: bigint) => wrap((value << by) | (value >> (32n - by)));
  const splitmix = (start: bigint) => {
    let state = start;
    return () => {
      state = wrap(state + 0x9e3779b9n);
      let z = state;
      z = wrap((z ^ (z >> 16n)) * 0x85ebca6bn);
      z = wrap((z ^ (z >> 13n)) * 0xc2b2ae35n);
      return z ^ (z >> 16n);
    };
  };
  const fill = splitmix(splitmix(BigInt(seed))());
  const s = [fill(), fill(), fill(), fill()];
  return Array.from({ length: count }, () => {
    const result = wrap(rotate(wrap(s[1] * 5n), 7n) * 9n);
    const t = wrap(s[1] << 9n);
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 11n);
    return Number(result);
  });
}

it.each([0, 1, 12345, 4294967295])('is xoshiro128** for seed %i', (seed) => {
  const random = createRandom(seed);
  expect(Array.from({ length: 50 }, () => random.integer())).toEqual(reference(seed, 50));
});

it('gives uniform doubles in [0, 1) with 53 bits', () => {
  const random = createRandom(3);
  const draws = Array.from({ length: 20_000 }, () => random.uniform());
  const counts = new Array<number>(10).fill(0);
  for (const draw of draws) counts[Math.floor(draw * 10)] += 1;
  expect(draws.every((draw) => draw >= 0 && draw < 1 && Number.isInteger(draw * 2 ** 53))).toBe(true);
  expect(draws.some((draw) => (draw * 2 ** 53) % 2 === 1)).toBe(true);
  // χ² with 9 degrees of freedom passes 27.9 once in a thousand generators.
  expect(counts.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)).toBeLessThan(27.9);
});

it('has independent streams of one seed', () => {
  const streams = [0, 1, 2].map((stream) => {
    const random = createRandom(7, stream);
    return Array.from({ length: 5000 }, () => random.uniform() - 0.5);
  });
  for (const [a, b] of [
    [0, 1],
    [1, 2],
    [0, 2],
  ]) {
    const correlation = streams[a].reduce((sum, value, i) => sum + value * streams[b][i], 0) / (5000 / 12);
    expect(Math.abs(correlation)).toBeLessThan(0.06);
  }
});
