/** What the open panel shows of one loss, so that the unrolled network can show it under its letters too. */
import { createStore } from 'zustand/vanilla';

export interface ShownReach {
  /** The timestep of the loss. */
  readonly loss: number;
  /** The timestep of the first position. */
  readonly from: number;
  /** Of `from` and the timesteps after it up to the loss: 0 none to 1 full. */
  readonly positions: readonly number[];
}

/** Null while the panel is closed. */
export const shownReach = createStore<ShownReach | null>(() => null);
