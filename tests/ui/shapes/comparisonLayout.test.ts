/** Whether shapes have room in one row. */
import { describe, expect, it } from 'vitest';
import { rowPitch, rowWidth } from '../../../src/ui/shapes/comparisonLayout.ts';

describe('one row', () => {
  it.each([
    [1362, [6, 8], 60],
    [946, [6, 8], 60],
    [1362, [4, 6, 12], 59],
    [946, [6, 8, 10], 36],
  ])('of %i pixels for %j timesteps has columns of %i', (room, timesteps, pitch) => {
    expect(rowPitch(room, timesteps)).toBe(pitch);
    expect(rowWidth(timesteps, pitch)).toBeLessThanOrEqual(room);
  });

  it('is too narrow for columns that could not be told apart', () => {
    expect(rowPitch(946, [42, 10])).toBeNull();
    expect(rowPitch(334, [6, 8])).toBeNull();
  });

  it('leaves a shape of few timesteps as wide as its name', () => {
    expect(rowWidth([1, 6], 60)).toBe(168 + 32 + 360);
  });
});
