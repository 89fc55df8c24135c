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

const lookUp = createLookup(9999, write);

export const korean: Numerals = {
  largest: 9999,
  write,
  spell: (words) => words.join(''),
  split(text) {
    const letters = [...text.normalize('NFC').replace(/[\s,\-·]/gu, '')];
    // Jamo typed one by one make syllables; whatever is not Korean stays as it is.
    const composed = letters.some((letter) => /[ㄱ-ㅣ]/.test(letter)) ? assemble(letters) : letters.join('');
    return [...composed.replace('공', '영').replace(/일(?=[십백천])/g, '')];
  },
  /** 만 alone is ten thousand. */
  read: (words) => readAround('만', 10_000, words[0] === '만' ? ['일', ...words] : words, lookUp),
};
