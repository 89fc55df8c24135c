/** What the open panel shows of one loss, so that the unrolled network can show it under its letters too. */
import { createStore } from 'zustand/vanilla';

export interface ShownReach {
  /** The timestep of the first place. */
  readonly from: number;
  /** Of `from` and the timesteps after it up to the loss. */
  readonly places: readonly {
    /** 0 none to 1 full. */
    readonly position: number;
    readonly value: string;
    /** What it is of, and its value. */
    readonly title: string;
  }[];
}

/** Null while the panel is closed. */
export const shownReach = createStore<ShownReach | null>(() => null);
