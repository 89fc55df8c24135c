import { useStore } from 'zustand';
import styles from './LetterReach.module.css';
import { shownReach } from './shownReach.ts';

export interface LetterReachProps {
  readonly t: number;
  /** The middle and the upper edge, and the length of a full bar. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const HEIGHT = 5;

/** How much of the chosen loss reaches this timestep, under its letter; nothing while the panel is closed. */
export function LetterReach({ t, x, y, width }: LetterReachProps) {
  const position = useStore(shownReach, (shown) => shown?.positions[t - shown.from] ?? null);
  if (position === null) return null;
  const bar = { y, height: HEIGHT, rx: 2 };
  const length = position * width;
  return (
    <>
      <rect className={styles.track} x={x - width / 2} width={width} {...bar} />
      <rect className={styles.bar} x={x - length / 2} width={length} {...bar} />
    </>
  );
}
