/**
 * The vanilla cell (Elman 1990):
 *
 *     h_t = tanh(W_ih x_t + b_ih + W_hh h_{t-1} + b_hh)        or ReLU instead of tanh
 *
 * W_ih (H × I), W_hh (H × H). Its only gate is h_t itself.
 */
import { tanhInPlace } from '../activations.ts';
import type { Cell } from './cell.ts';

export const tanhCell: Cell = {
  forward(t, _before, H, { hidden }, hiddenSum) {
    const now = (t + 1) * H;
    for (let j = 0; j < H; j++) hidden[now + j] += hiddenSum[j];
    tanhInPlace(hidden, now, H);
  },

  // tanh′ = 1 − h²
  backward(t, _before, _into, H, { hidden }, gradients) {
    const now = (t + 1) * H;
    for (let j = 0; j < H; j++) {
      const h = hidden[now + j];
      gradients.inputSum[t * H + j] = gradients.hidden[now + j] * (1 - h * h);
    }
  },
};

export const reluCell: Cell = {
  // Written so that NaN stays NaN: a broken run must not look like a quiet one.
  forward(t, _before, H, { hidden }, hiddenSum) {
    const now = (t + 1) * H;
    for (let j = 0; j < H; j++) {
      const sum = hidden[now + j] + hiddenSum[j];
      hidden[now + j] = sum < 0 ? 0 : sum;
    }
  },

  // ReLU′ = 1 where h > 0, else 0
  backward(t, _before, _into, H, { hidden }, gradients) {
    const now = (t + 1) * H;
    for (let j = 0; j < H; j++) {
      gradients.inputSum[t * H + j] = hidden[now + j] > 0 ? gradients.hidden[now + j] : 0;
    }
  },
};
