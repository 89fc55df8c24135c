/**
 * Gated recurrent unit (Cho et al. 2014) as in PyTorch and cuDNN, order r, z, n; a = W_ih x_t + b_ih, b = W_hh h_{t-1} + b_hh:
 *
 *     r = σ(a_r + b_r)        z = σ(a_z + b_z)        n = tanh(a_n + r ⊙ b_n)
 *     h_t = (1 − z) ⊙ n + z ⊙ h_{t-1}
 *
 * W_ih (3H × I), W_hh (3H × H). r scales the finished product b_n; the first paper scaled h_{t-1} before it.
 */
import { logisticInPlace, tanhInPlace } from '../activations.ts';
import type { Cell } from './cell.ts';

export const gruCell: Cell = {
  forward(t, before, H, { hidden, gates, kept }, hiddenSum) {
    const last = t * H;
    const now = last + H;
    const at = 3 * last;
    for (let j = 0; j < 2 * H; j++) gates[at + j] += hiddenSum[j];
    logisticInPlace(gates, at, 2 * H);
    for (let j = 0; j < H; j++) {
      const product = hiddenSum[2 * H + j];
      kept[last + j] = product;
      gates[at + 2 * H + j] += gates[at + j] * product;
    }
    tanhInPlace(gates, at + 2 * H, H);
    for (let j = 0; j < H; j++) {
      const z = gates[at + H + j];
      hidden[now + j] = (1 - z) * gates[at + 2 * H + j] + z * hidden[before * H + j];
    }
  },

  // σ′ = σ(1 − σ), tanh′ = 1 − n²
  backward(t, before, into, H, { hidden, gates, kept }, gradients) {
    const last = t * H;
    const now = last + H;
    const at = 3 * last;
    const { inputSum, hiddenSum } = gradients;
    for (let j = 0; j < H; j++) {
      const r = gates[at + j];
      const z = gates[at + H + j];
      const n = gates[at + 2 * H + j];
      const dh = gradients.hidden[now + j];
      const dn = dh * (1 - z) * (1 - n * n);
      const dr = dn * kept[last + j] * r * (1 - r);
      const dz = dh * (hidden[before * H + j] - n) * z * (1 - z);
      inputSum[at + j] = dr;
      inputSum[at + H + j] = dz;
      inputSum[at + 2 * H + j] = dn;
      hiddenSum[at + j] = dr;
      hiddenSum[at + H + j] = dz;
      hiddenSum[at + 2 * H + j] = dn * r;
      gradients.hidden[into * H + j] += dh * z;
    }
  },
};
