/** What one layer kept of a forward pass; row 0 of the states is the state before the first timestep. */
export interface LayerTrace {
  /** h: ((T+1)·H), row t+1 is the state after timestep t. */
  readonly hidden: Float64Array;
  /** c of the LSTM: ((T+1)·H); null for the other cells. */
  readonly cellState: Float64Array | null;
}

/** Everything a forward pass computed on one example, for T timesteps. Logits, never probabilities. */
export interface Trace {
  readonly timesteps: number;
  /** The index each timestep read (argmax fed back included), or -1 where the input was dense or nothing: (T). */
  readonly inputs: Int32Array;
  readonly layers: readonly LayerTrace[];
  /** y: (T·V). */
  readonly logits: Float64Array;
  /** Cross-entropy of each timestep in nats, 0 where there is no target: (T). */
  readonly losses: Float64Array;
}

/** A trace with what few readers need and is twice as large as the rest. */
export interface FullTrace extends Trace {
  /** By layer, after their squashing, (T·G·H) in PyTorch's order: lstm i,f,g,o; gru r,z,n; rnn h itself (the memory of `hidden` from row 1 on). */
  readonly gates: readonly Float64Array[];
}
