/** Geometry of a probability block: a letter, a bar and a number in each row. */
import type { Block } from './blocks.ts';
import type { LetterPlace, Rectangle } from './valueCells.ts';

export interface ProbabilityRows {
  /** The middle of the first row, and from one to the next. */
  readonly middle: number;
  readonly step: number;
  /** How far above the middle letter and number are written. */
  readonly rise: number;
  /** Centred on `x`, but for words, which begin there. */
  readonly letter: Omit<LetterPlace, 'y'>;
  /** `y` from the middle; the width is that of a probability of 1. */
  readonly bar: Rectangle;
  /** Ends at `x`; a font size of 0 where it has no room. */
  readonly number: { readonly x: number; readonly fontSize: number };
}

/** Pixels of the letter at the left and the number at the right, and the size of the number. */
const WIDE = { label: 18, number: 27, fontSize: 11 };
const NARROW = { label: 14, number: 20, fontSize: 9.5 };
const NONE = { label: 14, number: 0, fontSize: 0 };
/** Narrower blocks write smaller, and even narrower ones have no room for numbers. */
const LEAST_WIDE = 88;
const LEAST_NUMBERED = 50;

/** The rows of `count` letters; a word stands above its bar, which has the row to itself. */
export function placeProbabilities(block: Block, count: number, worded: boolean): ProbabilityRows {
  const { x, width, height } = block;
  const size = width >= LEAST_WIDE ? WIDE : width >= LEAST_NUMBERED ? NARROW : NONE;
  const label = worded ? width - size.number : size.label;
  const step = height / count;
  return {
    middle: block.y + step / 2,
    step,
    rise: worded ? 2.5 : 0,
    letter: { x: worded ? x : x + label / 2 - 2, size: worded ? 12 : 13, room: label - 3 },
    bar: worded
      ? { x, y: 5, width, height: 3.5, rx: 3 }
      : { x: x + label, y: -6, width: width - label - size.number, height: 12, rx: 3 },
    number: { x: x + width, fontSize: size.fontSize },
  };
}

/** The length of a bar, no finer than can be seen: one that stands still costs nothing. */
export function barLength(width: number, probability: number): number {
  return Math.max(1, Math.round(10 * width * probability) / 10);
}
