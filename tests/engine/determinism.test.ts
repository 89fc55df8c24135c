import { afterEach, expect, it, vi } from 'vitest';
import { EXPECTED, hashBits, hashes } from './determinism.ts';

it('training gives the same bits on every machine', () => {
  expect(hashes()).toEqual(EXPECTED);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

it('and so it does with typed arrays, which other engines than V8 compute with', async () => {
  vi.stubGlobal('navigator', {
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  });
  vi.resetModules();
  const { createNumbers } = await import('../../src/engine/numbers.ts');
  expect(createNumbers(1)).toBeInstanceOf(Float64Array);
  const again = await import('./determinism.ts');
  expect(again.hashes()).toEqual(EXPECTED);
});

it('one bit more is another hash', () => {
  expect(hashBits(Float64Array.of(1, 2))).not.toBe(hashBits(Float64Array.of(1, 2 + 2 ** -51)));
  expect(hashBits(Float64Array.of(0))).not.toBe(hashBits(Float64Array.of(-0)));
});
