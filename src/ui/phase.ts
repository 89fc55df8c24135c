import type { RunPhase } from '../worker/protocol.ts';

/** Whether the run is moving by itself and can be paused. */
export function isMoving(phase: RunPhase): boolean {
  return phase.kind === 'training' || phase.kind === 'seeking';
}
