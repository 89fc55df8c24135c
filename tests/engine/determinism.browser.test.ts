import { expect, it } from 'vitest';
import { EXPECTED, hashes } from './determinism.ts';

it('training gives the same bits in this browser as in Node', () => {
  expect(hashes()).toEqual(EXPECTED);
});
