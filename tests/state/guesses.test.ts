import { describe, expect, it } from 'vitest';
import { countRound, guess, nextOpen, reveal, tallyOf } from '../../src/state/guesses.ts';
import { NO_TALLY, type Round, roundOf } from '../../src/state/guessing.ts';

const fresh = roundOf(null, 1, 52, 4);
const guessed = (letters: readonly number[]): Round =>
  letters.reduce((round, letter, t) => guess(round, t, letter), fresh);

/** What the network said of hello, and what was right. */
const said = [1, 2, 2, 2];
const targets = [1, 2, 2, 3];
const hello = { text: 'hello', said, targets };

describe('guesses', () => {
  it('lead through the steps without one, from the start again after the last', () => {
    const round = guess(guess(fresh, 1, 0), 3, 0);
    expect(nextOpen(round, 1)).toBe(2);
    expect(nextOpen(round, 2)).toBe(0);
    expect(nextOpen(guessed([0, 0, 0, 0]), 3)).toBeNull();
  });

  it('are compared with the network and the targets at the guessed steps alone', () => {
    expect(countRound(guessed([1, 0]), hello)).toEqual({ guesses: 2, agreed: 1, right: 1, network: 2 });
    expect(countRound(guess(fresh, 3, 3), hello)).toEqual({ guesses: 1, agreed: 0, right: 1, network: 0 });
  });
});

describe('revealing', () => {
  it('adds the round to the contest, once', () => {
    const first = reveal(guessed([1, 2, 2, 3]), NO_TALLY, hello);
    const one = { text: 'hello', rounds: 1, guesses: 4, agreed: 3, right: 4, network: 3 };
    expect(first.tally).toEqual(one);
    expect(reveal(first.round, first.tally, hello).tally).toEqual(one);
    const second = reveal(guessed([1, 1]), first.tally, hello);
    expect(second.tally).toEqual({ text: 'hello', rounds: 2, guesses: 6, agreed: 4, right: 5, network: 5 });
  });

  it('counts no round without a guess', () => {
    const { round, tally } = reveal(fresh, NO_TALLY, hello);
    expect(round.revealed).toBe(true);
    expect(tally).toEqual(NO_TALLY);
  });

  it('begins anew with another text', () => {
    const { tally } = reveal(guessed([1, 2, 2, 3]), NO_TALLY, hello);
    expect(tallyOf(tally, 'hello')).toBe(tally);
    expect(tallyOf(tally, 'abcab')).toBe(NO_TALLY);
    expect(reveal(guessed([1]), tally, { ...hello, text: 'abcab' }).tally).toMatchObject({
      text: 'abcab',
      rounds: 1,
      guesses: 1,
    });
  });

  it('ends the guessing', () => {
    const { round } = reveal(guessed([3]), NO_TALLY, hello);
    expect(guess(round, 1, 2)).toBe(round);
  });
});
