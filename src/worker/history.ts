/** The curve of a run: loss and accuracy of its updates in bounded memory. */
import type { Curve } from './protocol.ts';

const MAX_POINTS = 2000;

export interface History {
  /** Updates divisible by this become points of the curve. */
  readonly stride: number;
  /** Notes one update; what is already known is ignored, so a replay may pass through it again. */
  reach(update: number, loss: number, accuracy: number): void;
  /** Drops `update` and everything later. */
  forgetFrom(update: number): void;
  /** A copy. */
  curve(): Curve;
}

/**
 * Keeps every update divisible by a stride and the furthest one. The stride doubles whenever `MAX_POINTS`
 * are full, so the points stay evenly spread over a run of any length.
 */
export function createHistory(known: Curve | null = null): History {
  const updates = new Float64Array(MAX_POINTS);
  const losses = new Float64Array(MAX_POINTS);
  const accuracies = new Float64Array(MAX_POINTS);
  let count = 0;
  let stride = 1;
  let furthest = -1;
  /** The last point is only there because it is the furthest. */
  let loose = false;

  function keepOnly(isKept: (update: number) => boolean): void {
    let kept = 0;
    for (let i = 0; i < count; i++) {
      if (!isKept(updates[i])) continue;
      updates[kept] = updates[i];
      losses[kept] = losses[i];
      accuracies[kept] = accuracies[i];
      kept++;
    }
    count = kept;
    furthest = count > 0 ? updates[count - 1] : -1;
    loose = count > 0 && furthest % stride !== 0;
  }

  function reach(update: number, loss: number, accuracy: number): void {
    if (update <= furthest) return;
    if (count === MAX_POINTS && !loose) {
      stride *= 2;
      keepOnly((kept) => kept % stride === 0);
    }
    const i = loose ? count - 1 : count;
    updates[i] = update;
    losses[i] = loss;
    accuracies[i] = accuracy;
    count = i + 1;
    furthest = update;
    loose = update % stride !== 0;
  }

  if (known !== null) {
    // The first gap is the stride, unless the second point is already the loose end.
    if (known.updates.length > 2) stride = known.updates[1] - known.updates[0];
    known.updates.forEach((update, i) => {
      loose = false;
      reach(update, known.losses[i], known.accuracies[i]);
    });
  }

  return {
    get stride() {
      return stride;
    },
    reach,
    forgetFrom: (update) => keepOnly((kept) => kept < update),
    curve: () => ({
      updates: updates.slice(0, count),
      losses: losses.slice(0, count),
      accuracies: accuracies.slice(0, count),
    }),
  };
}
