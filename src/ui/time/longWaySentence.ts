import type { Messages } from '../../i18n/index.ts';
import type { LongWay } from './useLongWay.ts';

const UNITS = [
  { unit: 'years', seconds: 365.25 * 86_400 },
  { unit: 'days', seconds: 86_400 },
  { unit: 'hours', seconds: 3600 },
  { unit: 'minutes', seconds: 60 },
  { unit: 'seconds', seconds: 1 },
] as const;

/** The largest unit of which there are at least this many. */
const ENOUGH = 2;

/** How long a way takes, and how to stop; rounded such that it changes rarely enough to be read out. */
export function longWaySentence({ goal, pace, seconds }: LongWay, words: Messages['learning']): string {
  const { unit, seconds: length } =
    UNITS.find((each) => seconds >= ENOUGH * each.seconds) ?? UNITS[UNITS.length - 1];
  const duration = words.duration[unit](Number((seconds / length).toPrecision(1)));
  return words.longWay(goal, duration, Math.max(1, Number(pace.toPrecision(1))));
}
