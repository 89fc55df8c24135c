import { useEffect, useRef, useState } from 'react';
import { useMessages, useRun } from '../context.ts';
import styles from './ReplayProgress.module.css';

/** A replay that takes longer than to be told from a jump. */
export interface Replay {
  /** The kept update that showed at first, the one that shows now, and the one that was asked for. */
  readonly from: number;
  readonly at: number;
  readonly target: number;
}

/** Milliseconds up to which a jump is at once. */
const AT_ONCE = 150;

/** The replay under way, or null. */
export function useReplay(): Replay | null {
  const target = useRun((run) => (run.phase.kind === 'seeking' ? run.phase.target : null));
  const at = useRun((run) => run.snapshot.update);
  const start = useRef({ target, from: at });
  const [isLong, setLong] = useState(false);
  if (start.current.target !== target) start.current = { target, from: at };
  const { from } = start.current;
  const isSeeking = target !== null;
  useEffect(() => {
    if (!isSeeking) return;
    const timer = setTimeout(() => setLong(true), AT_ONCE);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isSeeking]);
  return isLong && target !== null ? { from: Math.min(from, at), at, target } : null;
}

/** Which update shows while the exact one is computed anew, and how far that has come. */
export function ReplayProgress({ from, at, target }: Replay) {
  const words = useMessages().learning;
  return (
    <label className={styles.replay}>
      {words.replaying(at, target)}
      <progress max={Math.max(1, target - from)} value={Math.max(0, at - from)} />
    </label>
  );
}
