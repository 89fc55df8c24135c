import type { ModelConfig } from '../model.ts';
import type { Rows } from '../rows.ts';
import { gruCell } from './gru.ts';
import { lstmCell } from './lstm.ts';
import { reluCell, tanhCell } from './rnn.ts';

/**
 * The values of one layer over T timesteps. Row 0 of the states is the state before the first timestep, row T + 1
 * is all zero: what stands before every timestep where the recurrence is cut.
 */
export interface LayerValues {
  /** h: ((T+2)·H). */
  readonly hidden: Float64Array;
  /** h once more, as what matrices are multiplied with: T + 2 rows of H. */
  readonly hiddenRows: Rows;
  /** c: ((T+2)·H), empty unless LSTM. */
  readonly cellState: Float64Array;
  /** Before a cell's forward W_ih x_t + b_ih, after it the gates: (T·G·H). The rnn's are `hidden` from row 1 on. */
  readonly gates: Float64Array;
  /** What else the backward needs: lstm tanh(c_t), gru W_hn h_{t-1} + b_hn, rnn nothing: (T·H). */
  readonly kept: Float64Array;
}

/** Gradients of the loss with respect to the values of one layer. */
export interface LayerGradients {
  /** ∂L/∂h: ((T+2)·H), row T + 1 for what is cut off. */
  readonly hidden: Float64Array;
  /** ∂L/∂c in the same way, empty unless LSTM. */
  readonly cellState: Float64Array;
  /** ∂L/∂(W_ih x_t + b_ih): (T·G·H). */
  readonly inputSum: Float64Array;
  /** ∂L/∂(W_hh h_{t-1} + b_hh): (T·G·H); the same array as `inputSum` where the cell only adds the two. */
  readonly hiddenSum: Float64Array;
}

/** The elementwise part of one layer at one timestep; the matrix products are the network's. */
export interface Cell {
  /** Gates, c_t and h_t from both sums; `hiddenSum` is W_hh h_{t-1} + b_hh: (G·H), and `before` the row of h_{t-1}. */
  forward(t: number, before: number, H: number, values: LayerValues, hiddenSum: Float64Array): void;
  /**
   * Reads ∂L/∂h_t (and ∂L/∂c_t, to which it adds what came through h_t), writes the gradients of both sums, and
   * adds what reaches the state before without a matrix into row `into`, which is t unless it is cut off.
   */
  backward(
    t: number,
    before: number,
    into: number,
    H: number,
    values: LayerValues,
    gradients: LayerGradients,
  ): void;
}

export function selectCell({ cell, nonlinearity }: ModelConfig): Cell {
  switch (cell) {
    case 'rnn':
      return nonlinearity === 'relu' ? reluCell : tanhCell;
    case 'lstm':
      return lstmCell;
    case 'gru':
      return gruCell;
  }
}
