/**
 * The messages between the page and the worker: types only.
 * The page pulls; the worker answers a pull once, and only when something is new.
 */
import type { Checkpoint, Example, ModelConfig, Trace, TrainingConfig } from '../engine/index.ts';

/** Something a person changed in a run, stamped with the update at which it took effect. */
export interface Intervention {
  readonly kind: 'learningRate';
  readonly update: number;
  readonly value: number;
}

/** A run is a pure function of this. */
export interface RunConfig {
  readonly model: ModelConfig;
  readonly training: TrainingConfig;
  readonly seed: number;
  readonly examples: readonly Example[];
  /** In ascending order of update. */
  readonly interventions: readonly Intervention[];
}

/** When training stops by itself. */
export type Condition = { readonly kind: 'update'; readonly update: number } | { readonly kind: 'right' };

/**
 * What a run is doing. `seeking` replays towards an update. `diverged` stands at the last good update and
 * cannot train on; seeking or an intervention opens another future and leaves it.
 */
export type RunPhase =
  | { readonly kind: 'paused' }
  | { readonly kind: 'training' }
  | { readonly kind: 'seeking'; readonly target: number }
  | { readonly kind: 'diverged'; readonly update: number; readonly loss: number };

/**
 * Loss and accuracy over the updates: strided in between, exact at both ends. Equal lengths, ascending.
 * It reaches to the furthest update ever visited, so after a seek backwards it goes beyond the snapshot's
 * own update; an intervention cuts it off there, because it changes what follows.
 */
export interface Curve {
  readonly updates: Float64Array;
  readonly losses: Float64Array;
  readonly accuracies: Float64Array;
}

/** Everything needed to go on exactly from one update, kept by the page in case the worker dies or the page reloads. */
export interface Resume {
  readonly checkpoint: Checkpoint;
  readonly curve: Curve;
  readonly firstRight: number | null;
}

/** All of it belongs to one and the same update. */
export interface Snapshot {
  readonly runId: number;
  /** Grows with everything new in the session; echoed as `since` in the next pull. */
  readonly version: number;
  readonly phase: RunPhase;
  readonly update: number;
  /** Mean cross-entropy in nats per target. */
  readonly loss: number;
  /** Targets whose logit is the largest, and how many targets there are. */
  readonly correct: number;
  readonly targets: number;
  /** Global L2 norm before clipping. */
  readonly gradientNorm: number;
  /** The first update at which every target was right, or null. */
  readonly firstRight: number | null;
  /** All interventions of the run as the worker stamped them; later than `update` where a plan or a seek left them ahead. */
  readonly interventions: readonly Intervention[];
  /** Forward pass of the first example of this update's batch. */
  readonly trace: Trace;
  /** The flat parameter buffer, when asked for. */
  readonly parameters: Float64Array | null;
  readonly curve: Curve | null;
  readonly resume: Resume | null;
}

/** What a pull wants of a run besides the trace; a closed panel costs nothing. */
export interface Include {
  readonly parameters: boolean;
  readonly curve: boolean;
  readonly resume: boolean;
}

export interface Want {
  readonly runId: number;
  readonly since: number;
  readonly include: Include;
}

/** What the page tells a run. Any of these ends a seek under way; a run that does not exist ignores them. */
export type RunCommand =
  | {
      /** Starts a run, in the place of one that has the same id. */
      readonly type: 'create';
      readonly runId: number;
      readonly config: RunConfig;
      /** Used when it is not later than `update`. */
      readonly resume: Resume | null;
      /** Where to go before the first answer that is not `seeking`; 0 for the start. */
      readonly update: number;
    }
  | {
      readonly type: 'train';
      readonly runId: number;
      /** Updates per second, or null for as fast as the machine goes. */
      readonly pace: number | null;
      readonly until: Condition | null;
    }
  | { readonly type: 'pause'; readonly runId: number }
  /** Exactly `count` more updates, then paused; one that comes before the last is done adds to it. */
  | { readonly type: 'advance'; readonly runId: number; readonly count: number }
  | { readonly type: 'seek'; readonly runId: number; readonly update: number }
  | {
      /** Takes effect at the present update and discards interventions at it or later. */
      readonly type: 'intervene';
      readonly runId: number;
      readonly kind: 'learningRate';
      readonly value: number;
    }
  | { readonly type: 'dispose'; readonly runId: number };

export type Command =
  | RunCommand
  /**
   * Answered once, as soon as something wanted is newer than `since`; a later pull replaces a waiting one.
   * In training an answer may wait a little so that large snapshots do not take the time from it.
   */
  | { readonly type: 'pull'; readonly requestId: number; readonly wants: readonly Want[] }
  /** Answered at once: tells a worker that waits from one that is gone. */
  | { readonly type: 'ping' };

export type Reply =
  | { readonly type: 'snapshots'; readonly requestId: number; readonly snapshots: readonly Snapshot[] }
  | { readonly type: 'pong' }
  /** The run could not be created and does not exist. */
  | { readonly type: 'failed'; readonly runId: number; readonly message: string };
