import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memorylessCeiling } from '../../src/tasks/memoryless.ts';
import { readText } from '../../src/tasks/text.ts';

function taskOf(text: string) {
  const reading = readText(text, 'syllable');
  if (reading.kind === 'tooShort') throw new Error('too short');
  return reading.task;
}

/** Every function from letters to letters. */
function* functions(letters: number): Generator<number[]> {
  for (let code = 0; code < letters ** letters; code++) {
    yield Array.from({ length: letters }, (_, place) => Math.floor(code / letters ** place) % letters);
  }
}

describe('without memory', () => {
  it('hello has 3 of 4, because l is followed by l and by o', () => {
    expect(memorylessCeiling(taskOf('hello'))).toEqual({
      right: 3,
      targets: 4,
      confused: [
        {
          letter: 'l',
          followers: [
            { letter: 'l', count: 1 },
            { letter: 'o', count: 1 },
          ],
        },
      ],
    });
  });

  it('a text whose letters have one follower each loses nothing', () => {
    expect(memorylessCeiling(taskOf('abcabc'))).toEqual({ right: 5, targets: 5, confused: [] });
  });

  it('the most frequent follower comes first', () => {
    expect(memorylessCeiling(taskOf('nanbnbn')).confused).toEqual([
      {
        letter: 'n',
        followers: [
          { letter: 'b', count: 2 },
          { letter: 'a', count: 1 },
        ],
      },
    ]);
  });

  it('no function of the letter is better, one is as good, and it fails at the confused letters alone', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '한'), minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(texts, (text) => {
        const task = taskOf(text);
        const { inputs, targets } = task.example;
        const rightWith = (guess: readonly number[]) =>
          inputs.filter((input, t) => typeof input === 'number' && guess[input] === targets[t]).length;
        const ceiling = memorylessCeiling(task);
        expect(ceiling.targets).toBe(targets.length);
        expect(ceiling.right).toBe(Math.max(...[...functions(task.vocabulary.length)].map(rightWith)));
        const missed = ceiling.confused.flatMap(({ followers }) => followers.slice(1));
        expect(missed.reduce((sum, { count }) => sum + count, ceiling.right)).toBe(ceiling.targets);
      }),
    );
  });
});
