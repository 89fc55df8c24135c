/** Softmax and ranking of one timestep's logits, for whoever draws them. */

/** p_i = exp(y_i − max y) / Σ_j exp(y_j − max y) of the V logits that begin at `offset`. */
export function softmax(logits: Float64Array, offset: number, size: number): Float64Array {
  const probabilities = new Float64Array(size);
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < size; i++) largest = Math.max(largest, logits[offset + i]);
  let sum = 0;
  for (let i = 0; i < size; i++) {
    probabilities[i] = Math.exp(logits[offset + i] - largest);
    sum += probabilities[i];
  }
  for (let i = 0; i < size; i++) probabilities[i] /= sum;
  return probabilities;
}

/** Index of the largest of the V values that begin at `offset`; the first one wins a tie. */
export function argmax(values: Float64Array, offset: number, size: number): number {
  let best = 0;
  for (let i = 1; i < size; i++) if (values[offset + i] > values[offset + best]) best = i;
  return best;
}

/**
 * Which letters a probability block lists: all of them in order where they fit, else the `listed` most probable,
 * the last of which gives way to the target where that is not among them.
 */
export function listedLetters(
  probabilities: ArrayLike<number>,
  listed: number,
  target: number | null,
): readonly number[] {
  const size = probabilities.length;
  if (size <= listed) return Array.from(probabilities, (_, index) => index);
  const top: number[] = [];
  for (let index = 0; index < size; index++) {
    let rank = top.length;
    while (rank > 0 && probabilities[top[rank - 1]] < probabilities[index]) rank--;
    if (rank < listed) {
      top.splice(rank, 0, index);
      top.length = Math.min(top.length, listed);
    }
  }
  if (target !== null && !top.includes(target)) top[listed - 1] = target;
  return top;
}
