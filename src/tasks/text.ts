/** A text as a task: each letter is read, the next one is the target. */
import type { Example } from '../engine/index.ts';
import { letterMark } from './letterMark.ts';
import { type LetterUnit, splitLetters, splitSyllable } from './letters.ts';
import type { Task } from './task.ts';

export { type LetterUnit, letterMark };

export const MAX_LETTERS = 2000;

/** How many of the letters before a cut are shown to say where it is. */
const LAST_LETTERS = 12;

export interface TextTask extends Task {
  /** The text that was read, NFC. */
  readonly text: string;
  /** The letters in reading order, n = T + 1: grapheme clusters, or jamo where the unit says so. */
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
  /** `lastLetters` ends where the text was cut, invisible letters but the space as marks. */
  | { readonly kind: 'cut'; readonly task: TextTask; readonly limit: number; readonly lastLetters: string }
  | { readonly kind: 'tooShort' };

/** Reads a text of any script into a task. Never throws; takes no longer for megabytes than for MAX_LETTERS. */
export function readText(text: string, unit: LetterUnit): TextReading {
  const clusters: string[] = [];
  const letters: string[] = [];
  let isCut = false;
  for (const cluster of splitLetters(text)) {
    const parts = unit === 'jamo' ? splitSyllable(cluster) : [cluster];
    isCut = letters.length + parts.length > MAX_LETTERS;
    if (isCut) break;
    clusters.push(cluster);
    letters.push(...parts);
  }
  if (letters.length < 2) return { kind: 'tooShort' };

  const task = poseText(letters, clusters.join(''));
  if (!isCut) return { kind: 'ready', task };
  const lastLetters = clusters.slice(-LAST_LETTERS).map(inSentence).join('');
  return { kind: 'cut', task, limit: MAX_LETTERS, lastLetters };
}

/** Letters as a task; at least two. */
export function poseText(letters: readonly string[], text = letters.join('')): TextTask {
  const vocabulary = [...new Set(letters)];
  const idOf = new Map(vocabulary.map((letter, id) => [letter, id]));
  const ids = letters.map((letter) => idOf.get(letter) ?? 0);
  return {
    text,
    letters,
    vocabulary,
    ids,
    example: { inputs: ids.slice(0, -1), targets: ids.slice(1) },
    picture: null,
    inputNames: vocabulary,
    decoderNames: null,
    outputNames: vocabulary,
    answerFrom: 0,
  };
}

/** The task where it is a text; null for exercises. */
export function asText(task: Task): TextTask | null {
  return 'letters' in task ? (task as TextTask) : null;
}

function inSentence(letter: string): string {
  return letter === ' ' ? letter : letterMark(letter);
}
