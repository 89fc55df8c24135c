import { describe, expect, it } from 'vitest';
import { MAX_LOSS } from '../../src/engine/divergence.ts';
import { createTrainer, DivergenceError, type Trainer } from '../../src/engine/index.ts';
import { FULL_BATCH_SGD, HELLO, modelOf } from './setup.ts';

/** SGD on a ReLU network with a learning rate far too large. */
function recklessTrainer(learningRate: number): Trainer {
  return createTrainer({
    model: modelOf('rnn', { nonlinearity: 'relu', hiddenSize: 8 }),
    training: { ...FULL_BATCH_SGD, learningRate },
    seed: 2,
    examples: [HELLO],
  });
}

function errorOf(action: () => void): DivergenceError {
  try {
    action();
  } catch (error) {
    if (error instanceof DivergenceError) return error;
    throw error;
  }
  throw new Error('nothing diverged');
}

function standing({ update, loss, correct, gradientNorm, parameters, gradient }: Trainer) {
  return { update, loss, correct, gradientNorm, parameters: parameters.slice(), gradient: gradient.slice() };
}

/** Steps until the error, and what was readable just before it. */
function runIntoIt(trainer: Trainer) {
  let before = standing(trainer);
  const error = errorOf(() => {
    for (let n = 0; n < 1000; n++) {
      before = standing(trainer);
      trainer.step();
    }
  });
  return { error, before };
}

describe.each([
  ['in the first updates', 0, 100],
  ['just after a recovery point', 64, 1000],
  ['between recovery points', 100, 1000],
])('a run that diverges %s', (_, calm, learningRate) => {
  function diverge() {
    const trainer = recklessTrainer(0.01);
    for (let n = 0; n < calm; n++) trainer.step();
    trainer.setLearningRate(learningRate);
    return { trainer, ...runIntoIt(trainer) };
  }

  it('names the update and a loss that is none', () => {
    const { error, before } = diverge();
    expect(error.name).toBe('DivergenceError');
    expect(error.update).toBe(before.update + 1);
    expect(error.update).toBeGreaterThan(calm);
    expect(error.loss > MAX_LOSS || Number.isNaN(error.loss)).toBe(true);
  });

  it('stands exactly at the update before, and carries it', () => {
    const { trainer, error, before } = diverge();
    expect(standing(trainer)).toEqual(before);
    expect(error.lastGood).toEqual(trainer.save());
    expect(trainer.learningRate).toBe(learningRate);
  });

  it('diverges again in the same way, and trains on with another learning rate', () => {
    const { trainer, error, before } = diverge();
    expect(errorOf(() => trainer.step()).update).toBe(error.update);
    trainer.setLearningRate(1e-6);
    trainer.step();
    expect(trainer.update).toBe(before.update + 1);
  });
});

it('goes back over many updates when an example breaks the run between recovery points', () => {
  const model = modelOf('rnn', { nonlinearity: 'relu', hiddenSize: 8 });
  const harmless = Array.from({ length: 200 }, (_, t) => ({ inputs: [t % 4], targets: [(t + 1) % 4] }));
  const broken = { inputs: [new Float64Array(4).fill(Number.NaN)], targets: [1] };
  const examples = [...harmless, broken];
  const training = { ...FULL_BATCH_SGD, batchSize: 1 };
  const { trainer, error, before } = Array.from({ length: 10 }, (_, seed) => {
    const trainer = createTrainer({ model, training, seed, examples });
    return { trainer, ...runIntoIt(trainer) };
  }).reduce((best, run) => (run.error.update % 64 > best.error.update % 64 ? run : best));
  expect(error.update).toBeGreaterThan(64);
  expect(error.update % 64).toBeGreaterThan(20);
  expect(standing(trainer)).toEqual(before);
  expect(error.lastGood).toEqual(trainer.save());
});

it('a loss that is no number at the start is an error without a last good state', () => {
  const inputs = [Float64Array.of(1, Number.NaN, 0, 0)];
  const error = errorOf(() =>
    createTrainer({
      model: modelOf('gru'),
      training: FULL_BATCH_SGD,
      seed: 1,
      examples: [{ inputs, targets: [1] }],
    }),
  );
  expect(error.update).toBe(0);
  expect(error.lastGood).toBeNull();
});

it.each(['rnn', 'lstm', 'gru'] as const)('a broken checkpoint changes nothing (%s)', (cell) => {
  const trainer = createTrainer({
    model: modelOf(cell),
    training: FULL_BATCH_SGD,
    seed: 1,
    examples: [HELLO],
  });
  trainer.step();
  const before = standing(trainer);
  const checkpoint = trainer.save();
  const broken = {
    ...checkpoint,
    update: 9,
    learningRate: 0.5,
    values: checkpoint.values.map(() => Number.NaN),
  };
  expect(errorOf(() => trainer.restore(broken)).lastGood).toEqual(checkpoint);
  expect(standing(trainer)).toEqual(before);
  expect(trainer.learningRate).toBe(FULL_BATCH_SGD.learningRate);
});

it('a gradient that overflows is divergence even where the loss is a number', () => {
  const model = modelOf('rnn', { nonlinearity: 'relu', inputSize: 1, hiddenSize: 1, outputSize: 2 });
  const trainer = createTrainer({
    model,
    training: FULL_BATCH_SGD,
    seed: 1,
    examples: [{ inputs: [0, null], targets: [null, 1] }],
  });
  const start = trainer.save();
  // weight_ih, weight_hh, bias_ih, bias_hh, decoder.weight (2), decoder.bias (2): h is 1e200, and the decoder ignores it.
  const values = Float64Array.of(1e200, 1, 0, 0, 0, 0, 0, 0);
  const error = errorOf(() => trainer.restore({ ...start, values }));
  expect(error.loss).toBeCloseTo(Math.log(2), 12);
});
