import type { Run } from '../state/run.ts';
import type { RunPhase } from '../worker/protocol.ts';

/** Whether the run is moving by itself and can be paused. */
export function isMoving(phase: RunPhase): boolean {
  return phase.kind === 'training' || phase.kind === 'seeking';
}

/** The same once the newest order has its effect: what a button and a key say and do, however long that takes. */
export function willMove({ ordered, phase }: Pick<Run, 'ordered' | 'phase'>): boolean {
  if (ordered === 'train' || ordered === 'pause') return ordered === 'train';
  return isMoving(phase);
}
