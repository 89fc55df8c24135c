/**
 * Sizes and kind of a network: an embedding-free recurrent stack and a linear output layer; or two such stacks, the
 * first of which hands its states over to the second.
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
  /**
   * Encoder and decoder: recurrent weights of their own from an example's `decoderFrom` on, where inputs have this size.
   * `inputSize` is then the encoder's; hidden size, layers and the output layer are shared.
   */
  readonly decoder?: { readonly inputSize: number };
  /**
   * How far the gate that keeps the past (of LSTM and GRU, see KEEPING_GATE) begins open: added to its b_hh. 0, as when
   * absent, is PyTorch's start.
   */
  readonly openGates?: number;
}

/** G: how many blocks of H rows the cell's matrices have. */
export const GATES: Readonly<Record<CellKind, number>> = { rnn: 1, lstm: 4, gru: 3 };

/** The gates that can be open (1) or shut (0), by index in PyTorch's order; the other blocks are candidates, or h itself. */
export const LOGISTIC_GATES: Readonly<Record<CellKind, readonly number[]>> = {
  rnn: [],
  lstm: [0, 1, 3],
  gru: [0, 1],
};

/** The gate that keeps the past while it is open: the LSTM's forget gate, the GRU's update gate z. */
export const KEEPING_GATE: Readonly<Record<CellKind, number | null>> = { rnn: null, lstm: 1, gru: 1 };
