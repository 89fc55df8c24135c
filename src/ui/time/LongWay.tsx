import type { ReactNode } from 'react';
import { longWay } from '../../i18n/longWay.ts';
import { useWords } from '../context.ts';
import { useLongWay } from './useLongWay.ts';

const UNITS = [
  { unit: 'years', seconds: 365.25 * 86_400 },
  { unit: 'days', seconds: 86_400 },
  { unit: 'hours', seconds: 3600 },
  { unit: 'minutes', seconds: 60 },
  { unit: 'seconds', seconds: 1 },
] as const;

/** The largest unit of which there are at least this many. */
const ENOUGH = 2;

/**
 * How long the way to the update `goal` takes, and how to stop, rounded such that it changes rarely enough to be
 * read out; `children` where the way is short.
 */
export function LongWay({ goal, children }: { readonly goal: number; readonly children: ReactNode }) {
  const words = useWords(longWay);
  const way = useLongWay(goal);
  if (way === null) return children;
  const { unit, seconds } =
    UNITS.find((each) => way.seconds >= ENOUGH * each.seconds) ?? UNITS[UNITS.length - 1];
  const duration = words.duration[unit](Number((way.seconds / seconds).toPrecision(1)));
  return words.sentence(goal, duration, Math.max(1, Number(way.pace.toPrecision(1))));
}
