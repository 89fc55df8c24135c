/** The public API of the engine: numbers in, numbers out. */

export type { Ablation, HeldGate } from './ablation.ts';
export { NO_ABLATION } from './ablation.ts';
export type { Pass } from './contributions.ts';
export { DivergenceError } from './divergence.ts';
export type { Examiner, Score } from './examination.ts';
export { createExaminer, examineExamples } from './examination.ts';
export type { Example, OwnOutput, StepInput } from './example.ts';
export { forwardPass } from './forwardPass.ts';
export type {
  GradientReach,
  GradientReachOptions,
  ReachNorms,
  ReachWalk,
  StateGradients,
} from './gradientReach.ts';
export type { CellKind, ModelConfig } from './model.ts';
export { GATES, KEEPING_GATE, LOGISTIC_GATES } from './model.ts';
export type { ParameterView } from './parameters.ts';
export { countParameters, initializeParameters, parameterLayout } from './parameters.ts';
export type { FlatParameters } from './precision.ts';
export { copyParameters } from './precision.ts';
export type { FullTrace, LayerTrace, Trace } from './trace.ts';
export type { Checkpoint, StepExplanation, Trainer, TrainerOptions } from './trainer.ts';
export { createTrainer } from './trainer.ts';
export type { OptimizerKind, TrainingConfig } from './training.ts';
