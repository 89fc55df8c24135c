import { useEffect, useState } from 'react';
import type { Run } from '../../state/run.ts';
import { useApp, useRun } from '../context.ts';

/** How far it still is to the update that the run goes to. */
export interface LongWay {
  /** An update. */
  readonly goal: number;
  /** Updates a second, as measured. */
  readonly pace: number;
  readonly seconds: number;
}

/** Milliseconds between two measurements, and how much of the last one a new one leaves. */
const MEASURED_EVERY = 1000;
const KEPT = 0.6;
/** Seconds that nobody needs to be told of. */
const SHORT = 20;

/** What is left to the goal of a run that needs long for it, else null. */
export function useLongWay(): LongWay | null {
  const { run } = useApp();
  const goal = useRun(goalOf);
  const [way, setWay] = useState<LongWay | null>(null);
  useEffect(() => {
    if (goal === null) return;
    let last = { time: performance.now(), update: run.getState().snapshot.update };
    let pace: number | null = null;
    const timer = setInterval(() => {
      const now = { time: performance.now(), update: run.getState().snapshot.update };
      const measured = Math.max(0, ((now.update - last.update) / (now.time - last.time)) * 1000);
      pace = pace === null ? measured : KEPT * pace + (1 - KEPT) * measured;
      last = now;
      const seconds = (goal - now.update) / pace;
      setWay(pace > 0 && seconds > SHORT ? { goal, pace, seconds } : null);
    }, MEASURED_EVERY);
    return () => {
      clearInterval(timer);
      setWay(null);
    };
  }, [goal, run]);
  return way;
}

function goalOf({ phase, until }: Run): number | null {
  if (phase.kind === 'seeking') return phase.target;
  return phase.kind === 'training' && until?.kind === 'update' ? until.update : null;
}
