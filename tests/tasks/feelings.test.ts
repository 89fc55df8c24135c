import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/tasks/exercise.ts';
import {
  FEELINGS,
  feelingExercise,
  isKnownWord,
  isNegated,
  MAX_WORDS,
  readSentence,
  writeSentence,
} from '../../src/tasks/feelings.ts';

const exercises = { en: feelingExercise('en'), ko: feelingExercise('ko') };
const languages = ['en', 'ko'] as const;

describe.each(languages)('the sentences in %s', (language) => {
  const { training, heldOut, inputNames, examples, ask } = exercises[language];

  it('are 1,200 or more, of about 120 words', () => {
    expect(training.length).toBeGreaterThanOrEqual(1200);
    expect(inputNames.length).toBeGreaterThan(100);
    expect(inputNames.length).toBeLessThan(140);
  });

  it('have each feeling equally often, with and without negation', () => {
    for (const items of [training, heldOut]) {
      const negated = items.filter(({ question }) => isNegated(question, language));
      expect(negated.length / items.length).toBeGreaterThan(0.3);
      expect(negated.length / items.length).toBeLessThan(0.7);
      for (const feeling of FEELINGS.keys()) {
        const part = items.filter(({ answer }) => answer[0] === feeling).length / items.length;
        expect(part).toBeGreaterThan(0.25);
        expect(part).toBeLessThan(0.45);
      }
    }
  });

  it('never ask with an unknown word, but some are trained on with words made unknown', () => {
    const known = ({ question }: (typeof training)[number]) =>
      question.every((word) => isKnownWord(word, exercises[language]));
    expect([...training, ...heldOut].every(known)).toBe(true);
    expect(examples().filter(({ inputs }) => inputs.includes(0)).length).toBeGreaterThan(100);
  });

  it('have one answer, at the last word', () => {
    const [{ question, answer }] = heldOut;
    const { targets } = ask(question, answer);
    expect(targets.filter((target) => target !== null)).toEqual(answer);
    expect(targets.at(-1)).toBe(answer[0]);
  });
});

describe('a typed sentence', () => {
  const read = (text: string, language: Language) => readSentence(text, language, exercises[language]);

  it('of the data is read as it stands there, whatever its capitals and punctuation', () => {
    fc.assert(
      fc.property(fc.constantFrom(...languages), fc.nat(299), (language, index) => {
        const { question, answer } = exercises[language].heldOut[index];
        const typed = `  ${writeSentence(question).replaceAll(' ', '  ').toUpperCase().normalize('NFD')}!`;
        expect(read(typed, language)).toEqual({ kind: 'ready', question, answer, origin: 'heldOut' });
      }),
    );
  });

  it.each([
    ["I'm not afraid at all.", ['I', 'am', 'not', 'afraid', 'at', 'all']],
    [
      'She isn’t calm, but she doesn’t feel tense',
      ['she', 'is', 'not', 'calm', 'but', 'she', 'does', 'not', 'feel', 'tense'],
    ],
    ['We’re SAFE', ['we', 'are', 'safe']],
  ])('%j', (text, words) => {
    expect(read(text, 'en')).toMatchObject({ kind: 'ready', question: words });
  });

  it.each([
    ['나는 하나도 무섭지 않다!', ['나는', '하나도', '무섭', '-지', '않', '-다']],
    ['어제는 긴장됐지만 오늘은 안 무서웠다', ['어제는', '긴장됐', '-지만', '오늘은', '안', '무서웠', '-다']],
    ['무섭지는 않지만 평화로웠다', ['무섭', '-지는', '않', '-지만', '평화로웠', '-다']],
    ['바다에서 겁나지 않는다', ['바다에서', '겁나', '-지', '않', '-는다']],
  ])('%j in stems and endings', (text, words) => {
    expect(read(text, 'ko')).toMatchObject({ kind: 'ready', question: words });
    expect(writeSentence(words)).toBe(text.replace('!', ''));
  });

  it('may have words that are not known', () => {
    const reading = read('my hamster is calm', 'en');
    expect(reading).toMatchObject({ kind: 'ready', answer: null, origin: 'new' });
    if (reading.kind === 'unreadable') throw new Error('not read');
    expect(reading.question.map((word) => isKnownWord(word, exercises.en))).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(exercises.en.ask(reading.question).inputs[1]).toBe(0);
  });

  it.each([
    ['', 'en', 'unreadable', 'noWord'],
    [' … !? ', 'ko', 'unreadable', 'noWord'],
    ['xyzzy plugh', 'en', 'guess', 'unknownWordsOnly'],
    ['고래 상어', 'ko', 'guess', 'unknownWordsOnly'],
    ['나는 무섭다', 'en', 'guess', 'wrongLanguage'],
    ['I am afraid', 'ko', 'guess', 'wrongLanguage'],
    ['calm '.repeat(MAX_WORDS + 1), 'en', 'guess', 'tooManyWords'],
    ['ha '.repeat(1_000_000), 'en', 'guess', 'tooManyWords'],
  ] as const)('%j in %s is %s', (text, language, kind, reason) => {
    expect(read(text, language)).toMatchObject({ kind, reason: { kind: reason } });
  });

  it('is cut behind the last whole word that fits, and is the same when it is read again', () => {
    const reading = read('나는 무섭지 않다 '.repeat(20), 'ko');
    if (reading.kind !== 'guess') throw new Error('not cut');
    expect(reading.reason).toEqual({ kind: 'tooManyWords', limit: MAX_WORDS, lastWord: '않다' });
    expect(reading.question.length).toBeLessThanOrEqual(MAX_WORDS);
    expect(read(writeSentence(reading.question), 'ko')).toMatchObject({ question: reading.question });
  });

  it('never throws, and can always be asked when it was read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...languages), (text, language) => {
        const reading = read(text, language);
        if (reading.kind === 'unreadable') return;
        const { inputs } = exercises[language].ask(reading.question);
        expect(inputs).toHaveLength(reading.question.length);
      }),
    );
  });
});
