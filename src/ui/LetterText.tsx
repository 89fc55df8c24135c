import {
  fitCluster,
  fitMark,
  fitOrCutWord,
  isCluster,
  isCode,
  isHeaped,
  isNamedMark,
  isWideLetter,
  isWord,
} from '../layout/letterSize.ts';
import { letterWidth } from './canvas/letterWidth.ts';
import styles from './LetterText.module.css';

/** A letter of the text, centred on (x, y); of several characters it is drawn smaller where it has no room. */
export function LetterText({
  letter,
  x,
  y,
  size,
  muted = false,
  strong = false,
  room,
}: {
  readonly letter: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly muted?: boolean;
  readonly strong?: boolean;
  /** The width it keeps to, in pixels; without it a mark keeps its whole name. */
  readonly room?: number;
}) {
  const { rows, fontSize } = fitLetter(letter, size, room);
  return (
    <text
      className={`${styles.letter} ${muted ? styles.muted : ''} ${strong ? styles.strong : ''} ${isHeaped(letter) ? styles.heaped : ''}`}
      x={x}
      y={y}
      fontSize={fontSize}
    >
      {rows.length === 1
        ? rows[0]
        : rows.map((row, index) => (
            <tspan key={index} x={x} dy={fontSize * (index || -0.5)}>
              {row}
            </tspan>
          ))}
    </text>
  );
}

function fitLetter(
  letter: string,
  size: number,
  room: number | undefined,
): { rows: readonly string[]; fontSize: number } {
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
