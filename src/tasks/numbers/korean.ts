/** 사백이십일; a word is a syllable. */
import { assemble } from 'es-hangul';
import { createLookup, type Numerals, readAround } from './numerals.ts';

const DIGITS = [...'영일이삼사오육칠팔구'];
const UNITS: readonly (readonly [number, string])[] = [
  [1000, '천'],
  [100, '백'],
  [10, '십'],
];

/** One thousand is 천 and not 일천, and so are 백 and 십. */
function write(value: number): readonly string[] {
  if (value < 10) return [DIGITS[value]];
  const syllables = UNITS.flatMap(([unit, name]) => {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) return [];
    return digit === 1 ? [name] : [DIGITS[digit], name];
  });
  return value % 10 === 0 ? syllables : [...syllables, DIGITS[value % 10]];
}

const HANGUL = /\p{Script=Hangul}/u;
/** Korean, however it is spaced, and words of anything else. */
const PIECES = /(?:\p{Script=Hangul}[\s,\-·]*)+|[^\s\p{Script=Hangul}]+/gu;

/** Jamo typed one by one make syllables. */
function syllables(piece: string): string[] {
  const letters = [...piece.replace(/[\s,\-·]/gu, '')];
  const composed = letters.some((letter) => /[ㄱ-ㅣ]/.test(letter)) ? assemble(letters) : letters.join('');
  return [...composed.replaceAll('공', '영').replace(/(?<![영일이삼사오육칠팔구])일(?=[십백천])/g, '')];
}

const lookUp = createLookup(9999, write);

export const korean: Numerals = {
  largest: 9999,
  write,
  spell: (words) => words.join(''),
  split: (text) =>
    (text.normalize('NFC').match(PIECES) ?? [])
      .filter((piece) => /[\p{L}\p{M}\p{N}]/u.test(piece))
      .flatMap((piece) => (HANGUL.test(piece) ? syllables(piece) : [piece])),
  /** 만 alone is ten thousand. */
  read: (words) => readAround('만', 10_000, words[0] === '만' ? ['일', ...words] : words, lookUp),
};
