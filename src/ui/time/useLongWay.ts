import { useEffect, useState } from 'react';
import { useApp } from '../context.ts';

/** How far it still is to the update that the run goes to. */
export interface LongWay {
  /** Updates a second, as measured. */
  readonly pace: number;
  readonly seconds: number;
}

/** Milliseconds between two measurements, and how much of the last one a new one leaves. */
const MEASURED_EVERY = 1000;
const KEPT = 0.6;
/** Seconds that nobody needs to be told of. */
const SHORT = 20;

/** What is left to the update `goal` where a run needs long for it, else null. */
export function useLongWay(goal: number): LongWay | null {
  const { run } = useApp();
  const [way, setWay] = useState<LongWay | null>(null);
  useEffect(() => {
    let last = { time: performance.now(), update: run.getState().snapshot.update };
    let pace: number | null = null;
    const timer = setInterval(() => {
      const now = { time: performance.now(), update: run.getState().snapshot.update };
      const measured = Math.max(0, ((now.update - last.update) / (now.time - last.time)) * 1000);
      pace = pace === null ? measured : KEPT * pace + (1 - KEPT) * measured;
      last = now;
      const seconds = (goal - now.update) / pace;
      setWay(pace > 0 && seconds > SHORT ? { pace, seconds } : null);
    }, MEASURED_EVERY);
    return () => {
      clearInterval(timer);
      setWay(null);
    };
  }, [goal, run]);
  return way;
}
