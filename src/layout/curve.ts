/** Geometry of the learning curve: the loss on the left axis from 0, the accuracy on the right axis from 0 to 1. */
import { bisectCenter, bisectRight, max, ticks } from 'd3-array';
import { formatPercent } from './format.ts';

/** Recorded points of equal length, updates ascending; at least one. */
export interface CurvePoints {
  readonly updates: Float64Array;
  readonly losses: Float64Array;
  readonly accuracies: Float64Array;
}

export interface Tick {
  readonly position: number;
  readonly label: string;
}

/** Where the axes end, in round numbers that change rarely. */
export interface CurveReach {
  readonly updates: number;
  readonly loss: number;
}

/** The axes of one size and reach. */
export interface CurveAxes {
  /** The plot inside the axes, in pixels. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly updateTicks: readonly Tick[];
  readonly lossTicks: readonly Tick[];
  readonly accuracyTicks: readonly Tick[];
  readonly x: (update: number) => number;
  readonly lossY: (loss: number) => number;
  readonly accuracyY: (accuracy: number) => number;
  /** The update at a horizontal position, not rounded; clamped to the axis. */
  readonly updateAt: (x: number) => number;
}

/** Two paths. */
export interface CurveLines {
  readonly loss: string;
  readonly accuracy: string;
}

const MARGIN = { left: 30, right: 40, top: 35, bottom: 20 };
const TICK_SPACING = 52;
/** Between powers of ten, whose names are short. */
const DECADE_SPACING = 28;
/** Room for the first seconds, so that the axis stands still while a newcomer watches. */
const FEWEST_UPDATES = 50;
/** Room to the right of the present update, as a share of what is behind it. */
const UPDATES_AHEAD = 1.08;
const LEAST_LOSS = 0.4;
const LOSS_HEADROOM = 1.02;
const ROUND = [1, 1.2, 1.6, 2, 2.5, 3, 4, 5, 6, 8, 10];
/** Round in quarters too: the loss has a tick at each quarter, so both vertical axes share their grid. */
const ROUND_IN_QUARTERS = [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10];
const QUARTERS = [0, 0.25, 0.5, 0.75, 1];

/** The axes that have room for all of the curves; they grow in rare, round steps. */
export function curveReach(curves: readonly CurvePoints[]): CurveReach {
  const last = max(curves, ({ updates }) => updates[updates.length - 1]) ?? 0;
  const highest = max(curves, ({ losses }) => max(losses)) ?? 0;
  return {
    updates: roundUp(Math.max(FEWEST_UPDATES, last * UPDATES_AHEAD), ROUND),
    loss: roundUp(Math.max(LEAST_LOSS, highest * LOSS_HEADROOM), ROUND_IN_QUARTERS),
  };
}

/**
 * Lays the axes out in `width` × `height` pixels. A logarithmic axis of updates has u at ln(1 + u), so that a run's
 * start is on it.
 */
export function layoutAxes(
  reach: CurveReach,
  width: number,
  height: number,
  isLogarithmic = false,
): CurveAxes {
  const left = MARGIN.left;
  const top = MARGIN.top;
  const right = Math.max(left + 1, width - MARGIN.right);
  const bottom = Math.max(top + 1, height - MARGIN.bottom);
  const { of, inverse, round } = isLogarithmic ? LOGARITHMIC : LINEAR;
  const end = of(reach.updates);
  const across = scale(end, left, right);
  const x = (update: number) => across(of(update));
  const lossY = scale(reach.loss, bottom, top);
  const accuracyY = scale(1, bottom, top);
  return {
    left,
    right,
    top,
    bottom,
    updateTicks: round(reach.updates, right - left).map((update) => ({
      position: x(update),
      label: formatUpdates(update),
    })),
    lossTicks: QUARTERS.map((share) => ({
      position: lossY(share * reach.loss),
      label: formatLossTick(share * reach.loss),
    })),
    accuracyTicks: [0, 0.5, 1].map((share) => ({
      position: accuracyY(share),
      label: `${formatPercent(share)}%`,
    })),
    x,
    lossY,
    accuracyY,
    updateAt: (position) =>
      inverse((end * (Math.max(left, Math.min(right, position)) - left)) / (right - left)),
  };
}

/** How updates lie on their axis. */
interface AxisScale {
  /** Where on it an update is, in proportion; 0 at 0. */
  readonly of: (update: number) => number;
  readonly inverse: (place: number) => number;
  /** Round numbers of updates for an axis of `width` pixels up to `last`. */
  readonly round: (last: number, width: number) => readonly number[];
}

const LINEAR: AxisScale = {
  of: (update) => update,
  inverse: (place) => place,
  round: (last, width) => ticks(0, last, Math.max(2, width / TICK_SPACING)),
};

const LOGARITHMIC: AxisScale = { of: Math.log1p, inverse: Math.expm1, round: decades };

/** 0 and powers of ten, as many as there is room for; the first ones would stand upon the 0. */
function decades(last: number, width: number): readonly number[] {
  const step = Math.ceil((DECADE_SPACING * Math.log10(last)) / width);
  const count = Math.floor(Math.log10(last) / step);
  return [0, ...Array.from({ length: count }, (_, index) => 10 ** (step * (index + 1)))];
}

/** From 0 … last to pixels. d3-scale would do it too, with 5 KB for all that is not a number. */
function scale(last: number, first: number, end: number): (value: number) => number {
  return (value) => first + (value / last) * (end - first);
}

/** The lines of a curve between its axes. */
export function curveLines(
  { updates, losses, accuracies }: CurvePoints,
  { x, lossY, accuracyY }: CurveAxes,
): CurveLines {
  const column = (update: number) => Math.floor(x(update));
  const shown = (values: Float64Array) => shapingPoints(updates, values, column);
  const points = (values: Float64Array, y: (value: number) => number) =>
    shown(values).map((index) => [tenths(x(updates[index])), tenths(y(values[index]))] as const);
  const [start, ...later] = points(accuracies, accuracyY);
  return {
    loss: closed(
      points(losses, lossY)
        .map(([left, top]) => `${left},${top}`)
        .join('L'),
    ),
    accuracy: closed([start.join(), ...later.map(([left, top]) => `${left}V${top}`)].join('H')),
  };
}

/** A path from its first point on; a single point is closed, so that its round ends are seen. d3-shape takes 3 KB for it. */
function closed(points: string): string {
  return `M${points}${/[LH]/.test(points) ? '' : 'Z'}`;
}

function tenths(pixels: number): number {
  return Math.round(10 * pixels) / 10;
}

/** What a curve has from the last recorded point at or before `update` on. */
export function curveFrom({ updates, losses, accuracies }: CurvePoints, update: number): CurvePoints {
  const start = Math.max(0, bisectRight(updates, update) - 1);
  return {
    updates: updates.subarray(start),
    losses: losses.subarray(start),
    accuracies: accuracies.subarray(start),
  };
}

/**
 * The indices of the points that shape a line as wide as the screen: of each pixel column the first, the lowest,
 * the highest and the last, without the inner points of a level stretch. The drawn line is the same, its path is
 * at most as long as the plot is wide.
 */
export function shapingPoints(
  updates: Float64Array,
  values: Float64Array,
  column: (update: number) => number,
): readonly number[] {
  const kept: number[] = [];
  const keep = (index: number) => {
    const last = kept.length - 1;
    const isLevel =
      last > 0 && values[kept[last]] === values[index] && values[kept[last - 1]] === values[index];
    if (isLevel) kept[last] = index;
    else if (kept[last] !== index) kept.push(index);
  };
  let start = 0;
  while (start < updates.length) {
    const here = column(updates[start]);
    let low = start;
    let high = start;
    let end = start + 1;
    for (; end < updates.length && column(updates[end]) === here; end++) {
      if (values[end] < values[low]) low = end;
      if (values[end] > values[high]) high = end;
    }
    keep(start);
    keep(Math.min(low, high));
    keep(Math.max(low, high));
    keep(end - 1);
    start = end;
  }
  return kept;
}

/** The index of the recorded point nearest to `update`. */
export function nearestPoint(updates: Float64Array, update: number): number {
  return bisectCenter(updates, update);
}

/** At most `most` of `count` indices, evenly spread, both ends among them. */
export function spreadIndices(count: number, most: number): readonly number[] {
  if (count <= most) return Array.from({ length: count }, (_, index) => index);
  return Array.from({ length: most }, (_, row) => Math.round((row * (count - 1)) / (most - 1)));
}

/** A number of updates as short as an axis needs it: 500, 1.5k, 2M. */
export function formatUpdates(updates: number): string {
  if (updates >= 1e6) return `${plain(updates / 1e6)}M`;
  return updates >= 1000 ? `${plain(updates / 1000)}k` : plain(updates);
}

function formatLossTick(loss: number): string {
  return loss < 1000 ? plain(loss) : formatUpdates(loss);
}

/** Without the last bits of a sum of steps. */
function plain(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** The smallest of the `round` numbers, times a power of ten, that is not below `value` > 0. */
function roundUp(value: number, round: readonly number[]): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = round.find((candidate) => candidate * power >= value) ?? 10;
  return step * power;
}
