/** A text as a task: each letter is read, the next one is the target. */
import type { Example } from '../engine/index.ts';

/** What counts as one letter of Korean: a syllable block, or its jamo. */
export type LetterUnit = 'syllable' | 'jamo';

export const MAX_LETTERS = 2000;

export interface TextTask {
  /** The text that was read, NFC. */
  readonly text: string;
  /** The grapheme clusters in reading order, n = T + 1. */
  readonly letters: readonly string[];
  /** In order of first appearance: index is the one-hot index. */
  readonly vocabulary: readonly string[];
  /** The vocabulary index of each letter: n. */
  readonly ids: readonly number[];
  /** T = n - 1 steps: input letter t, target letter t+1. */
  readonly example: Example;
}

/** Why a text cannot be trained on as it is. */
export type TextReading =
  | { readonly kind: 'ready'; readonly task: TextTask }
  | { readonly kind: 'cut'; readonly task: TextTask; readonly limit: number; readonly lastLetters: string }
  | { readonly kind: 'tooShort' };

/** Reads a text of any script into a task. Never throws. */
export declare function readText(text: string, unit: LetterUnit): TextReading;

/** How a letter is drawn: invisible characters as marks (␠ ↵ ⇥ …), lone surrogates and controls as marks, the rest as is. */
export declare function letterMark(letter: string): string;
