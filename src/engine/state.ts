/** h and c of every layer between two timesteps, or a gradient with respect to them. */
export interface State {
  /** (L·H). */
  readonly hidden: Float64Array;
  /** (L·H); null unless LSTM. */
  readonly cellState: Float64Array | null;
}
