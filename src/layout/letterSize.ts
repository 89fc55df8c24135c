/** How large letters of the text, and the longer marks that stand for some, can be written in a row of cells. */

/** Scripts whose letters are as wide as they are high. */
const WIDE_LETTER = /[\u1100-\u11ff\u2e80-\uffff]|[\ud800-\udbff]/;
/** The advance of a character of the monospaced font, in font sizes. */
const ADVANCE = 0.62;
const SMALLEST_MARK = 5;

export function isWideLetter(letter: string): boolean {
  return WIDE_LETTER.test(letter);
}

/** The name of a letter that has no picture, such as U+200B. */
export function isNamedMark(mark: string): boolean {
  return /^U\+/.test(mark);
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

/** A mark without its U+, and the font size (at most `size`) at which it keeps to `room` pixels; a dot where none does. */
export function fitMark(mark: string, size: number, room: number): { text: string; fontSize: number } {
  const text = mark.slice(2);
  const fontSize = Math.min(size, room / (ADVANCE * text.length));
  return fontSize < SMALLEST_MARK ? { text: '·', fontSize: size } : { text, fontSize };
}
