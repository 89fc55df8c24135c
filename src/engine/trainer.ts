import type { Example } from './example.ts';
import type { ModelConfig } from './model.ts';
import type { Trace } from './trace.ts';
import type { TrainingConfig } from './training.ts';

/** The complete state of a trainer at one update: restoring it continues with the same bits. */
export interface Checkpoint {
  readonly update: number;
  readonly learningRate: number;
  /** Parameters, then the optimizer's moments. */
  readonly values: Float64Array;
}

/** One network being trained. Everything readable on it belongs to the same update. */
export interface Trainer {
  /** n: how many optimizer steps led here. */
  readonly update: number;
  readonly learningRate: number;
  /** Flat, laid out by `parameterLayout`; live, to be copied by whoever keeps it. */
  readonly parameters: Float64Array;
  readonly gradient: Float64Array;
  /** Forward passes of this update's batch with this update's parameters; live. */
  readonly traces: readonly Trace[];
  /** Mean cross-entropy in nats per target. */
  readonly loss: number;
  readonly correct: number;
  readonly targets: number;
  /** Global L2 norm of the gradient before clipping. */
  readonly gradientNorm: number;
  /** Applies the gradient, then forward and backward at update n+1. Throws DivergenceError. */
  step(): void;
  setLearningRate(learningRate: number): void;
  save(): Checkpoint;
  restore(checkpoint: Checkpoint): void;
}

export interface TrainerOptions {
  readonly model: ModelConfig;
  readonly training: TrainingConfig;
  readonly seed: number;
  readonly examples: readonly Example[];
}

/** The loss stopped being a usable number; the trainer stands at the last good update again. */
export declare class DivergenceError extends Error {
  /** The update whose loss failed. */
  readonly update: number;
  readonly loss: number;
  readonly lastGood: Checkpoint;
}

export declare function createTrainer(options: TrainerOptions): Trainer;
