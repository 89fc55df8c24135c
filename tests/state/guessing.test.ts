import { describe, expect, it } from 'vitest';
import {
  agreement,
  guess,
  NO_TALLY,
  nextOpen,
  type Round,
  reveal,
  roundOf,
} from '../../src/state/guessing.ts';

const fresh = roundOf(null, 1, 52, 4);
const guessed = (letters: readonly number[]): Round =>
  letters.reduce((round, letter, t) => guess(round, t, letter), fresh);

describe('a round of guesses', () => {
  it('stays while the picture is the same and begins anew when the run moved on or another began', () => {
    const round = guess(fresh, 0, 2);
    expect(roundOf(round, 1, 52, 4)).toBe(round);
    expect(roundOf(round, 1, 53, 4).guesses).toEqual([null, null, null, null]);
    expect(roundOf(round, 2, 52, 6).guesses).toHaveLength(6);
  });

  it('leads through the steps without a guess, from the start again after the last', () => {
    const round = guess(guess(fresh, 1, 0), 3, 0);
    expect(nextOpen(round, 1)).toBe(2);
    expect(nextOpen(round, 2)).toBe(0);
    expect(nextOpen(guessed([0, 0, 0, 0]), 3)).toBeNull();
  });

  it('counts only what was guessed', () => {
    expect(agreement(guess(guess(fresh, 0, 3), 1, 2), [3, 1, 1, 3])).toEqual({ guesses: 2, agreed: 1 });
  });
});

describe('revealing', () => {
  it('adds the round to the tally, once', () => {
    const predictions = [3, 2, 2, 3];
    const first = reveal(guessed([3, 2, 1, 3]), NO_TALLY, predictions);
    expect(first.tally).toEqual({ rounds: 1, guesses: 4, agreed: 3 });
    expect(reveal(first.round, first.tally, predictions).tally).toEqual(first.tally);
  });

  it('ends the guessing', () => {
    const { round } = reveal(guessed([3]), NO_TALLY, [3, 2, 2, 3]);
    expect(guess(round, 1, 2)).toBe(round);
  });
});
