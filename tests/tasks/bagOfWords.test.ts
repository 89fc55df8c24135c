import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBagOfWords } from '../../src/tasks/bagOfWords.ts';
import { feelingExercise } from '../../src/tasks/feelings.ts';

const item = (sentence: string, answer: number) => ({ question: sentence.split(' '), answer: [answer] });

function trained(...args: Parameters<typeof createBagOfWords>) {
  const bag = createBagOfWords(...args);
  let steps = 0;
  while (bag.train()) steps++;
  return { ...bag, steps };
}

describe('a bag of words', () => {
  it('is softmax regression on word counts: two steps by hand', () => {
    const bag = createBagOfWords([item('a a', 0), item('b', 1)], 2);
    expect([...bag.logits(['a'])]).toEqual([0, 0]);
    // At first each answer has probability 1/2. An error is of the word as often as it occurs: a 2·½, b ½;
    // half of it, a mean of two sentences: a ±0.25, b ±0.125; the errors of the bias cancel each other.
    bag.train();
    expect([...bag.logits(['a'])]).toEqual([0.25, -0.25]);
    expect([...bag.logits(['b'])]).toEqual([-0.125, 0.125]);
    expect([...bag.logits(['a', 'a', 'b', 'neverSeen'])]).toEqual([0.375, -0.375]);

    const wrong = { first: 1 / (1 + Math.exp(2 * 0.5)), second: 1 / (1 + Math.exp(2 * 0.125)) };
    const a = 0.25 + (0.5 * 2 * wrong.first) / 2;
    const b = -0.125 - (0.5 * wrong.second) / 2;
    const bias = (0.5 * (wrong.first - wrong.second)) / 2;
    bag.train();
    expect(bag.logits(['a'])[0]).toBeCloseTo(a + bias, 12);
    expect(bag.logits(['b'])[0]).toBeCloseTo(b + bias, 12);
    expect(bag.logits([])[0]).toBeCloseTo(bias, 12);
    expect(bag.logits(['a'])[1]).toBeCloseTo(-a - bias, 12);
  });

  it('learns what the words say, and has no more to train then', () => {
    const items = [
      item('i am calm', 0),
      item('i am afraid', 1),
      item('she is calm', 0),
      item('she is sad', 2),
    ];
    const bag = trained(items, 3);
    expect(bag.steps).toBe(1500);
    expect(bag.train()).toBe(false);
    expect(items.map(({ question }) => bag.answer(question))).toEqual([0, 1, 0, 2]);
  });

  it('cannot tell two sentences of the same words apart', () => {
    const items = [item('calm before but afraid now', 1), item('afraid before but calm now', 0)];
    const bag = trained(items, 2);
    expect(bag.answer(items[0].question)).toBe(bag.answer(items[1].question));
  });

  it('gives a sentence of the data the same scores in any order', () => {
    const { training, heldOut } = feelingExercise('en');
    const bag = createBagOfWords(training, 3);
    for (let step = 0; step < 20; step++) bag.train();
    const sentence = fc
      .constantFrom(...heldOut)
      .chain(({ question }) =>
        fc.tuple(fc.constant(question), fc.shuffledSubarray([...question], { minLength: question.length })),
      );
    fc.assert(
      fc.property(sentence, ([written, shuffled]) => {
        const scores = bag.logits(shuffled);
        for (const [c, score] of bag.logits(written).entries()) expect(scores[c]).toBeCloseTo(score, 9);
      }),
    );
  });
});
