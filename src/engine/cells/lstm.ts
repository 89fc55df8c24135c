/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997, forget gate by Gers et al. 2000), PyTorch's order i, f, g, o:
 *
 *     [i f g o] = W_ih x_t + b_ih + W_hh h_{t-1} + b_hh        then σ of i, f, o and tanh of g
 *     c_t = f ⊙ c_{t-1} + i ⊙ g
 *     h_t = o ⊙ tanh(c_t)
 *
 * W_ih (4H × I), W_hh (4H × H).
 */
import { logisticInPlace, tanhInPlace } from '../activations.ts';
import type { Cell } from './cell.ts';

export const lstmCell: Cell = {
  forward(t, before, H, { hidden, cellState, gates, kept }, hiddenSum) {
    const last = t * H;
    const now = last + H;
    const at = 4 * last;
    for (let j = 0; j < 4 * H; j++) gates[at + j] += hiddenSum[j];
    logisticInPlace(gates, at, 2 * H);
    tanhInPlace(gates, at + 2 * H, H);
    logisticInPlace(gates, at + 3 * H, H);
    for (let j = 0; j < H; j++) {
      const c = gates[at + H + j] * cellState[before * H + j] + gates[at + j] * gates[at + 2 * H + j];
      cellState[now + j] = c;
      kept[last + j] = c;
    }
    tanhInPlace(kept, last, H);
    for (let j = 0; j < H; j++) hidden[now + j] = gates[at + 3 * H + j] * kept[last + j];
  },

  // σ′ = σ(1 − σ), tanh′ = 1 − tanh²
  backward(t, before, into, H, { cellState, gates, kept }, gradients) {
    const last = t * H;
    const now = last + H;
    const at = 4 * last;
    const sum = gradients.inputSum;
    for (let j = 0; j < H; j++) {
      const i = gates[at + j];
      const f = gates[at + H + j];
      const g = gates[at + 2 * H + j];
      const o = gates[at + 3 * H + j];
      const squashed = kept[last + j];
      const dh = gradients.hidden[now + j];
      const dc = gradients.cellState[now + j] + dh * o * (1 - squashed * squashed);
      gradients.cellState[now + j] = dc;
      gradients.cellState[into * H + j] += dc * f;
      sum[at + j] = dc * g * i * (1 - i);
      sum[at + H + j] = dc * cellState[before * H + j] * f * (1 - f);
      sum[at + 2 * H + j] = dc * i * (1 - g * g);
      sum[at + 3 * H + j] = dh * squashed * o * (1 - o);
    }
  },
};
