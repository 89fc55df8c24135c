import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createTrainer,
  type OptimizerKind,
  type Trainer,
  type TrainingConfig,
} from '../../src/engine/index.ts';
import { OPTIMIZERS } from '../../src/engine/optimizers.ts';
import { FULL_BATCH_SGD, HELLO, modelOf, randomExample } from './setup.ts';

const MODEL = modelOf('gru', { layers: 2 });
const EXAMPLES = [3, 4, 5, 3, 6].map((timesteps, seed) => randomExample(MODEL, timesteps, seed));

function trainerOf(training: Partial<TrainingConfig> = {}, seed = 1): Trainer {
  return createTrainer({
    model: MODEL,
    training: { ...FULL_BATCH_SGD, optimizer: 'adam', learningRate: 0.01, ...training },
    seed,
    examples: EXAMPLES,
  });
}

function advance(trainer: Trainer, count: number): void {
  for (let n = 0; n < count; n++) trainer.step();
}

/** Everything readable, copied. */
function standing({ update, learningRate, loss, correct, targets, gradientNorm, ...live }: Trainer) {
  return {
    numbers: { update, learningRate, loss, correct, targets, gradientNorm },
    ...structuredClone({ parameters: live.parameters, gradient: live.gradient, traces: live.traces }),
  };
}

describe('everything belongs to one update', () => {
  it.each([0, 1, 7])('at update %i a trainer restored from the parameters alone reads the same', (count) => {
    const trainer = trainerOf({ batchSize: 2, clipNorm: 0.1 });
    advance(trainer, count);
    const other = trainerOf({ batchSize: 2, clipNorm: 0.1 });
    other.restore(trainer.save());
    expect(standing(other)).toEqual(standing(trainer));
  });

  it('loss, correct and targets follow from the traces', () => {
    const trainer = trainerOf({ batchSize: 2 });
    advance(trainer, 3);
    const losses = trainer.traces.flatMap((trace) => [...trace.losses]);
    expect(trainer.targets).toBe(losses.length);
    expect(trainer.loss).toBeCloseTo(losses.reduce((sum, loss) => sum + loss, 0) / losses.length, 14);
    expect(trainer.gradientNorm).toBeCloseTo(Math.hypot(...trainer.gradient), 14);
  });

  it('the gradient is read before clipping, and clipping shortens the step', () => {
    const [free, clipped] = [null, 0.01].map((clipNorm) =>
      trainerOf({ optimizer: 'sgd', learningRate: 1, clipNorm }),
    );
    const start = free.parameters.slice();
    expect(clipped.gradient).toEqual(free.gradient);
    free.step();
    clipped.step();
    const distance = ({ parameters }: Trainer) =>
      Math.hypot(...parameters.map((value, i) => value - start[i]));
    expect(distance(free)).toBeGreaterThan(0.1);
    expect(distance(clipped)).toBeCloseTo(0.01, 6);
  });
});

describe('determinism', () => {
  it('the same seed gives the same bits, another seed others', () => {
    const [a, b, c] = [1, 1, 2].map((seed) => trainerOf({}, seed));
    for (const trainer of [a, b, c]) advance(trainer, 50);
    expect(standing(b)).toEqual(standing(a));
    expect(standing(c)).not.toEqual(standing(a));
  });

  it('saving and restoring anywhere continues with the same bits', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(OPTIMIZERS) as OptimizerKind[])),
        fc.constantFrom(null, 1, 2, 4),
        fc.nat(90),
        fc.nat(90),
        fc.nat(20),
        (optimizer, batchSize, before, aside, after) => {
          const trainer = trainerOf({ optimizer, batchSize });
          advance(trainer, before);
          const checkpoint = trainer.save();
          advance(trainer, after);
          const wanted = standing(trainer);
          advance(trainer, aside);
          trainer.restore(checkpoint);
          advance(trainer, after);
          expect(standing(trainer)).toEqual(wanted);
          const fresh = trainerOf({ optimizer, batchSize });
          fresh.restore(checkpoint);
          advance(fresh, after);
          expect(standing(fresh)).toEqual(wanted);
        },
      ),
      { numRuns: 40, seed: 1 },
    );
  });

  it('a change of the learning rate replays', () => {
    const run = () => {
      const trainer = trainerOf();
      advance(trainer, 30);
      trainer.setLearningRate(0.1);
      advance(trainer, 30);
      return trainer;
    };
    const unchanged = trainerOf();
    advance(unchanged, 60);
    expect(standing(run())).toEqual(standing(run()));
    expect(run().learningRate).toBe(0.1);
    expect(run().loss).not.toBe(unchanged.loss);
  });

  it('a saved checkpoint is a copy', () => {
    const trainer = trainerOf();
    const checkpoint = trainer.save();
    const values = checkpoint.values.slice();
    advance(trainer, 5);
    expect(checkpoint.values).toEqual(values);
  });
});

describe('mini-batches', () => {
  /** Which examples the trainer reads at its present update, told by their inputs. */
  const batch = ({ traces }: Trainer) =>
    traces.map(({ inputs }) => EXAMPLES.findIndex((e) => `${e.inputs}` === `${inputs}`));

  it('cover every example once a pass, the last batch being smaller, in another order each pass', () => {
    const trainer = trainerOf({ batchSize: 2 });
    const passes = Array.from({ length: 6 }, () => {
      const batches = Array.from({ length: 3 }, () => {
        const taken = batch(trainer);
        trainer.step();
        return taken;
      });
      expect(batches.map((taken) => taken.length)).toEqual([2, 2, 1]);
      expect(batches.flat().sort()).toEqual([0, 1, 2, 3, 4]);
      return batches.flat().join();
    });
    expect(new Set(passes).size).toBeGreaterThan(3);
  });

  it('are a function of seed and update', () => {
    const trainer = trainerOf({ batchSize: 2 });
    const start = trainer.save();
    advance(trainer, 100);
    const late = trainerOf({ batchSize: 2 });
    late.restore({ ...start, update: 100 });
    expect(batch(late)).toEqual(batch(trainer));
  });

  it.each([null, 5, 6])('a size of %s takes all of them in their order', (batchSize) => {
    expect(batch(trainerOf({ batchSize }))).toEqual([0, 1, 2, 3, 4]);
  });

  it('average over targets, not over examples', () => {
    const trainer = trainerOf();
    expect(trainer.targets).toBe(3 + 4 + 5 + 3 + 6);
  });
});

describe('a RangeError with a sentence', () => {
  const valid = { model: modelOf('rnn'), training: FULL_BATCH_SGD, seed: 1, examples: [HELLO] };

  it.each([
    ['hiddenSize', { model: modelOf('rnn', { hiddenSize: 0 }) }],
    ['hiddenSize', { model: modelOf('rnn', { hiddenSize: 513 }) }],
    ['hiddenSize', { model: modelOf('rnn', { hiddenSize: 2.5 }) }],
    ['layers', { model: modelOf('rnn', { layers: 4 }) }],
    ['inputSize', { model: modelOf('rnn', { inputSize: 0 }) }],
    ['outputSize', { model: modelOf('rnn', { outputSize: Number.NaN }) }],
    ['learningRate', { training: { ...FULL_BATCH_SGD, learningRate: -1 } }],
    ['learningRate', { training: { ...FULL_BATCH_SGD, learningRate: Number.NaN } }],
    ['clipNorm', { training: { ...FULL_BATCH_SGD, clipNorm: 0 } }],
    ['truncation', { training: { ...FULL_BATCH_SGD, truncation: 0 } }],
    ['batchSize', { training: { ...FULL_BATCH_SGD, batchSize: 1.5 } }],
    ['seed', { seed: -1 }],
    ['seed', { seed: 2 ** 32 }],
    ['at least one example', { examples: [] }],
    ['at least one timestep', { examples: [{ inputs: [], targets: [] }] }],
    ['1 targets', { examples: [{ inputs: [0, 1], targets: [1] }] }],
    ['has no target', { examples: [{ inputs: [0, 1], targets: [null, null] }] }],
    ['input 4', { examples: [{ inputs: [4], targets: [0] }] }],
    ['input -1', { examples: [{ inputs: [-1], targets: [0] }] }],
    ['target 4', { examples: [{ inputs: [0], targets: [4] }] }],
    ['3 numbers', { examples: [{ inputs: [new Float64Array(3)], targets: [0] }] }],
    ['before the first timestep', { examples: [{ inputs: [{ offset: 0 }], targets: [0] }] }],
    ['own output plus 1', { examples: [{ inputs: [0, { offset: 1 }], targets: [0, 0] }] }],
  ])('about %s', (words, wrong) => {
    const create = () => createTrainer({ ...valid, ...wrong });
    expect(create).toThrow(RangeError);
    expect(create).toThrow(words);
  });

  it('about a learning rate or a checkpoint that does not fit, leaving the trainer as it was', () => {
    const trainer = trainerOf();
    advance(trainer, 3);
    const before = standing(trainer);
    const { values } = trainer.save();
    expect(() => trainer.setLearningRate(Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => trainer.restore({ ...trainer.save(), values: values.slice(1) })).toThrow(RangeError);
    expect(() => trainer.restore({ ...trainer.save(), update: -1 })).toThrow(RangeError);
    expect(standing(trainer)).toEqual(before);
  });
});
