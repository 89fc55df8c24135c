import { describe, expect, it } from 'vitest';
import { roundOf } from '../../src/state/guessing.ts';

describe('a round of guesses', () => {
  it('stays while the picture is the same and begins anew when the run moved on or another began', () => {
    const round = { ...roundOf(null, 1, 52, 4), guesses: [2, null, null, null] };
    expect(roundOf(round, 1, 52, 4)).toBe(round);
    expect(roundOf(round, 1, 53, 4).guesses).toEqual([null, null, null, null]);
    expect(roundOf(round, 2, 52, 6).guesses).toHaveLength(6);
  });
});
