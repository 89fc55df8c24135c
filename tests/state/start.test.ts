import { describe, expect, it } from 'vitest';
import { countParameters, createTrainer } from '../../src/engine/index.ts';
import { type Config, DEFAULT_CONFIG } from '../../src/state/config.ts';
import { modelOf, runConfigOf } from '../../src/state/start.ts';
import { readText } from '../../src/tasks/text.ts';

function startOf(choice: Partial<Config>) {
  const config = { ...DEFAULT_CONFIG, ...choice };
  const reading = readText(config.text, config.letterUnit);
  if (reading.kind === 'tooShort') throw new Error('too short');
  return {
    model: modelOf(config, reading.task),
    run: runConfigOf(config, { task: reading.task, exercise: null }),
  };
}

describe('the start of a run', () => {
  it('has one input and one output for each letter of the vocabulary', () => {
    expect(startOf({ text: 'banana' }).model).toMatchObject({ inputSize: 3, outputSize: 3 });
    expect(startOf({ text: '강나', letterUnit: 'jamo' }).model).toMatchObject({ inputSize: 4 });
  });

  it.each([
    ['rnn', 3 * 4 + 3 * 3 + 2 * 3 + 4 * 3 + 4],
    ['lstm', 4 * (3 * 4 + 3 * 3 + 2 * 3) + 4 * 3 + 4],
  ] as const)('of hello with three units has all the parameters of a %s', (cell, parameters) => {
    expect(countParameters(startOf({ cell }).model)).toBe(parameters);
  });

  it('learns the whole text in every update, each letter from those before', () => {
    const { run } = startOf({ text: 'abac' });
    expect(run.examples).toEqual([{ inputs: [0, 1, 0], targets: [1, 0, 2] }]);
    expect(run.training).toMatchObject({ truncation: null, batchSize: null });
  });

  it.each<Partial<Config>>([
    { cell: 'gru' },
    { nonlinearity: 'relu' },
    { hiddenSize: 4 },
    { layers: 2 },
    { optimizer: 'sgd' },
    { learningRate: 0.02 },
    { clipNorm: 0.01 },
    { seed: 99 },
    { text: 'help' },
  ])('with %j trains to other numbers', (choice) => {
    const trained = (config: Partial<Config>) => {
      const trainer = createTrainer(startOf(config).run);
      for (let update = 0; update < 5; update++) trainer.step();
      return trainer.parameters;
    };
    expect(trained(choice)).not.toEqual(trained({}));
  });

  it('lets the gates of a GRU and an LSTM begin open, and a vanilla cell be', () => {
    const weights = (config: Partial<Config>) => createTrainer(startOf(config).run).parameters;
    for (const cell of ['gru', 'lstm'] as const) {
      const [open, plain] = [weights({ cell, gateBias: 3 }), weights({ cell })];
      const added = Array.from(open, (each, index) => each - plain[index]).filter((each) => each !== 0);
      expect(added.map((each) => Math.round(each * 1e6) / 1e6)).toEqual([3, 3, 3]);
    }
    expect(weights({ gateBias: 3 })).toEqual(weights({}));
  });

  it('carries the interventions', () => {
    const interventions = [{ kind: 'learningRate', update: 4, value: 0.5 } as const];
    expect(startOf({ interventions }).run.interventions).toEqual(interventions);
  });
});
