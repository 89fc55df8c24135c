/** How large letters of the text, and the longer marks that stand for some, can be written in a row of cells. */

/** Scripts whose letters are as wide as they are high. */
const WIDE_LETTER = /[\u1100-\u11ff\u2e80-\uffff]|[\ud800-\udbff]/;
/** The advance of a character of the monospaced font, in font sizes. */
const ADVANCE = 0.62;
const SMALLEST_MARK = 5;
const SMALLEST_CLUSTER = 7;
/** Smaller than this a word is cut. */
const SMALLEST_WORD = 8;
/** Smaller than this nobody reads a row of digits. */
const SMALLEST_ROW = 7;
/** The rows of a mark in two are this much smaller than letters. */
const TWO_ROWS = 0.66;
/** For a code whose digits have no room; what it is, is read out. */
const SOME_CODE = '□';
/** What is seen of a letter to which a code belongs, as in f·200D. */
const SEEN = /^(.+·)[\dA-F]{4,5}$/s;

export function isWideLetter(letter: string): boolean {
  return WIDE_LETTER.test(letter);
}

/** The name of a letter that would be drawn as nothing, such as U+200B, or ^G of a control. */
export function isNamedMark(mark: string): boolean {
  return isCode(mark) || /^\^[?-_]$/.test(mark);
}

/** Whether it is of several digits, and takes the room of a word. */
export function isCode(mark: string): boolean {
  return mark.startsWith('U+') || SEEN.test(mark);
}

/** Whether so many marks stand on a letter that they would cover what is around it. */
export function isHeaped(letter: string): boolean {
  return /\p{Mn}{3}/u.test(letter);
}

/** Of several characters, such as a family of emoji. */
export function isCluster(letter: string): boolean {
  return /../su.test(letter);
}

/** The font size (at most `size`) at which a letter that is `width` font sizes wide keeps to `room` pixels. */
export function fitCluster(width: number, size: number, room: number): number {
  return Math.min(size, Math.max(SMALLEST_CLUSTER, room / width));
}

/** Several letters under one index: a word of a sentence, not a letter that is made of several characters. */
const WORD = /^[\p{L}\p{N}]['’\p{L}\p{N} ?-]+$/u;

export function isWord(text: string): boolean {
  return WORD.test(text);
}

/** The font size (at most `size`) at which a word keeps to `room` pixels. */
export function fitWord(word: string, size: number, room: number): number {
  let width = 0;
  for (const letter of word) width += isWideLetter(letter) ? 1 : ADVANCE;
  return Math.max(SMALLEST_MARK, Math.min(size, room / width));
}

/** A word within `room` pixels; where it would be too small to be read, only its beginning. */
export function fitOrCutWord(
  word: string,
  size: number,
  room: number,
): { readonly written: string; readonly fontSize: number } {
  const least = Math.min(size, SMALLEST_WORD);
  const letters = [...word];
  let written = word;
  while (letters.length > 1 && fitWord(written, size, room) < least) {
    letters.pop();
    written = `${letters.join('')}…`;
  }
  return { written, fontSize: fitWord(written, size, room) };
}

/**
 * A named mark at the font size (at most `size`) at which it keeps to `room` pixels. Where that would be too small, of a
 * code the last four digits in two rows; where these would be too small, a sign that there is one. Of a letter with a
 * code, the letter and its point.
 */
export function fitMark(
  mark: string,
  size: number,
  room: number,
): { rows: readonly string[]; fontSize: number } {
  const fitting = (length: number) => room / (ADVANCE * length);
  if (!isCode(mark) || fitting(mark.length) >= SMALLEST_ROW) {
    return { rows: [mark], fontSize: Math.min(size, fitting(mark.length)) };
  }
  if (fitting(2) < SMALLEST_ROW) return { rows: [SOME_CODE], fontSize: Math.min(size, fitting(1)) };
  const [, seen] = SEEN.exec(mark) ?? [];
  if (seen !== undefined) return { rows: [seen], fontSize: Math.min(size, fitting(2)) };
  const [, first = '', second = ''] = /(..)(..)…?$/.exec(mark) ?? [];
  return { rows: [first, second], fontSize: Math.min(size * TWO_ROWS, fitting(2)) };
}
