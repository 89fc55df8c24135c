import { expect, it } from 'vitest';
import { EXPECTED, hashBits, hashes } from './determinism.ts';

it('training gives the same bits on every machine', () => {
  expect(hashes()).toEqual(EXPECTED);
});

it('one bit more is another hash', () => {
  expect(hashBits(Float64Array.of(1, 2))).not.toBe(hashBits(Float64Array.of(1, 2 + 2 ** -51)));
  expect(hashBits(Float64Array.of(0))).not.toBe(hashBits(Float64Array.of(-0)));
});
