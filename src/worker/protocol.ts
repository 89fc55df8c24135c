/**
 * The messages between the page and the worker: types only.
 * The page pulls; the worker answers a pull once, and only when something is new.
 */
import type {
  Ablation,
  Checkpoint,
  Example,
  FlatParameters,
  ModelConfig,
  Score,
  StepExplanation,
  Trace,
  TrainingConfig,
} from '../engine/index.ts';

/** Something a person can change in a run under way. */
export type Change =
  | { readonly kind: 'learningRate'; readonly value: number }
  /** `index` into the flat parameters. */
  | { readonly kind: 'weight'; readonly index: number; readonly value: number }
  /** h (and c) of a unit is held at 0, or let go again. */
  | { readonly kind: 'freeze' | 'thaw'; readonly layer: number; readonly unit: number }
  /** A gate of a layer is held shut or open at every timestep, or let go again; `gate` is one of LOGISTIC_GATES. */
  | { readonly kind: 'hold'; readonly layer: number; readonly gate: number; readonly value: 0 | 1 }
  | { readonly kind: 'release'; readonly layer: number; readonly gate: number }
  /** The state before each timestep counts as 0, or counts again. */
  | { readonly kind: 'cut' | 'restore' };

/** A change stamped with the update at which it took effect. */
export type Intervention = Change & { readonly update: number };

/** A run is a pure function of this. */
export interface RunConfig {
  readonly model: ModelConfig;
  readonly training: TrainingConfig;
  readonly seed: number;
  readonly examples: readonly Example[];
  /** The training examples as the network is asked: with its own output fed back. `examples` unless given. */
  readonly asked?: readonly Example[];
  /** Examples never trained on, as the network is asked. */
  readonly heldOut?: readonly Example[];
  /** In ascending order of update; of equal updates the first takes effect first. */
  readonly interventions: readonly Intervention[];
}

/** When training stops by itself: at an update, at a share of right targets or more, at a loss or less. */
export type Condition =
  | { readonly kind: 'update'; readonly update: number }
  | { readonly kind: 'accuracy'; readonly share: number }
  | { readonly kind: 'loss'; readonly nats: number };

/** The first update at which that many targets were right; each has more of them than the one before. */
export interface Milestone {
  readonly update: number;
  readonly correct: number;
}

/**
 * What a run is doing. `seeking` replays towards an update. `diverged` stands at the last good update and cannot train
 * on; a seek leaves it, and finds it again there until an intervention opens another future. Where an intervention is
 * what blew the loss up, it stands at that intervention's own update, before it.
 */
export type RunPhase =
  | { readonly kind: 'paused' }
  | { readonly kind: 'training' }
  /** `from` is where the replay began. */
  | { readonly kind: 'seeking'; readonly target: number; readonly from: number }
  | { readonly kind: 'diverged'; readonly update: number; readonly loss: number };

/**
 * Loss and accuracy over the updates: strided in between, more closely where the run began, exact at both ends. Equal
 * lengths, ascending.
 * It reaches to the furthest update ever visited, so after a seek backwards it goes beyond the snapshot's
 * own update; an intervention cuts it off there, because it changes what follows.
 */
export interface Curve {
  readonly updates: Float64Array;
  readonly losses: Float64Array;
  readonly accuracies: Float64Array;
}

/** How a history ends: `lastGood` is the last update with a usable loss, `update` the one that had none. */
export interface Breakdown {
  readonly lastGood: number;
  readonly update: number;
  /** Not a finite number, or larger than one can train with. */
  readonly loss: number;
}

/** Everything needed to go on exactly from one update, kept by the page in case the worker dies or the page reloads. */
export interface Resume {
  readonly checkpoint: Checkpoint;
  readonly curve: Curve;
  readonly milestones: readonly Milestone[];
  /** Where it is known that training breaks down. */
  readonly breakdown?: Breakdown;
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
  /** Up to the furthest update ever visited, like the curve. */
  readonly milestones: readonly Milestone[];
  /** All interventions of the run as the worker stamped them; later than `update` where a plan or a seek left them ahead. */
  readonly interventions: readonly Intervention[];
  /** What is taken out of the network at this update. */
  readonly ablation: Ablation;
  /** The probe asked for, or the first example of this update's batch where there is none, or one that does not fit. */
  readonly example: Example;
  /** Its forward pass with this update's parameters. Reach, contributions and trail are of the same example. */
  readonly trace: Trace;
  /** Those of that pass by layer, (T·G·H) as in `FullTrace`, when asked for. */
  readonly gates: readonly Float64Array[] | null;
  /** The flat parameter buffer, when asked for. */
  readonly parameters: FlatParameters | null;
  readonly curve: Curve | null;
  readonly resume: Resume | null;
  readonly reach: Reach | null;
  readonly contributions: Contributions | null;
  /** Ascending updates before the present one. */
  readonly trail: readonly TrailPoint[] | null;
  /** The newest that is finished, when asked for. */
  readonly examination: Examination | null;
}

/** How well the network did on everything it can be asked, at one update. */
export interface Examination {
  /** At rest the snapshot's own, as soon as it is finished; in training an earlier one. */
  readonly update: number;
  readonly training: Score;
  /** All 0 where nothing was held out. */
  readonly heldOut: Score;
  /** Of each example that was held out 1 where all of it is right, else 0: any part of them can be counted apart. */
  readonly heldOutRight: Uint8Array;
}

/** How far the error of the losses at timesteps `from` ≤ s < `to` reaches back. */
export interface Reach {
  readonly from: number;
  readonly to: number;
  /** By layer, ‖∂L_s/∂h_t‖₂ with n = to − from: (n·n), row s, column t, 0 where t > s. */
  readonly hidden: readonly Float64Array[];
  /** The same for the LSTM's c_t, else null. */
  readonly cellState: readonly Float64Array[] | null;
  /** Of the whole text: at rest, and where it is more than the window. Else null. */
  readonly whole: WholeReach | null;
}

/** How far losses all over the text reach back, as much as can be computed in some seconds. */
export interface WholeReach {
  /** Ascending timesteps of the n losses, evenly spread, the last one of the text among them. */
  readonly losses: Int32Array;
  /** How many timesteps each is followed back, its own included; T for all the way. */
  readonly depth: number;
  /** False while there is more to come, the last loss first. */
  readonly isFinished: boolean;
  /** By layer, ‖∂L_s/∂h_t‖₂: (n·T), row for row as in `losses`; 0 where t > s, not a number where unknown. */
  readonly hidden: readonly Float64Array[];
  /** The same for the LSTM's c_t, else null. */
  readonly cellState: readonly Float64Array[] | null;
}

/** The gradient of one matrix or bias as the sum of what each timestep gives to it. */
export interface Contributions {
  /** Index into parameterLayout. */
  readonly view: number;
  /** Those of timesteps `from` ≤ t < `to`: ((to − from)·rows·columns). */
  readonly from: number;
  readonly to: number;
  readonly values: Float64Array;
  /** The sum over all other timesteps: (rows·columns). */
  readonly rest: Float64Array;
  /** What the next update makes of this gradient; null where the update has that of other examples in it. */
  readonly step: StepExplanation | null;
}

/** The top layer's states at an earlier update. */
export interface TrailPoint {
  readonly update: number;
  /** ((T+1)·H). */
  readonly hidden: Float64Array;
}

/** What a pull wants of a run besides the trace; a closed panel costs nothing. */
export interface Include {
  readonly parameters: boolean;
  readonly gates: boolean;
  readonly curve: boolean;
  readonly resume: boolean;
  /** The losses of timesteps from ≤ s < to. */
  readonly reach: { readonly from: number; readonly to: number } | null;
  readonly contributions: { readonly view: number; readonly from: number; readonly to: number } | null;
  /** How many earlier updates, 0 for none. */
  readonly trail: number;
  /** What the person asks the network: traced instead of the batch. */
  readonly probe: Example | null;
  /** Whether training and held-out examples are counted, in the gaps that training leaves. */
  readonly examination: boolean;
}

/** What the page wants to see; the resume is the client's own business. */
export type Sight = Omit<Include, 'resume'>;

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
      /**
       * Takes effect at the present update and discards interventions that are later, or that set the same thing at
       * this update. Answered by `refused`, and changes nothing, where the loss would not be usable (NaN where the
       * network has no such weight or unit, or it cannot have that value).
       */
      readonly type: 'intervene';
      readonly runId: number;
      readonly change: Change;
    }
  | {
      /**
       * Another history of the same run: what lies before the first intervention that differs is kept, the rest is
       * forgotten, and the run goes to `update` under the new interventions. Answered by `refused` with a loss of NaN,
       * and changes nothing, where the network cannot have one of them.
       */
      readonly type: 'rewrite';
      readonly runId: number;
      readonly interventions: readonly Intervention[];
      readonly update: number;
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
  /** A change that would have given no usable loss, or that the network cannot have, was not made. */
  | { readonly type: 'refused'; readonly runId: number; readonly change: Change; readonly loss: number }
  /** The run could not be created and does not exist. */
  | { readonly type: 'failed'; readonly runId: number; readonly message: string };
