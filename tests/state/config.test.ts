import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG, defaultConfig, TASKS, withTask } from '../../src/state/config.ts';
import { exerciseFor } from '../../src/tasks/questions.ts';

const EXERCISES = TASKS.filter((task) => task !== 'text');

describe('what is recommended', () => {
  it.each(EXERCISES)('for %s is what its task recommends', (task) => {
    for (const tongue of ['en', 'ko'] as const) {
      for (const upTo of [999, 9999] as const) {
        const { recommended } = exerciseFor({ task, tongue, upTo, feedback: true });
        const { cell, hiddenSize, optimizer, learningRate, clipNorm } = defaultConfig(task);
        const { training } = recommended;
        expect({ cell, hiddenSize, optimizer, learningRate, clipNorm }).toEqual({
          cell: recommended.cell,
          hiddenSize: recommended.hiddenSize,
          optimizer: training.optimizer,
          learningRate: training.learningRate,
          clipNorm: training.clipNorm,
        });
      }
    }
  });

  it('for a text is the lecture', () => {
    expect(defaultConfig('text')).toEqual(DEFAULT_CONFIG);
  });
});

describe('another task', () => {
  it('keeps cell, hidden size, layers and seed', () => {
    const chosen = { cell: 'lstm', hiddenSize: 12, layers: 2, seed: 7 } as const;
    for (const start of [DEFAULT_CONFIG, { ...DEFAULT_CONFIG, ...chosen }]) {
      const { cell, hiddenSize, layers, seed } = start;
      for (const task of EXERCISES)
        expect(withTask(start, task)).toEqual({ ...defaultConfig(task), cell, hiddenSize, layers, seed });
      expect(withTask(withTask(start, 'motion'), 'text')).toEqual(start);
    }
  });

  it('trains as it recommends, whatever the last one was trained with', () => {
    const network = { cell: 'gru', hiddenSize: 48 } as const;
    const training = { learningRate: 0.2, optimizer: 'sgd', clipNorm: 5 } as const;
    expect(withTask({ ...DEFAULT_CONFIG, ...network, ...training }, 'captions')).toEqual(
      defaultConfig('captions'),
    );
  });

  it('forgets what was done in the last one, and keeps its text and language', () => {
    const start = {
      ...DEFAULT_CONFIG,
      text: 'banana',
      tongue: 'ko',
      interventions: [{ kind: 'cut', update: 3 }],
    } as const;
    expect(withTask(start, 'feelings')).toEqual({
      ...defaultConfig('feelings'),
      cell: 'rnn',
      hiddenSize: 3,
      text: 'banana',
      tongue: 'ko',
    });
  });

  it('that is the same changes nothing', () => {
    const start = { ...DEFAULT_CONFIG, learningRate: 0.2 };
    expect(withTask(start, 'text')).toBe(start);
  });
});
