import styles from './LetterText.module.css';

/** A letter of the text, centred on (x, y); marks of several characters are drawn smaller. */
export function LetterText({
  letter,
  x,
  y,
  size,
  muted = false,
  strong = false,
}: {
  readonly letter: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly muted?: boolean;
  readonly strong?: boolean;
}) {
  const isMark = /^U\+/.test(letter);
  return (
    <text
      className={`${styles.letter} ${muted ? styles.muted : ''} ${strong ? styles.strong : ''}`}
      x={x}
      y={y}
      fontSize={isMark ? Math.max(7, size * 0.42) : size}
    >
      {letter}
    </text>
  );
}
