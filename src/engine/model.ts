/**
 * Sizes and kind of a network: an embedding-free recurrent stack and a linear decoder.
 * Dimensions are always T timesteps, L layers, H hidden units, V letters (outputs), G gates.
 */
export type CellKind = 'rnn' | 'lstm' | 'gru';

export interface ModelConfig {
  readonly cell: CellKind;
  /** Squashing function of the vanilla cell; LSTM and GRU ignore it. */
  readonly nonlinearity: 'tanh' | 'relu';
  /** Size of the input vector x_t: the range of an index input. */
  readonly inputSize: number;
  /** H, 1 to 512. */
  readonly hiddenSize: number;
  /** L, 1 to 3. */
  readonly layers: number;
  /** V, the number of logits. */
  readonly outputSize: number;
}

/** G: how many blocks of H rows the cell's matrices have. */
export const GATES: Readonly<Record<CellKind, number>> = { rnn: 1, lstm: 4, gru: 3 };
