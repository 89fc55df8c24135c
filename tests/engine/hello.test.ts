/** The story the page tells first: h, e, l, l asked for e, l, l, o. */
import { expect, it } from 'vitest';
import { createTrainer } from '../../src/engine/index.ts';
import { FULL_BATCH_SGD, HELLO, modelOf } from './setup.ts';

function helloTrainer(seed: number) {
  const training = { ...FULL_BATCH_SGD, optimizer: 'adam', learningRate: 0.01 } as const;
  return createTrainer({ model: modelOf('rnn'), training, seed, examples: [HELLO] });
}

/** The first update at which all four letters are right, or null within a thousand. */
function firstRight(seed: number): number | null {
  const trainer = helloTrainer(seed);
  while (trainer.correct < trainer.targets) {
    if (trainer.update === 1000) return null;
    trainer.step();
  }
  return trainer.update;
}

it('every network learns it, half of them within about fifty updates', () => {
  const firsts = Array.from({ length: 200 }, (_, seed) => firstRight(seed));
  expect(firsts.slice(0, 20)).not.toContain(null);
  expect(firsts.filter((first) => first === null).length).toBeLessThanOrEqual(2);
  const median = firsts.map((first) => first ?? 1000).sort((a, b) => a - b)[100];
  expect(median).toBeGreaterThan(40);
  expect(median).toBeLessThan(62);
});

it('without memory at most three of four are right', () => {
  const trainer = createTrainer({
    model: modelOf('rnn'),
    training: { ...FULL_BATCH_SGD, optimizer: 'adam', learningRate: 0.01 },
    seed: 1,
    examples: HELLO.inputs.map((input, t) => ({ inputs: [input], targets: [HELLO.targets[t]] })),
  });
  let most = 0;
  for (let n = 0; n < 1000; n++) {
    trainer.step();
    most = Math.max(most, trainer.correct);
  }
  expect(most).toBe(3);
});

it('a network that never saw anything is about as good as guessing', () => {
  const losses = Array.from({ length: 200 }, (_, seed) => helloTrainer(seed).loss);
  const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  expect(mean).toBeGreaterThan(Math.log(4));
  expect(mean).toBeLessThan(Math.log(4) + 0.2);
});
