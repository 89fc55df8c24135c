/** Moments of a run in less memory: most are kept as what they differ in from an earlier one. */
import { difference, sum } from './difference.ts';
import { type Difference, isDifference, numbersOf, type Packed } from './packing.ts';

/** Differences from a moment to one that is kept whole: what going back costs, beside the updates that are replayed. */
const MOST_STEPS = 3;
/** Of so many, one is whole. */
const GROUP = 2 ** MOST_STEPS;

/** Those whose differences are as large as they are. */
const INCOMPRESSIBLE = new WeakSet<Packed>();

/**
 * Makes one more of the moments, which are ascending, a difference; false where none is left. The k-th after a whole
 * one becomes the difference from the one that k without its last binary 1 names: so every second has no others that
 * depend on it and can be given up at once, and of those that are left then it is every second again.
 */
export function tighten(moments: readonly Packed[]): boolean {
  const heights = heightsOf(moments);
  let whole = 0;
  for (let index = 1; index < moments.length; index++) {
    const moment = moments[index];
    if (isDifference(moment.values)) continue;
    const earlier = relativeOf(moments, whole, index, MOST_STEPS - (heights.get(moment) ?? 0));
    whole = index;
    if (earlier === null || INCOMPRESSIBLE.has(moment)) continue;
    const difference = differenceFrom(moment, earlier);
    if (difference !== null) {
      moment.values = difference;
      return true;
    }
    INCOMPRESSIBLE.add(moment);
  }
  return false;
}

/** Those that others depend on. */
export function neededOnes(moments: readonly Packed[]): Set<Packed> {
  return new Set(heightsOf(moments).keys());
}

/** Drops one; those that depended on it are whole again. */
export function drop(moments: Packed[], index: number): void {
  const [dropped] = moments.splice(index, 1);
  for (const moment of moments) {
    const { values } = moment;
    if (isDifference(values) && values.earlier === dropped) moment.values = values.sum();
  }
}

/** How many differences lead at most from later ones to each that any depend on. */
function heightsOf(moments: readonly Packed[]): Map<Packed, number> {
  const heights = new Map<Packed, number>();
  for (let index = moments.length - 1; index >= 0; index--) {
    const moment = moments[index];
    const { values } = moment;
    if (!isDifference(values)) continue;
    const { earlier } = values;
    heights.set(earlier, Math.max(heights.get(earlier) ?? 0, 1 + (heights.get(moment) ?? 0)));
  }
  return heights;
}

/** What the moment at `index` may be the difference from: `whole` or one after it, at most so many steps from a whole one. */
function relativeOf(moments: readonly Packed[], whole: number, index: number, steps: number): Packed | null {
  let k = index - whole;
  if (k >= GROUP) return null;
  while (k > 0) {
    k &= k - 1;
    if (depthOf(moments[whole + k]) < steps) return moments[whole + k];
  }
  return null;
}

function depthOf({ values }: Packed): number {
  return isDifference(values) ? 1 + depthOf(values.earlier) : 0;
}

/** What `moment` is as its difference from `earlier`, or null where that is none or not smaller. */
function differenceFrom(moment: Packed, earlier: Packed): Difference | null {
  const { parameters } = moment;
  const numbers = numbersOf(moment);
  const others = numbersOf(earlier);
  if (numbers instanceof Float64Array || others instanceof Float64Array) return null;
  if (numbers.length !== others.length) return null;
  const words = difference(numbers, others, parameters);
  if (words === null) return null;
  return {
    earlier,
    byteLength: words.byteLength,
    // Of single precision still, however it is kept by then.
    sum: () => sum(words, numbersOf(earlier) as Float32Array, parameters),
  };
}
