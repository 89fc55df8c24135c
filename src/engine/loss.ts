import { exp, log } from './activations.ts';

/** The index of the largest of `size` numbers; the first of equals. */
export function argmax(values: Float64Array, at: number, size: number): number {
  let best = 0;
  for (let i = 1; i < size; i++) if (values[at + i] > values[at + best]) best = i;
  return best;
}

/**
 * −ln softmax(y)_target in nats, as ln Σ exp(y_i − max y) + max y − y_target, so that no exponential overflows.
 * Writes its gradient softmax(y) − onehot(target) to `gradient` at the same place.
 */
export function crossEntropy(
  logits: Float64Array,
  at: number,
  size: number,
  target: number,
  gradient: Float64Array,
): number {
  const largest = logits[at + argmax(logits, at, size)];
  let sum = 0;
  for (let i = at; i < at + size; i++) {
    const weight = exp(logits[i] - largest);
    gradient[i] = weight;
    sum += weight;
  }
  const share = 1 / sum;
  for (let i = at; i < at + size; i++) gradient[i] *= share;
  gradient[at + target] -= 1;
  return log(sum) + (largest - logits[at + target]);
}
