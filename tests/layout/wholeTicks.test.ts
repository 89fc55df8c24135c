import { expect, it } from 'vitest';
import { wholeTicks } from '../../src/layout/wholeTicks.ts';

it('are round, and wholes where there are few', () => {
  expect(wholeTicks(50, 5)).toEqual([0, 10, 20, 30, 40, 50]);
  expect(wholeTicks(20, 5)).toEqual([0, 5, 10, 15, 20]);
  expect(wholeTicks(2, 5)).toEqual([0, 1, 2]);
});
