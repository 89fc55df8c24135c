/** What the current run is doing and the last complete picture of it. Written by app.ts alone. */
import { createStore } from 'zustand/vanilla';
import type { ModelConfig } from '../engine/index.ts';
import type { TextTask } from '../tasks/text.ts';
import type { Curve, RunPhase, Snapshot } from '../worker/protocol.ts';

/** A sentence owed to the person; i18n words it. */
export type Notice =
  | { readonly kind: 'tooShort' }
  | { readonly kind: 'tooLong'; readonly limit: number; readonly lastLetters: string }
  | { readonly kind: 'linkUnread'; readonly keys: readonly string[] }
  | { readonly kind: 'workerRestarted'; readonly update: number }
  | { readonly kind: 'workerFailed' };

export interface Run {
  readonly task: TextTask;
  readonly model: ModelConfig;
  readonly phase: RunPhase;
  /** The newest snapshot; every picture and number is drawn from this one. */
  readonly snapshot: Snapshot;
  /** The flat parameters of that same update. */
  readonly parameters: Float64Array;
  readonly curve: Curve;
  /** A new network was asked for and its first picture is not here yet; the last one stays. */
  readonly preparing: boolean;
  /** Whether training, while it goes on, ends by itself when every letter is right. */
  readonly untilRight: boolean;
  /** Whether a condition was set ("until right") and at which update it was met. */
  readonly reachedRightAt: number | null;
  /** About the text, shown at the text box. */
  readonly textNotice: Notice | null;
  /** About the page as a whole. */
  readonly notice: Notice | null;
}

export type RunStore = ReturnType<typeof createRunStore>;

export function createRunStore(initial: Run) {
  return createStore<Run>(() => initial);
}
