import { useStore } from 'zustand';
import styles from './LetterReach.module.css';
import { shownReach } from './shownReach.ts';

export interface LetterReachProps {
  readonly t: number;
  /** The middle and the upper edge, and the length of a full bar with its number. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** CSS pixels of a bar, and of the number behind it where there is room for both. */
const BAR = { gap: 2, height: 4 };
const NUMBER = { from: 64, room: 38, size: 10, all: 60 };

/** How much of the chosen loss reaches this timestep, under its number; nothing where that is not in the panel. */
export function LetterReach({ t, x, y, width }: LetterReachProps) {
  const shown = useStore(shownReach, (all) => all?.places[t - all.from] ?? null);
  if (shown === null) return null;
  const { position, value, title } = shown;
  const numbered = width >= NUMBER.from;
  const full = numbered ? width - NUMBER.room : width;
  // From the left, as a measure.
  const bar = { x: x - width / 2, y: y + BAR.gap, height: BAR.height, rx: 2 };
  return (
    <g>
      <title>{title}</title>
      <rect className={styles.track} width={full} {...bar} />
      <rect className={styles.bar} width={position * full} {...bar} />
      {numbered && (
        <text
          className={styles.value}
          x={x + width / 2}
          y={y + BAR.gap + BAR.height + 1}
          fontSize={Math.min(NUMBER.size, NUMBER.all / value.length)}
        >
          {value}
        </text>
      )}
    </g>
  );
}
