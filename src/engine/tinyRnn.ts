/**
 * The vanilla cell at the size of `hello`, forward and backward in two plain functions: where matrices have a dozen
 * numbers, most of the time of the general path goes into calling kernels. The equations are those of network.ts,
 * cells/rnn.ts and backpropagation.ts; only the order of the gradient's sums differs.
 */
import { tanhInPlace } from './activations.ts';
import type { Gradients } from './backpropagation.ts';
import { takeLosses } from './loss.ts';
import type { ModelConfig } from './model.ts';
import type { Network } from './network.ts';
import type { Numbers } from './numbers.ts';
import type { Recording } from './recording.ts';
import type { Sequence } from './sequence.ts';

/** Of H and V; above it the kernels, which take several rows at once, are faster. */
const LARGEST = 5;

/** Whether these functions serve the sequence: decided by the configuration alone, never by the machine. */
export function isTiny(model: ModelConfig, { dense, blocks }: Sequence): boolean {
  const { cell, nonlinearity, layers, hiddenSize, outputSize, decoder } = model;
  const readsOwnOutput = blocks.length > 2;
  const isVanilla = cell === 'rnn' && nonlinearity === 'tanh' && layers === 1 && decoder === undefined;
  return isVanilla && Math.max(hiddenSize, outputSize) <= LARGEST && dense.length === 0 && !readsOwnOutput;
}

/**
 * h_t = tanh(W_ih x_t + b_ih + W_hh h_{t-1} + b_hh) from h_0 = 0, y_t = W h_t + b, and the losses.
 * Returns how many targets have the largest logit.
 */
export function forwardTiny(network: Network, sequence: Sequence, recording: Recording): number {
  const { parameters, outputWeight, outputBias } = network;
  const { hiddenSize: H, inputSize: I, outputSize: V } = network.model;
  const { inputWeight, hiddenWeight, inputBias, hiddenBias } = network.layers[0];
  const { indices, targets } = sequence;
  const { inputs, logits, losses } = recording.trace;
  const { hidden } = recording.layers[0];
  for (let t = 0, last = 0, y = 0; t < indices.length; t++, last += H) {
    const index = indices[t];
    const now = last + H;
    inputs[t] = index;
    for (let j = 0, w = hiddenWeight; j < H; j++) {
      let fromInput = parameters[inputBias + j];
      if (index >= 0) fromInput += parameters[inputWeight + j * I + index];
      let fromHidden = parameters[hiddenBias + j];
      for (let k = 0; k < H; k++, w++) fromHidden += parameters[w] * hidden[last + k];
      hidden[now + j] = fromInput + fromHidden;
    }
    tanhInPlace(hidden, now, H);
    for (let v = 0, w = outputWeight; v < V; v++, y++) {
      let sum = parameters[outputBias + v];
      for (let k = 0; k < H; k++, w++) sum += parameters[w] * hidden[now + k];
      logits[y] = sum;
    }
  }
  return takeLosses(logits, V, targets, losses, recording.logitGradient);
}

/**
 * Adds the gradient of L = scale · (sum of the losses) to `flat`, from the last timestep to the first; `gradients`
 * is working memory. With a_t for the argument of tanh:
 *
 *     ∂L/∂h_t = Wᵀ ∂L/∂y_t + W_hhᵀ ∂L/∂a_{t+1}        ∂L/∂a_t = ∂L/∂h_t ⊙ (1 − h_t²)
 */
export function backwardTiny(
  network: Network,
  sequence: Sequence,
  recording: Recording,
  gradients: Gradients,
  scale: number,
  truncation: number | null,
  flat: Numbers,
): void {
  const { parameters, outputWeight, outputBias } = network;
  const { hiddenSize: H, inputSize: I, outputSize: V } = network.model;
  const { inputWeight, hiddenWeight, inputBias, hiddenBias } = network.layers[0];
  const { indices, targets } = sequence;
  const { logitGradient } = recording;
  const { hidden } = recording.layers[0];
  const sums = gradients.layers[0].inputSum;
  let hasLater = false;
  for (let t = indices.length - 1; t >= 0; t--) {
    const last = t * H;
    const now = last + H;
    const hasLoss = targets[t] >= 0;
    for (let v = 0, w = outputWeight; hasLoss && v < V; v++) {
      const dy = scale * logitGradient[t * V + v];
      flat[outputBias + v] += dy;
      for (let k = 0; k < H; k++, w++) flat[w] += dy * hidden[now + k];
    }
    for (let j = 0; j < H; j++) {
      let dh = 0;
      for (let v = 0, w = outputWeight + j; hasLoss && v < V; v++, w += H) {
        dh += parameters[w] * logitGradient[t * V + v];
      }
      dh *= scale;
      for (let k = 0, w = hiddenWeight + j; hasLater && k < H; k++, w += H)
        dh += parameters[w] * sums[now + k];
      const h = hidden[now + j];
      sums[last + j] = dh * (1 - h * h);
    }
    for (let j = 0, w = hiddenWeight; j < H; j++) {
      const da = sums[last + j];
      flat[inputBias + j] += da;
      flat[hiddenBias + j] += da;
      if (indices[t] >= 0) flat[inputWeight + j * I + indices[t]] += da;
      for (let k = 0; k < H; k++, w++) flat[w] += da * hidden[last + k];
    }
    hasLater = truncation === null || t % truncation > 0;
  }
}
