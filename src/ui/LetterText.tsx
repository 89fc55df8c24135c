import { isHeaped } from '../layout/letterSize.ts';
import { fitLetter } from './fitLetter.ts';
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
