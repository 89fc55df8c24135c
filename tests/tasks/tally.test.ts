import { describe, expect, it } from 'vitest';
import { feelingExercise, isNegated } from '../../src/tasks/feelings.ts';
import { tallyOf } from '../../src/tasks/tally.ts';

const items = (...sentences: string[]) =>
  sentences.map((sentence, index) => ({ question: sentence.split(' '), answer: [index % 3] }));

describe('sentences counted', () => {
  it('have those with a negation apart', () => {
    const sentences = items(
      'i am calm',
      'i am not calm',
      'she is never safe',
      'he is no longer tense',
      'we are tense',
    );
    const right = [true, true, false, true, false];
    expect(tallyOf(sentences, 'en', (_, index) => right[index])).toEqual({
      all: { right: 3, all: 5 },
      negated: { right: 2, all: 3 },
    });
    expect(tallyOf(sentences, 'en', ({ answer }) => answer[0] === 0)).toMatchObject({
      all: { right: 2, all: 5 },
      negated: { right: 1, all: 3 },
    });
  });

  it('are negated by the words of their own language', () => {
    const sentences = items('무섭 -지 않 -다', '안 무섭 -다', '무섭 -다', 'not');
    expect(tallyOf(sentences, 'ko', () => true).negated).toEqual({ right: 2, all: 2 });
  });

  it.each(['en', 'ko'] as const)('of the data in %s are all there', (language) => {
    const { heldOut } = feelingExercise(language);
    const negated = heldOut.filter(({ question }) => isNegated(question, language)).length;
    expect(tallyOf(heldOut, language, () => false)).toEqual({
      all: { right: 0, all: 300 },
      negated: { right: 0, all: negated },
    });
  });
});
