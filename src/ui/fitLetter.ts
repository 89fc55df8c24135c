import {
  fitCluster,
  fitMark,
  fitOrCutWord,
  isCluster,
  isCode,
  isNamedMark,
  isWideLetter,
  isWord,
} from '../layout/letterSize.ts';
import { letterWidth } from './canvas/letterWidth.ts';

/** What is written under each other, and how large. */
export interface FittedLetter {
  readonly rows: readonly string[];
  readonly fontSize: number;
}

/** A letter at the font size (at most `size`) at which it keeps to `room` pixels; without `room` a mark keeps its whole name. */
export function fitLetter(letter: string, size: number, room: number | undefined): FittedLetter {
  if (isNamedMark(letter)) {
    return room === undefined
      ? { rows: [letter], fontSize: Math.max(7, size * (isCode(letter) ? 0.42 : 0.8)) }
      : fitMark(letter, size, room);
  }
  if (room !== undefined && isWord(letter)) {
    const { written, fontSize } = fitOrCutWord(letter, size, room);
    return { rows: [written], fontSize };
  }
  if (room !== undefined && isCluster(letter)) {
    return { rows: [letter], fontSize: fitCluster(letterWidth(letter), size, room) };
  }
  const fits = room === undefined || !isWideLetter(letter);
  return { rows: [letter], fontSize: fits ? size : Math.min(size, room) };
}
