import { memo, useMemo } from 'react';
import { cellSpan, layoutAxis, tickCells } from '../layout/heatmap.ts';
import { letterMark } from '../tasks/text.ts';
import styles from './HiddenStateFigure.module.css';

export interface TimestepTicksProps {
  readonly letters: readonly string[];
  readonly timesteps: number;
  readonly selected: number;
  /** CSS pixels. */
  readonly width: number;
}

/** CSS pixels a letter, and a number of up to four digits, needs. */
const LETTER_ROOM = 12;
const NUMBER_ROOM = 32;
const HALF_DIGIT = 3.5;

/** The letters under the columns where every one has room; else the numbers of some timesteps. */
export const TimestepTicks = memo(({ letters, timesteps, selected, width }: TimestepTicksProps) => {
  const axis = useMemo(
    () => layoutAxis({ count: timesteps, length: width, pixelRatio: 1 }),
    [timesteps, width],
  );
  const lettered = width / timesteps >= LETTER_ROOM;
  const cells = tickCells(axis, lettered ? LETTER_ROOM : NUMBER_ROOM);
  return (
    <div className={styles.timesteps} style={{ width }} aria-hidden="true">
      {cells.map((cell) => {
        const { start, length } = cellSpan(axis, cell);
        const text = lettered ? letterMark(letters[cell]) : String(cell + 1);
        const overhang = lettered ? 0 : text.length * HALF_DIGIT;
        return (
          <span
            key={cell}
            className={lettered ? styles.letter : styles.number}
            data-selected={cell === selected}
            style={{ left: Math.min(start + length / 2, width - overhang) }}
          >
            {text}
          </span>
        );
      })}
    </div>
  );
});
