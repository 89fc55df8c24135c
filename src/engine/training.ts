export type OptimizerKind = 'sgd' | 'momentum' | 'adagrad' | 'rmsprop' | 'adam';

export interface TrainingConfig {
  readonly optimizer: OptimizerKind;
  readonly learningRate: number;
  /** Largest global L2 norm of the gradient, or null for no clipping. */
  readonly clipNorm: number | null;
  /** BPTT window k: no gradient flows from timestep t to t-1 where t is a multiple of k; null for full BPTT. */
  readonly truncation: number | null;
  /** B, examples per update in a seeded order that covers each pass once; null for all of them. */
  readonly batchSize: number | null;
}
