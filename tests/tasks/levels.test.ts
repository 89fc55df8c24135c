import { describe, expect, it } from 'vitest';
import { captionExercise } from '../../src/tasks/captions.ts';
import { chanceLevel, memorylessLevel } from '../../src/tasks/levels.ts';
import { motionExercise } from '../../src/tasks/motion.ts';
import { numberExercise } from '../../src/tasks/numbers.ts';

/** Reads two symbols, answers at each with the last symbol but one: 0 at first. */
const delayed = (metric: 'answers' | 'outputs') => {
  const item = (first: number, second: number) => ({ question: [first, second], answer: [0, first] });
  const ask = (question: readonly number[], answer?: readonly number[]) => ({
    inputs: question,
    targets: answer ?? [null, null],
  });
  return {
    training: [item(0, 0), item(0, 1), item(1, 2), item(1, 2)],
    heldOut: [item(0, 2), item(1, 1), item(1, 0)],
    pose: ({ question, answer }: { question: readonly number[]; answer: readonly number[] }) =>
      ask(question, answer),
    ask,
    metric,
    outputNames: ['a', 'b', 'c'],
  };
};

describe('without memory', () => {
  it('each input is answered with what most often belongs to it in training', () => {
    // 0 → 0 (3 of 3), 1 → 0 (3 of 3), 2 → 1 (2 of 2): right are 0 0 | 0 · | 0 ·
    expect(memorylessLevel(delayed('outputs'))).toBe(3 / 6);
    expect(memorylessLevel(delayed('answers'))).toBe(0);
  });

  it('no caption is complete, because one word does not tell who and what', () => {
    expect(memorylessLevel(captionExercise('en', { isFedBack: true }))).toBe(0);
  });

  it('a decoder knows nothing of the number', () => {
    expect(memorylessLevel(numberExercise({ from: 'en', most: 999 }))).toBeLessThan(0.02);
  });

  it('the place of a dot tells a little about where it came from', () => {
    const level = memorylessLevel(motionExercise('en'));
    expect(level).toBeGreaterThan(chanceLevel(motionExercise('en')));
    expect(level).toBeLessThan(0.4);
  });
});

describe('guessing', () => {
  it('is right once in as many times as there are answers, or outputs', () => {
    expect(chanceLevel(delayed('outputs'))).toBeCloseTo(1 / 3, 12);
    expect(chanceLevel(delayed('answers'))).toBe(1 / 2);
    expect(chanceLevel(captionExercise('ko', { isFedBack: true }))).toBe(1 / 64);
    expect(chanceLevel(numberExercise({ from: 'ko', most: 999 }))).toBe(1 / 1000);
  });
});
