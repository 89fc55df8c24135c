import { describe, expect, it } from 'vitest';
import { createTrainer } from '../../src/engine/index.ts';
import { argmax, takeLosses } from '../../src/engine/loss.ts';
import { FULL_BATCH_SGD, HELLO, modelOf } from './setup.ts';

/** Loss and gradient of one timestep. */
function lossOf(logits: readonly number[], target: number) {
  const losses = new Float64Array(1);
  const gradient = new Float64Array(logits.length);
  takeLosses(Float64Array.from(logits), logits.length, Int32Array.of(target), losses, gradient);
  return { loss: losses[0], gradient };
}

/** The gradient is softmax − onehot. */
function softmax(logits: readonly number[]): number[] {
  return [...lossOf(logits, 0).gradient].map((value, i) => (i === 0 ? value + 1 : value));
}

describe("the lecture's first step: input h, logits 1.0, 2.2, −3.0, 4.1, wanted e", () => {
  const logits = [1.0, 2.2, -3.0, 4.1];

  it('has the probabilities 0.0377, 0.1251, 0.0007, 0.8365', () => {
    expect(softmax(logits).map((p) => Number(p.toFixed(4)))).toEqual([0.0377, 0.1251, 0.0007, 0.8365]);
  });

  it('predicts o and costs 2.0785 nats', () => {
    expect(argmax(Float64Array.from(logits), 0, 4)).toBe(3);
    expect(lossOf(logits, 1).loss.toFixed(4)).toBe('2.0785');
  });
});

it.each([1, 2, 4, 27, 2000])('a uniform prediction over %i letters costs its logarithm', (V) => {
  expect(lossOf(new Array<number>(V).fill(3.5), V - 1).loss).toBeCloseTo(Math.log(V), 13);
});

it('is stable for logits of any size', () => {
  expect(lossOf([1e5, 0, 0], 0).loss).toBe(0);
  expect(lossOf([1e5, 0, 0], 1).loss).toBe(1e5);
  expect(lossOf([-1e5, -1e5 - 1], 0).loss).toBeCloseTo(Math.log1p(Math.exp(-1)), 10);
  expect([...lossOf([1e5, 0, 0], 1).gradient]).toEqual([1, -1, 0]);
});

it('a step without target costs nothing', () => {
  const losses = Float64Array.of(9, 9);
  takeLosses(Float64Array.of(1, 2, 1, 2), 2, Int32Array.of(-1, 0), losses, new Float64Array(4));
  expect(losses[0]).toBe(0);
  expect(losses[1]).toBeGreaterThan(0);
});

it('of equal logits the first wins', () => {
  expect(argmax(Float64Array.of(9, 0, 2, 2, 1), 1, 4)).toBe(1);
  const trainer = createTrainer({
    model: modelOf('rnn'),
    training: FULL_BATCH_SGD,
    seed: 1,
    examples: [HELLO],
  });
  const start = trainer.save();
  trainer.restore({ ...start, values: start.values.map(() => 0) });
  expect(trainer.correct).toBe(0);
  expect(trainer.loss).toBeCloseTo(Math.log(4), 14);
});
