/** four hundred twenty-one */
import { createLookup, type Numerals, readAround } from './numerals.ts';

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function write(value: number): readonly string[] {
  if (value < 20) return [SMALL[value]];
  if (value < 100) return [TENS[Math.floor(value / 10) - 2], ...writeRest(value % 10)];
  if (value < 1000) return [SMALL[Math.floor(value / 100)], 'hundred', ...writeRest(value % 100)];
  return [...write(Math.floor(value / 1000)), 'thousand', ...writeRest(value % 1000)];
}

function writeRest(value: number): readonly string[] {
  return value === 0 ? [] : write(value);
}

const lookUp = createLookup(999, write);

export const english: Numerals = {
  largest: 999_999,
  write,
  spell: (words) =>
    words.reduce((text, word, at) => {
      if (at === 0) return word;
      const isUnit = SMALL.indexOf(word) > 0 && SMALL.indexOf(word) < 10;
      return text + (isUnit && TENS.includes(words[at - 1]) ? '-' : ' ') + word;
    }, ''),
  split(text) {
    // What has digits in it, such as 3.5, is one word, and none of a number.
    const words = text
      .normalize('NFKC')
      .toLowerCase()
      .split(/\s+/u)
      .flatMap((part) => (/\p{N}/u.test(part) ? [part] : (part.match(/[\p{L}\p{M}]+/gu) ?? [])));
    return words
      .filter((word) => word !== 'and')
      .map((word, at, all) =>
        word === 'a' && /^(hundred|thousand)$/.test(all[at + 1] ?? '') ? 'one' : word,
      );
  },
  read: (words) => readAround('thousand', 1000, words, lookUp),
};
