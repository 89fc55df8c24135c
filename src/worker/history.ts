/** The curve of a run: loss and accuracy of its updates in bounded memory. */
import type { Curve } from './protocol.ts';

const MAX_POINTS = 2000;
/** From one power of two to the next there are at least this many points, so that a run's beginning is never lost. */
const POINTS_PER_OCTAVE = 32;

export interface History {
  /** The next update after this one that becomes a point of the curve. */
  nextAfter(update: number): number;
  /** Notes one update; what is already known is ignored, so a replay may pass through it again. */
  reach(update: number, loss: number, accuracy: number): void;
  /** Drops `update` and everything later. */
  forgetFrom(update: number): void;
  /** A copy. */
  curve(): Curve;
}

/**
 * Keeps every update divisible by a stride, more of them where the run began, and the furthest one. The stride doubles
 * whenever `MAX_POINTS` are full, so a run of any length has a curve over a linear axis and over a logarithmic one.
 */
export function createHistory(known: Curve | null = null): History {
  const updates = new Float64Array(MAX_POINTS);
  const losses = new Float64Array(MAX_POINTS);
  const accuracies = new Float64Array(MAX_POINTS);
  let count = 0;
  let stride = 1;

  /** How far points are apart from `update` on. */
  const gapFrom = (update: number) => Math.min(stride, gapOfOctave(update));
  const isPoint = (update: number) => update % gapFrom(update) === 0;
  const furthest = () => (count > 0 ? updates[count - 1] : -1);
  /** Whether the last point is only there because it is the furthest. */
  const isLoose = () => count > 0 && !isPoint(furthest());

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
  }

  function reach(update: number, loss: number, accuracy: number): void {
    if (update <= furthest()) return;
    if (count === MAX_POINTS && !isLoose()) {
      stride *= 2;
      keepOnly(isPoint);
    }
    const i = isLoose() ? count - 1 : count;
    updates[i] = update;
    losses[i] = loss;
    accuracies[i] = accuracy;
    count = i + 1;
  }

  if (known !== null) {
    // The last point may be the loose end, which is no further from its neighbour than others are.
    const [end = 0, before = end, first = before] = known.updates.slice(-3).reverse();
    stride = Math.max(1, end - before, before - first);
    known.updates.forEach((update, i) => {
      reach(update, known.losses[i], known.accuracies[i]);
    });
  }

  return {
    nextAfter(update) {
      const gap = gapFrom(update);
      return (Math.floor(update / gap) + 1) * gap;
    },
    reach,
    forgetFrom(update) {
      keepOnly((kept) => kept < update);
      while (stride > 1 && furthest() < (MAX_POINTS * stride) / 2) stride /= 2;
    },
    curve: () => ({
      updates: updates.slice(0, count),
      losses: losses.slice(0, count),
      accuracies: accuracies.slice(0, count),
    }),
  };
}

/** The power of two by which `POINTS_PER_OCTAVE` points lie between the powers of two around `update`. */
function gapOfOctave(update: number): number {
  return update < 2 * POINTS_PER_OCTAVE ? 1 : 2 ** Math.floor(Math.log2(update / POINTS_PER_OCTAVE));
}
