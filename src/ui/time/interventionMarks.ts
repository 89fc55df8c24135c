import type { Change } from '../../worker/protocol.ts';
import { SNOWFLAKE } from './snowflake.ts';

/** A shape of its own for each kind of change, about 8 pixels around 0; all are drawn with a stroke, some filled. */
export const INTERVENTION_MARKS: Readonly<Record<Change['kind'], { path: string; filled: boolean }>> = {
  learningRate: { path: 'M0 -4L4 3.2H-4z', filled: true },
  weight: { path: 'M-3.2 -3.2h6.4v6.4h-6.4z', filled: true },
  freeze: { path: SNOWFLAKE, filled: false },
  thaw: { path: 'M3.6 0A3.6 3.6 0 1 1 -3.6 0A3.6 3.6 0 1 1 3.6 0', filled: false },
  cut: { path: 'M-3.8 -3.8L3.8 3.8M-3.8 3.8L3.8 -3.8', filled: false },
  hold: { path: 'M-2.5 -4V4M2.5 -4V4', filled: false },
  release: { path: 'M-4 -2.5H4M-4 2.5H4', filled: false },
  restore: { path: 'M-4.5 0H4.5M1.5 -3L4.5 0L1.5 3', filled: false },
};
