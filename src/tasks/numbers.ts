/** Encoder–decoder: a number is read in the words of one language and then written in those of the other. */
import type { Example } from '../engine/index.ts';
import { type Exercise, type Item, type Language, once, type Reading } from './exercise.ts';
import { english } from './numbers/english.ts';
import { korean } from './numbers/korean.ts';
import type { Numerals } from './numbers/numerals.ts';
import { adam, createDice, shuffled } from './sampling.ts';
import { indicesOf, START, STOP, wordsUntilStop } from './vocabulary.ts';

/** English words, Korean syllables; those that no number has are read as nothing. */
export type NumberWords = readonly string[];

export interface NumberOptions {
  /** The language that is read; the other is written. */
  readonly from: Language;
  /** The range of training is 0 to here. */
  readonly most: 999 | 9999;
}

export type NumberReason =
  | { readonly kind: 'empty' }
  /** Of more code units than are read. */
  | { readonly kind: 'tooLong' }
  | { readonly kind: 'notANumber' }
  | { readonly kind: 'outsideRange'; readonly value: number; readonly least: number; readonly most: number }
  /** A number in the language that is not read here; null when its words make no number. */
  | { readonly kind: 'wrongLanguage'; readonly value: number | null };

const NUMERALS: Readonly<Record<Language, Numerals>> = { en: english, ko: korean };
const OTHER: Readonly<Record<Language, Language>> = { en: 'ko', ko: 'en' };
/** More code units than any number here takes, however it is typed. */
const LONGEST_TEXT = 200;
/** The largest number that both languages can write. */
const LARGEST = 9999;
/** Every word of a number up to 9,999 is in one up to here. */
const ALL_WORDS = 1000;

export function numberExercise({ from, most }: NumberOptions): Exercise<NumberWords> {
  const { write: writeQuestion } = NUMERALS[from];
  const { write, spell } = NUMERALS[OTHER[from]];
  const outputNames = [...vocabulary(write, Math.min(most, ALL_WORDS)), STOP];
  const decoderNames = [...outputNames, START];
  const start = outputNames.length;
  // Thousands can be asked for where they were never trained.
  const inputNames = vocabulary(writeQuestion, ALL_WORDS);

  const items = splitOrder(most).map(
    (value): Item<NumberWords> => ({
      question: writeQuestion(value),
      answer: indicesOf([...write(value), STOP], outputNames),
    }),
  );
  const longest = Math.max(...items.map(({ answer }) => answer.length));
  const training = items.slice(heldOutCount(most));

  const pose = ({ question, answer }: Item<NumberWords>): Example => ({
    inputs: [...indicesOf(question, inputNames), start, ...answer.slice(0, -1)],
    targets: [...question.map(() => null), ...answer],
    decoderFrom: question.length,
  });
  return {
    shape: 'encoder-decoder',
    picture: null,
    inputNames,
    decoderNames,
    outputNames,
    stop: outputNames.indexOf(STOP),
    training,
    heldOut: items.slice(0, heldOutCount(most)),
    examples: once(() => training.map(pose)),
    metric: 'answers',
    recommended: {
      cell: 'gru',
      hiddenSize: 48,
      training: adam(0.005),
      ...(most === 999 ? { updates: 1000, rnnUpdates: 3000 } : { updates: 1500 }),
    },
    pose,
    ask(question, answer) {
      const targets = answer ?? Array.from({ length: longest }, () => null);
      return {
        inputs: [
          ...question.map((word) =>
            isKnownNumberWord(word, { inputNames }) ? inputNames.indexOf(word) : null,
          ),
          ...targets.map((_, t) => (t === 0 ? start : { offset: 0 })),
        ],
        targets: [...question.map(() => null), ...targets],
        decoderFrom: question.length,
      };
    },
    spell: (outputs) => spell(wordsUntilStop(outputs, outputNames)),
  };
}

/** A number from 0 to 9,999 as it is written. */
export function writeNumber(value: number, language: Language): string {
  const { write, spell } = NUMERALS[language];
  return spell(write(value));
}

export function isKnownNumberWord(
  word: string,
  { inputNames }: Pick<Exercise<NumberWords>, 'inputNames'>,
): boolean {
  return inputNames.includes(word);
}

/** What would be right where the network can only guess; null where that is not known, or no task can write it. */
export function rightGuess(
  { value = null }: { readonly kind: string; readonly value?: number | null },
  from: Language,
): string | null {
  return value !== null && value >= 0 && value <= LARGEST ? writeNumber(value, OTHER[from]) : null;
}

/** Reads digits or words: any capitals, spaces, hyphens, jamo one by one. */
export function readNumber(
  text: string,
  { from, most }: NumberOptions,
  exercise: Exercise<NumberWords>,
): Reading<NumberWords, NumberReason> {
  const typed = text.trim();
  if (typed === '') return { kind: 'unreadable', reason: { kind: 'empty' } };
  if (typed.length > LONGEST_TEXT) return { kind: 'unreadable', reason: { kind: 'tooLong' } };
  const { value, words } = wordsOf(typed, NUMERALS[from]);
  // What a link says has to be short enough, too.
  if (words.join(' ').length > LONGEST_TEXT) return { kind: 'unreadable', reason: { kind: 'tooLong' } };
  if (value !== null && value >= 0 && value <= most) {
    const isHeldOut = exercise.heldOut.some(({ question }) => question.join() === words.join());
    const answer = NUMERALS[OTHER[from]].write(value);
    return {
      kind: 'ready',
      question: words,
      answer: indicesOf([...answer, STOP], exercise.outputNames),
      origin: isHeldOut ? 'heldOut' : 'training',
    };
  }
  const reason: NumberReason =
    value !== null ? { kind: 'outsideRange', value, least: 0, most } : explain(words.join(' '), from);
  return { kind: 'guess', question: words, reason };
}

/** What there is to read, and the value where it is a number. */
function wordsOf(
  typed: string,
  numerals: Numerals,
): { readonly words: NumberWords; readonly value: number | null } {
  const { split, read, write, largest } = numerals;
  const digits = readDigits(typed);
  if (digits !== null) {
    const value = Number(digits);
    return { value, words: value >= 0 && value <= largest ? write(value) : [digits] };
  }
  const words = split(typed);
  // What is left without marks is read as if it had been typed, since a link says no more: 7 !, 구.ㅅ
  const bare = words.join(' ');
  if (bare !== typed && bare !== '') return wordsOf(bare, numerals);
  return { value: read(words), words: words.length > 0 ? words : typed.split(/\s+/u) };
}

function explain(text: string, from: Language): NumberReason {
  const isOther = (from === 'en' ? /\p{Script=Hangul}/u : /\p{Script=Latin}/u).test(text);
  if (!isOther) return { kind: 'notANumber' };
  const { read, split } = NUMERALS[OTHER[from]];
  return { kind: 'wrongLanguage', value: read(split(text)) };
}

/** The digits alone of 421, −5, - 5, 1,234, ４２１; null for what is no whole number in digits. */
function readDigits(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/[−–]/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^- /, '-')
    .replace(/(?<=\d)[, ](?=\d{3}(?!\d))/g, '');
  return /^-?\d+$/.test(digits) ? digits : null;
}

/**
 * 0 to `most`, those held out first. Numbers of one word in either language are trained on: they are vocabulary, and
 * what is asked of the network is to put words together.
 */
function splitOrder(most: number): readonly number[] {
  const all = Array.from({ length: most + 1 }, (_, value) => value);
  const isOneWord = (value: number) => english.write(value).length === 1 || korean.write(value).length === 1;
  const composed = all.filter((value) => !isOneWord(value));
  return [...shuffled(composed, createDice(4)), ...all.filter(isOneWord)];
}

function heldOutCount(most: number): number {
  return Math.round((most + 1) / 10);
}

function vocabulary(write: Numerals['write'], most: number): string[] {
  return [...new Set(Array.from({ length: most + 1 }, (_, value) => write(value)).flat())];
}
