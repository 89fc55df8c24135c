import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG, defaultConfig } from '../../src/state/config.ts';
import { MEASURED_EXERCISES, MEASURED_WITH } from '../../src/state/measuredSeeds.ts';
import {
  measuredCellOf,
  measuredExerciseOf,
  medianAndWorst,
  otherSettings,
  seedResults,
} from '../../src/state/seeds.ts';
import { describeExercise, measureSeed, pretrainedExercises, SEEDS } from '../pretrain/measureSeeds.ts';

describe('what was measured', () => {
  it('is every exercise as it is recommended now, at least with the vanilla and the recommended cell, with seeds fixed in advance', () => {
    expect(SEEDS.length).toBeGreaterThanOrEqual(5);
    expect(MEASURED_WITH).toEqual(SEEDS);
    expect(MEASURED_EXERCISES.map(({ cells, ...description }) => description)).toEqual(
      pretrainedExercises().map(describeExercise),
    );
    for (const [at, states] of pretrainedExercises().entries()) {
      const { cells, training, heldOut } = MEASURED_EXERCISES[at];
      const known = states.map(({ config: { cell }, update }) => ({ cell, updates: update }));
      for (const { cell, updates } of cells) expect(known).toContainEqual({ cell, updates });
      expect(cells.map(({ cell }) => cell)).toEqual(['rnn', 'gru', 'lstm']);
      for (const each of cells) {
        expect([each.training.length, each.heldOut.length]).toEqual([SEEDS.length, SEEDS.length]);
        expect(Math.max(...each.training)).toBeLessThanOrEqual(training);
        expect(Math.max(...each.heldOut)).toBeLessThanOrEqual(heldOut);
      }
    }
    expect(MEASURED_EXERCISES.map(({ task, tongue }) => `${task} ${tongue}`)).toEqual([
      'captions en',
      'captions ko',
      'feelings en',
      'feelings ko',
      'numbers en',
      'numbers ko',
      'motion en',
    ]);
  });

  it.each([
    ['motion', 'en', 'gru', 1],
    ['captions', 'en', 'gru', 1],
    ['captions', 'en', 'rnn', 4],
    ['captions', 'en', 'lstm', 2],
  ] as const)(
    'is what training gives again: %s %s with %s and seed %i',
    (task, tongue, cell, seed) => {
      const config = { ...defaultConfig(task), tongue, cell };
      const measured = measuredExerciseOf(config)?.cells.find((each) => each.cell === cell);
      if (measured === undefined) throw new Error('not measured');
      expect({ seed, ...measureSeed({ config, update: measured.updates }, seed) }).toEqual(
        seedResults(measured).find((result) => result.seed === seed),
      );
    },
    120_000,
  );

  it('meets what the exercises are to reach: in the median 95% of held-out captions and sentences, 99% of the others', () => {
    for (const { task, cells, heldOut } of MEASURED_EXERCISES) {
      const bound = task === 'captions' || task === 'feelings' ? 0.95 : 0.99;
      const recommended = cells.find(({ cell }) => cell === defaultConfig(task).cell);
      if (recommended === undefined) throw new Error('not measured');
      expect(medianAndWorst(seedResults(recommended)).median / heldOut).toBeGreaterThanOrEqual(bound);
    }
  });
});

it('shows that the vanilla cell falls short of 99% of the numbers', () => {
  for (const tongue of ['en', 'ko'] as const) {
    const measured = measuredExerciseOf({ ...defaultConfig('numbers'), tongue });
    const vanilla = measured?.cells.find(({ cell }) => cell === 'rnn');
    if (vanilla === undefined) throw new Error('not measured');
    expect(medianAndWorst(seedResults(vanilla)).median).toBeLessThan(99);
  }
});

describe('finding what was measured', () => {
  it('takes the exercise, whatever the settings and the seed', () => {
    const config = { ...defaultConfig('captions'), seed: 9, cell: 'rnn', hiddenSize: 3 } as const;
    expect(measuredExerciseOf(config)).toMatchObject({ task: 'captions', tongue: 'en' });
    expect(measuredExerciseOf({ ...config, tongue: 'ko' })).toMatchObject({ task: 'captions', tongue: 'ko' });
  });

  it('knows that the names of motions are not learned', () => {
    expect(measuredExerciseOf({ ...defaultConfig('motion'), tongue: 'ko' })?.task).toBe('motion');
  });

  it('finds nothing for a text, larger numbers, or captions that are not fed back', () => {
    expect(measuredExerciseOf(DEFAULT_CONFIG)).toBeNull();
    expect(measuredExerciseOf({ ...defaultConfig('numbers'), upTo: 9999 })).toBeNull();
    expect(measuredExerciseOf({ ...defaultConfig('captions'), feedback: false })).toBeNull();
    expect(measuredExerciseOf({ ...defaultConfig('numbers'), feedback: false })).not.toBeNull();
  });

  it('takes the cell in sight, where it was measured; else the recommended', () => {
    const [captions] = MEASURED_EXERCISES;
    const config = defaultConfig('captions');
    expect(measuredCellOf({ ...config, cell: 'rnn' }, captions)?.cell).toBe('rnn');
    const cells = captions.cells.filter(({ cell }) => cell !== 'rnn');
    expect(measuredCellOf({ ...config, cell: 'rnn' }, { cells })?.cell).toBe('gru');
  });

  it('tells which settings are others', () => {
    const config = defaultConfig('captions');
    const [captions] = MEASURED_EXERCISES;
    expect(otherSettings({ ...config, seed: 3 }, captions, { cell: 'gru' })).toEqual({});
    expect(otherSettings({ ...config, cell: 'lstm', learningRate: 0.1 }, captions, { cell: 'gru' })).toEqual({
      cell: 'gru',
      learningRate: 0.002,
    });
  });

  it('knows that only the vanilla cell has a nonlinearity to choose, and only the others a gate', () => {
    const config = { ...defaultConfig('captions'), nonlinearity: 'relu', gateBias: 1 } as const;
    const [captions] = MEASURED_EXERCISES;
    expect(otherSettings({ ...config, cell: 'rnn' }, captions, { cell: 'rnn' })).toEqual({
      nonlinearity: 'tanh',
    });
    expect(otherSettings({ ...config, cell: 'gru' }, captions, { cell: 'gru' })).toEqual({ gateBias: 0 });
  });
});

it('the median is the one in the middle, and several may be worst', () => {
  const right = (...counts: number[]) => counts.map((heldOut, seed) => ({ seed, training: 9, heldOut }));
  expect(medianAndWorst(right(7, 9, 5, 8, 6)).median).toBe(7);
  expect(medianAndWorst(right(7, 9, 5, 8)).median).toBe(7);
  expect(medianAndWorst(right(7, 5, 9, 5)).worst.map(({ seed }) => seed)).toEqual([1, 3]);
});
