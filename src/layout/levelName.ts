/** Where the name of a level line of the learning curve stands. */
import { bisectRight } from 'd3-array';
import type { CurveAxes, CurvePoints } from './curve.ts';

export interface NamePlace {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** CSS pixels: from the line to the baseline, from the baseline to the ends of the letters, and off the axes. */
const ABOVE = 5;
const BELOW = 13;
const ASCENT = 9;
const DESCENT = 3;
const INSET = 8;
/** Half of what a line and its points take. */
const STROKE = 4;
/** What an upright line through the name hides, in looks at a curve. */
const UPRIGHT = 4;
/** From one look at a curve to the next, and from one place of the name to the next. */
const STRIDE = 2;
const STEP = 6;

/**
 * Where curves, and upright lines at the x of `uprights`, run through least of a name `width` CSS pixels wide at the line
 * `level`: above it at the right end, where a curve that learns is not, or else below it, at the left end or anywhere
 * between.
 */
export function placeLevelName(
  level: number,
  width: number,
  curves: readonly CurvePoints[],
  axes: CurveAxes,
  uprights: readonly number[] = [],
): NamePlace {
  const { left, right, top, bottom } = axes;
  const ends = { first: left + INSET, last: right - INSET - width };
  const steps = Math.max(0, Math.ceil((ends.last - ends.first) / STEP) - 1);
  const between = Array.from({ length: steps }, (_, step) => ends.last - (step + 1) * STEP);
  const places: readonly (Pick<NamePlace, 'anchor' | 'x'> & { readonly from: number })[] = [
    { anchor: 'end', x: right - INSET, from: ends.last },
    { anchor: 'start', x: ends.first, from: ends.first },
    ...between.map((from) => ({ anchor: 'middle' as const, x: from + width / 2, from })),
  ];
  const baselines = [level - ABOVE, level + BELOW].filter((y) => y - ASCENT >= top && y + DESCENT <= bottom);
  let best: NamePlace = { x: places[0].x, y: level - ABOVE, anchor: 'end' };
  let least = Number.POSITIVE_INFINITY;
  for (const { anchor, x, from } of places) {
    for (const y of baselines) {
      const box = { left: from, right: from + width, top: y - ASCENT - STROKE, bottom: y + DESCENT };
      const crossed = uprights.filter((line) => line > box.left && line < box.right).length;
      const hidden = curves.reduce((sum, curve) => sum + looksInside(box, curve, axes), UPRIGHT * crossed);
      if (hidden < least) {
        least = hidden;
        best = { x, y, anchor };
      }
    }
  }
  return best;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How often, going through the box from left to right, the loss or the accuracy is met in it. */
function looksInside(box: Box, curve: CurvePoints, axes: CurveAxes): number {
  const end = axes.x(curve.updates[curve.updates.length - 1]) + STROKE;
  let inside = 0;
  let before = heightsAt(box.left, curve, axes);
  for (let x = box.left; x <= Math.min(box.right, end); x += STRIDE) {
    const here = heightsAt(x, curve, axes);
    // A steep line passes through the box between two looks.
    inside += here.filter(
      (y, line) => Math.min(y, before[line]) < box.bottom && Math.max(y, before[line]) > box.top,
    ).length;
    before = here;
  }
  return inside;
}

/** Of the loss, which is drawn from point to point, and of the accuracy, which is drawn in steps. */
function heightsAt(
  x: number,
  { updates, losses, accuracies }: CurvePoints,
  axes: CurveAxes,
): readonly number[] {
  const update = axes.updateAt(x);
  const index = Math.max(0, bisectRight(updates, update) - 1);
  const next = Math.min(index + 1, updates.length - 1);
  const share = next > index ? (update - updates[index]) / (updates[next] - updates[index]) : 0;
  const loss = losses[index] + Math.max(0, share) * (losses[next] - losses[index]);
  return [axes.lossY(loss), axes.accuracyY(accuracies[index])];
}
