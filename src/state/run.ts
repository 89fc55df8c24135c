/** What the current run is doing and the last complete picture of it. Written in app/ alone. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FlatParameters, ModelConfig } from '../engine/index.ts';
import type {
  Change,
  Condition,
  Curve,
  Examination,
  Intervention,
  RunPhase,
  Snapshot,
} from '../worker/protocol.ts';

import type { Subject } from './start.ts';

/** A sentence owed to the person; i18n words it. */
export type Notice =
  | { readonly kind: 'tooShort' }
  | { readonly kind: 'tooLong'; readonly limit: number; readonly lastLetters: string }
  /** A grapheme cluster of more than `limit` code units was read as several letters. */
  | { readonly kind: 'clusterSplit'; readonly limit: number }
  | { readonly kind: 'linkUnread'; readonly keys: readonly string[] }
  /** The text of a link was too short to learn; another stands in, and `keys` could not be read besides. */
  | { readonly kind: 'linkTextTooShort'; readonly standIn: string; readonly keys: readonly string[] }
  /** What a task needs could not be loaded; the one before goes on. */
  | { readonly kind: 'exerciseNotLoaded' }
  /** A change that was not made, because the loss would have blown up; at the place of the change. */
  | { readonly kind: 'refused'; readonly change: Change; readonly loss: number }
  /** An update beyond the furthest a run may have. */
  | { readonly kind: 'beyondEnd'; readonly limit: number }
  | { readonly kind: 'workerRestarted'; readonly update: number }
  | { readonly kind: 'workerFailed' };

/** Whether it names parts of a link that could not be used. */
export function isOfLink(notice: Notice | null): notice is Extract<Notice, { keys: readonly string[] }> {
  return notice !== null && 'keys' in notice;
}

/** An earlier future of this run, left by an intervention further back; it can be returned to. */
export interface Branch {
  readonly id: number;
  readonly interventions: readonly Intervention[];
  readonly curve: Curve;
  /** The first update at which it differs from the present future. */
  readonly parting: number;
}

/** The same run without its cuts of the recurrence, kept at the same update. */
export interface Twin {
  readonly update: number;
  readonly loss: number;
  readonly correct: number;
  readonly targets: number;
  readonly curve: Curve;
}

/** Task, exercise and question are those of the picture: they change when it comes. */
export interface Run extends Subject {
  readonly model: ModelConfig;
  readonly phase: RunPhase;
  /** The newest order to the worker as long as it is not answered: within an update of a large network it cannot be. */
  readonly ordered: 'train' | 'pause' | 'other' | null;
  /** The newest snapshot; every picture and number is drawn from this one. */
  readonly snapshot: Snapshot;
  /** The flat parameters of that same update. */
  readonly parameters: FlatParameters;
  /** To the furthest update known of this history, even if the worker would have to train there anew. */
  readonly curve: Curve;
  /** How well it does on all of an exercise: the newest count that is finished, null before and of a text. */
  readonly examination: Examination | null;
  /** A new network was asked for and its first picture is not here yet; the last one stays. */
  readonly preparing: boolean;
  /** At what training, while it goes on, ends by itself. */
  readonly until: Condition | null;
  /** The condition that ended the last training, and the update at which it was met. */
  readonly met: { readonly condition: Condition; readonly update: number } | null;
  /** Oldest first. */
  readonly branches: readonly Branch[];
  /** Null while it is not asked for. */
  readonly twin: Twin | null;
  /** About the text, shown at the text box. */
  readonly textNotice: Notice | null;
  /** About the page as a whole. */
  readonly notice: Notice | null;
}

export interface RunStore extends StoreApi<Run> {
  /** Whether the newest snapshot still waits for one before it to be drawn: the page says so, and no more are sent for. */
  isBehind: boolean;
}

export function createRunStore(initial: Run): RunStore {
  return Object.assign(
    createStore<Run>(() => initial),
    { isBehind: false },
  );
}
