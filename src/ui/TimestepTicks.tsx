import { memo, useMemo } from 'react';
import { cellSpan, layoutAxis, tickCells } from '../layout/heatmap.ts';
import { fitMark, fitWord, isHeaped, isNamedMark, isWideLetter, isWord } from '../layout/letterSize.ts';
import styles from './HiddenStateFigure.module.css';

export interface TimestepTicksProps {
  /** What is read at each timestep, in writing. */
  readonly letters: readonly string[];
  readonly timesteps: number;
  readonly selected: number;
  /** CSS pixels. */
  readonly width: number;
}

/** CSS pixels: the largest and the smallest letter, and what a number of up to four digits needs. */
const LARGEST_LETTER = 13;
const SMALLEST_LETTER = 9.5;
/** Smaller words are not read: the numbers of timesteps say more. */
const SMALLEST_WORD = 7.5;
const NUMBER_ROOM = 32;
/** The size of letters in columns of one pixel: Latin ones are narrower than high, Korean ones are square. */
const SIZE_PER_PIXEL = { narrow: 1.35, wide: 0.98 };
const HALF_DIGIT = 3.5;

/** The letters under the columns where every one has room; else the numbers of some timesteps. */
export const TimestepTicks = memo(({ letters, timesteps, selected, width }: TimestepTicksProps) => {
  const axis = useMemo(
    () => layoutAxis({ count: timesteps, length: width, pixelRatio: 1 }),
    [timesteps, width],
  );
  const wide = useMemo(() => letters.some(isWideLetter), [letters]);
  const size = (width / timesteps) * (wide ? SIZE_PER_PIXEL.wide : SIZE_PER_PIXEL.narrow);
  const fitted = (letter: string, fontSize: number) => fitWord(letter, fontSize, width / timesteps - 2);
  const lettered =
    size >= SMALLEST_LETTER &&
    letters.every((letter) => !isWord(letter) || fitted(letter, LARGEST_LETTER) >= SMALLEST_WORD);
  const cells = lettered ? letters.slice(0, timesteps).map((_, cell) => cell) : tickCells(axis, NUMBER_ROOM);
  return (
    <div className={styles.timesteps} style={{ width }} aria-hidden="true">
      <span className={styles.axis}>t</span>
      {cells.map((cell) => {
        const { start, length } = cellSpan(axis, cell);
        const mark = lettered ? letters[cell] : String(cell + 1);
        const fontSize = Math.min(LARGEST_LETTER, size);
        const written =
          lettered && isNamedMark(mark)
            ? fitMark(mark, fontSize, length - 2)
            : { rows: [mark], fontSize: isWord(mark) ? fitted(mark, fontSize) : fontSize };
        const overhang = lettered ? 0 : mark.length * HALF_DIGIT;
        return (
          <span
            key={cell}
            className={`${lettered ? styles.letter : styles.number} ${isHeaped(mark) ? styles.heaped : ''}`}
            data-selected={cell === selected}
            style={{
              left: Math.min(start + length / 2, width - overhang),
              fontSize: lettered ? written.fontSize : undefined,
              lineHeight: written.rows.length > 1 ? 1.05 : undefined,
            }}
          >
            {written.rows.join('\n')}
          </span>
        );
      })}
    </div>
  );
});
