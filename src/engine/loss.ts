import { expInPlace, logInPlace } from './activations.ts';

/** The index of the largest of `size` numbers; the first of equals. */
export function argmax(values: Float64Array, at: number, size: number): number {
  let best = 0;
  for (let i = 1; i < size; i++) if (values[at + i] > values[at + best]) best = i;
  return best;
}

/**
 * Cross-entropy of every timestep with a target (−1 for none, which costs 0), in nats:
 *
 *     −ln softmax(y)_target = ln Σ_i exp(y_i − m) + m − y_target,  m = max y
 *
 * where subtracting m keeps every exponential at or below 1. Writes its gradient softmax(y) − onehot(target) where
 * there is a target, and returns how many targets have the largest logit. Logits and gradient (T·V), targets and
 * losses (T).
 */
export function takeLosses(
  logits: Float64Array,
  V: number,
  targets: Int32Array,
  losses: Float64Array,
  gradient: Float64Array,
): number {
  let correct = 0;
  for (let t = 0; t < targets.length; t++) {
    const target = targets[t];
    losses[t] = 0;
    if (target < 0) continue;
    const from = t * V;
    const to = from + V;
    const best = argmax(logits, from, V);
    if (best === target) correct += 1;
    const largest = logits[from + best];
    for (let i = from; i < to; i++) gradient[i] = logits[i] - largest;
    expInPlace(gradient, from, V);
    let sum = 0;
    for (let i = from; i < to; i++) sum += gradient[i];
    const share = 1 / sum;
    for (let i = from; i < to; i++) gradient[i] *= share;
    gradient[from + target] -= 1;
    losses[t] = sum;
    logInPlace(losses, t, 1);
    losses[t] += largest - logits[from + target];
  }
  return correct;
}
