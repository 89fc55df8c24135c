/** Many-to-one: a sentence is read word by word, and its last word is answered with how the person feels. */
import type { Example } from '../engine/index.ts';
import { type Exercise, type Item, type Language, once, type Reading } from './exercise.ts';
import { english } from './feelings/english.ts';
import { BUILDS, FEELINGS, type Grammar } from './feelings/grammar.ts';
import { korean } from './feelings/korean.ts';
import { UNKNOWN } from './letterMark.ts';
import { adam, createDice, drawDistinct, pick } from './sampling.ts';

export { FEELINGS, type Feeling } from './feelings/grammar.ts';

export const MAX_WORDS = 40;
/** More code units than so many words take, written in a link; of a longer text no more is looked at. */
const LONGEST_TEXT = 4000;
const TRAINING_SENTENCES = 1500;
const HELD_OUT_SENTENCES = 300;

const GRAMMARS: Readonly<Record<Language, Grammar>> = { en: english, ko: korean };

/**
 * The words in order, as the grammar splits them (Korean: 무섭 -지 않 -다); those that no training sentence has are read
 * as the unknown word.
 */
export type Sentence = readonly string[];

export type SentenceReason =
  | { readonly kind: 'noWord' }
  | { readonly kind: 'unknownWordsOnly' }
  /** No word is known, and the letters are those of the other language. */
  | { readonly kind: 'wrongLanguage' }
  /** Only so many are read, the last of them `lastWord`. */
  | { readonly kind: 'tooManyWords'; readonly limit: number; readonly lastWord: string };

export function feelingExercise(language: Language): Exercise<Sentence> {
  const grammar = GRAMMARS[language];
  const random = createDice(3);
  const items = drawDistinct(
    TRAINING_SENTENCES + HELD_OUT_SENTENCES,
    (): Item<Sentence> => {
      const feeling = pick(FEELINGS, random);
      const sentence = grammar.drawSentence(feeling, pick(BUILDS, random), random);
      return { question: sentence.split(' '), answer: [FEELINGS.indexOf(feeling)] };
    },
    ({ question }) => question.join(' '),
  );
  const training = items.slice(0, TRAINING_SENTENCES);
  const inputNames = [UNKNOWN, ...new Set(training.flatMap(({ question }) => question))];
  const indexOf = new Map(inputNames.map((name, index) => [name, index]));

  const ask = (sentence: Sentence, answer?: readonly number[]): Example => ({
    inputs: sentence.map((word) => indexOf.get(word) ?? 0),
    targets: sentence.map((_, t) => (t === sentence.length - 1 ? (answer?.[0] ?? null) : null)),
  });
  const pose = ({ question, answer }: Item<Sentence>) => ask(question, answer);
  return {
    shape: 'many-to-one',
    picture: null,
    inputNames,
    decoderNames: null,
    outputNames: grammar.feelingNames,
    stop: null,
    training,
    heldOut: items.slice(TRAINING_SENTENCES),
    examples: once(() => [...training, ...withUnknownWords(training, grammar)].map(pose)),
    metric: 'answers',
    recommended: { cell: 'gru', hiddenSize: 48, training: adam(0.01), updates: 1500 },
    pose,
    ask,
    spell: (outputs) => outputs.map((output) => grammar.feelingNames[output]).join(' '),
  };
}

/** The sentence as people write it. */
export function writeSentence(sentence: Sentence): string {
  return sentence.join(' ').replaceAll(' -', '');
}

/** Whether a word of the sentence turns something into its opposite. */
export function isNegated(sentence: Sentence, language: Language): boolean {
  return sentence.some((word) => GRAMMARS[language].negations.has(word));
}

export function isKnownWord(word: string, { inputNames }: Exercise<Sentence>): boolean {
  return word !== UNKNOWN && inputNames.includes(word);
}

/** Reads what a person typed: any capitals, punctuation, contractions and spaces. */
export function readSentence(
  text: string,
  language: Language,
  exercise: Exercise<Sentence>,
): Reading<Sentence, SentenceReason> {
  const words = splitWords(text.slice(0, LONGEST_TEXT)).flatMap(GRAMMARS[language].normalize);
  if (words.length === 0) return { kind: 'unreadable', reason: { kind: 'noWord' } };
  const question = words.slice(0, cutOf(words));
  if (question.length < words.length) {
    const lastWord = writeSentence(question).split(' ').at(-1) ?? '';
    return { kind: 'guess', question, reason: { kind: 'tooManyWords', limit: MAX_WORDS, lastWord } };
  }
  if (!question.some((word) => isKnownWord(word, exercise))) {
    const isOther = question.some((word) => OTHER_LETTERS[language].test(word));
    return { kind: 'guess', question, reason: { kind: isOther ? 'wrongLanguage' : 'unknownWordsOnly' } };
  }
  const sentence = question.join(' ');
  for (const origin of ['training', 'heldOut'] as const) {
    const item = exercise[origin].find((candidate) => candidate.question.join(' ') === sentence);
    if (item !== undefined) return { kind: 'ready', question, answer: item.answer, origin };
  }
  return { kind: 'ready', question, answer: null, origin: 'new' };
}

/** How many are read: none that goes on behind the limit, whose beginning could mean something else. */
function cutOf(words: Sentence): number {
  let cut = MAX_WORDS;
  while (cut > 1 && words[cut]?.startsWith('-')) cut--;
  return cut;
}

const OTHER_LETTERS: Readonly<Record<Language, RegExp>> = {
  en: /\p{Script=Hangul}/u,
  ko: /\p{Script=Latin}/u,
};

function splitWords(text: string): string[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}\p{N}']+/gu) ?? [];
  return words.map((word) => word.replace(/^'+|'+$/g, '')).filter((word) => word !== '');
}

/** Every third sentence that says where or when, again with that part unknown: what is unknown says nothing. */
function withUnknownWords(items: readonly Item<Sentence>[], { contexts }: Grammar): Item<Sentence>[] {
  return items.flatMap((item, index) => {
    if (index % 3 > 0) return [];
    const sentence = item.question.join(' ');
    const context = contexts.find((phrase) => sentence.startsWith(phrase) || sentence.endsWith(phrase));
    if (context === undefined) return [];
    const question = sentence.replace(context, context.replace(/\S+/g, UNKNOWN)).split(' ');
    return [{ ...item, question }];
  });
}
