import type { ReactNode } from 'react';
import { useRun } from '../context.ts';
import { useLasting } from '../useLasting.ts';
import styles from './ReplayProgress.module.css';

/** A replay that takes longer than to be told from a jump. */
export interface Replay {
  /** The kept update from which it began, the one that shows now, and the one that was asked for. */
  readonly from: number;
  readonly at: number;
  readonly target: number;
}

/** Milliseconds up to which a jump is at once. */
const AT_ONCE = 150;

/** The replay under way, or null. */
export function useReplay(): Replay | null {
  const phase = useRun((run) => run.phase);
  const at = useRun((run) => run.snapshot.update);
  const isLong = useLasting(phase.kind === 'seeking', AT_ONCE);
  return isLong && phase.kind === 'seeking' ? { from: phase.from, at, target: phase.target } : null;
}

/** How far the way has come; `children` say which update shows meanwhile. */
export function ReplayProgress({ from, at, target, children }: Replay & { readonly children: ReactNode }) {
  return (
    <label className={styles.replay}>
      {children}
      <progress max={Math.max(1, target - from)} value={Math.max(0, at - from)} />
    </label>
  );
}
