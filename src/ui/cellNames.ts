/** Cells in writing, the same in all languages. */
export const CELL_NAMES = { rnn: 'RNN', gru: 'GRU', lstm: 'LSTM' };
