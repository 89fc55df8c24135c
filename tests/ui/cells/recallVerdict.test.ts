import { describe, expect, it } from 'vitest';
import { cells } from '../../../src/i18n/cells.ts';
import { createSweepStore, DEFAULT_CHOICE, type Trial, trialsOf } from '../../../src/state/sweep.ts';
import { recallVerdicts } from '../../../src/ui/cells/recallVerdict.ts';

const CHOICE = { ...DEFAULT_CHOICE, lag: 4, seeds: 1 };

/** Everything measured, or what `isMeasured` leaves; `fails` says what did not remember. */
function verdicts(
  fails: (trial: Trial) => boolean,
  { isMeasured = (_: Trial): boolean => true, choice = CHOICE, words = cells.en.recall } = {},
) {
  const results = trialsOf(choice)
    .filter(isMeasured)
    .map((trial) => ({ ...trial, update: fails(trial) ? null : 75 }));
  const { getState } = createSweepStore(choice, { results, measured: choice, isMeasuring: false });
  return recallVerdicts(getState(), words);
}

describe('the sentence on remembering', () => {
  it('is short where nothing failed', () => {
    expect(verdicts(() => false)).toEqual([
      'None failed up to lag 4, whatever the start (500 updates, 1 seed).',
    ]);
    expect(verdicts(() => false, { words: cells.ko.recall })).toHaveLength(1);
  });

  it('names the lag from which each cell fails, and the others together', () => {
    expect(verdicts(({ cell, start, lag }) => cell === 'rnn' && start === 'plain' && lag >= 2)).toEqual([
      'Plain start, 500 updates, 1 seed: RNN fails from lag 2; neither GRU nor LSTM failed up to lag 4.',
      'Gates begin open, 500 updates, 1 seed: RNN fails from lag 2; neither GRU nor LSTM failed up to lag 4.',
    ]);
    expect(verdicts(({ cell, lag }) => (cell === 'rnn' && lag > 1) || (cell === 'gru' && lag > 3))[0]).toBe(
      'Plain start, 500 updates, 1 seed: RNN fails from lag 2; GRU fails at lag 4; LSTM did not fail up to lag 4.',
    );
  });

  it('names gaps where a longer lag is remembered again', () => {
    const sentence = (failed: readonly number[]) =>
      verdicts(({ cell, lag }) => cell === 'lstm' && failed.includes(lag))[0];
    expect(sentence([1, 2, 4])).toContain('LSTM fails at lag 1–2 and 4;');
    expect(sentence([1, 2])).toContain('LSTM fails at lag 1–2;');
    expect(sentence([3])).toContain('LSTM fails at lag 3;');
  });

  it('goes by the median of the seeds', () => {
    const choice = { ...CHOICE, seeds: 3 };
    expect(verdicts(({ seed }) => seed === 2, { choice })).toEqual([
      'None failed up to lag 4, whatever the start (500 updates, median of 3 seeds).',
    ]);
    expect(verdicts(({ seed, cell }) => cell === 'gru' && seed > 1, { choice })[0]).toBe(
      'Plain start, 500 updates, median of 3 seeds: GRU fails from lag 1; neither RNN nor LSTM failed up to lag 4.',
    );
  });

  it('speaks of what is measured so far, and is missing before', () => {
    expect(verdicts(() => false, { isMeasured: () => false })).toEqual([]);
    const isMeasured = ({ cell, lag }: Trial) => lag === 1 || (lag === 2 && cell === 'rnn');
    expect(verdicts(() => false, { isMeasured })).toEqual([
      'Plain start, 500 updates, 1 seed: RNN did not fail up to lag 2; neither GRU nor LSTM failed up to lag 1.',
      'Gates begin open, 500 updates, 1 seed: RNN did not fail up to lag 2; neither GRU nor LSTM failed up to lag 1.',
    ]);
  });
});
