import type { CSSProperties } from 'react';
import { cells as cellsWords } from '../../i18n/cells.ts';
import type { StepWindow } from '../../layout/reach.ts';
import { useWords } from '../context.ts';
import styles from './RowScrollbar.module.css';
import { GUTTER } from './rowLayout.ts';

export interface RowScrollbarProps {
  readonly window: StepWindow;
  readonly timesteps: number;
  /** CSS pixels of the columns. */
  readonly width: number;
  readonly onScroll: (from: number) => void;
}

/** CSS pixels that a finger can still hold. */
const LEAST_THUMB = 36;

/** Which letters of a long text all rows show; its thumb is as wide as what is in sight. */
export function RowScrollbar({ window, timesteps, width, onScroll }: RowScrollbarProps) {
  const words = useWords(cellsWords);
  const { from, to } = window;
  const said = words.window(from + 1, to, timesteps);
  const thumb = Math.max(LEAST_THUMB, (width * (to - from)) / timesteps);
  return (
    <div className={styles.scrollbar} style={{ paddingLeft: GUTTER }}>
      <input
        type="range"
        className={styles.range}
        style={{ width, '--thumb': `${thumb}px` } as CSSProperties}
        aria-label={words.inSight}
        aria-valuetext={said}
        title={words.scrollHint}
        min={0}
        max={timesteps - (to - from)}
        step={1}
        value={from}
        onChange={(event) => onScroll(event.currentTarget.valueAsNumber)}
      />
      <span className={styles.said} aria-hidden="true">
        {said}
      </span>
    </div>
  );
}
