/** How large letters of the text, and the longer marks that stand for some, can be written in a row of cells. */

/** Scripts whose letters are as wide as they are high. */
const WIDE_LETTER = /[\u1100-\u11ff\u2e80-\uffff]|[\ud800-\udbff]/;
/** The advance of a character of the monospaced font, in font sizes. */
const ADVANCE = 0.62;
const SMALLEST_MARK = 5;
const SMALLEST_PICTURE = 16;

export function isWideLetter(letter: string): boolean {
  return WIDE_LETTER.test(letter);
}

/** The name of a letter that has no picture, such as U+200B, or the picture of a control, three letters in one. */
export function isNamedMark(mark: string): boolean {
  return /^U\+/.test(mark) || controlCode(mark) !== null;
}

/** The code in hexadecimal that the picture of a control stands for: 07 for ␇; null for everything else. */
export function controlCode(mark: string): string | null {
  if (!/^[\u2400-\u241f]$/.test(mark)) return null;
  return (mark.charCodeAt(0) - 0x2400).toString(16).toUpperCase().padStart(2, '0');
}

/** Whether so many marks stand on a letter that they would cover what is around it. */
export function isHeaped(letter: string): boolean {
  return /\p{Mn}{3}/u.test(letter);
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

/**
 * The digits of a mark, and the font size (at most `size`) at which they keep to `room` pixels: in two rows where one
 * would be too small. A picture of a control remains one where it is large enough to read.
 */
export function fitMark(
  mark: string,
  size: number,
  room: number,
): { rows: readonly string[]; fontSize: number } {
  const control = controlCode(mark);
  if (control !== null && Math.min(size, room / ADVANCE) >= SMALLEST_PICTURE) {
    return { rows: [mark], fontSize: size };
  }
  const digits = control ?? mark.slice(2);
  const fitting = (length: number) => Math.min(size, room / (ADVANCE * length));
  const half = Math.ceil(digits.length / 2);
  return digits.length <= 2 || fitting(digits.length) >= SMALLEST_MARK
    ? { rows: [digits], fontSize: fitting(digits.length) }
    : { rows: [digits.slice(0, half), digits.slice(half)], fontSize: Math.min(fitting(half), size * 0.6) };
}
