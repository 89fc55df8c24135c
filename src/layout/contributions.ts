/** The gradient of a matrix as the sum of what its places give, and how the matrices are drawn beside each other. */
import { norm } from './reach.ts';

/** One matrix of the sum. */
export interface Summand {
  /** From 0; null for the other timesteps together. */
  readonly timestep: number | null;
  /** (rows·columns) */
  readonly values: Float64Array;
  readonly length: number;
}

export interface GradientSum {
  /** The timesteps asked for; the others come last where there are any. */
  readonly summands: readonly Summand[];
  readonly total: Summand;
  /** How many timesteps the others are. */
  readonly others: number;
  /** The largest magnitude in all matrices, and in those of single timesteps. */
  readonly largest: number;
  readonly largestOfStep: number;
}

/** Takes the contributions apart; `size` is rows · columns. */
export function sumContributions(
  contributions: {
    readonly from: number;
    readonly to: number;
    readonly values: Float64Array;
    readonly rest: Float64Array;
  },
  size: number,
  timesteps: number,
): GradientSum {
  const { from, to, values, rest } = contributions;
  const others = timesteps - (to - from);
  const total = rest.slice();
  const summands: Summand[] = [];
  for (let t = from; t < to; t++) {
    const own = values.subarray((t - from) * size, (t - from + 1) * size);
    for (let i = 0; i < size; i++) total[i] += own[i];
    summands.push({ timestep: t, values: own, length: norm(own) });
  }
  const largestOfStep = Math.max(...summands.map(({ values }) => largestOf(values)));
  if (others > 0) summands.push({ timestep: null, values: rest, length: norm(rest) });
  const largest = Math.max(largestOfStep, largestOf(rest), largestOf(total));
  return {
    summands,
    total: { timestep: null, values: total, length: norm(total) },
    others,
    largest,
    largestOfStep,
  };
}

function largestOf(values: Float64Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}

export interface SummandSize {
  readonly width: number;
  readonly height: number;
  readonly digits: boolean;
}

/** CSS pixels. */
const DIGITS = { width: 34, height: 20, widest: 204, tallest: 250 };
const PLAIN = { largest: 14, least: 24, widest: 110, tallest: 150 };

/** The size of one matrix of the sum: with digits where it is small, else coloured cells. */
export function summandSize(rows: number, columns: number): SummandSize {
  if (columns * DIGITS.width <= DIGITS.widest && rows * DIGITS.height <= DIGITS.tallest) {
    return { width: columns * DIGITS.width, height: rows * DIGITS.height, digits: true };
  }
  const cell = Math.min(PLAIN.largest, PLAIN.widest / columns, PLAIN.tallest / rows);
  const side = (cells: number) => Math.round(Math.max(PLAIN.least, cells * cell));
  return { width: side(columns), height: side(rows), digits: false };
}

/** The power of ten by which values of this domain are multiplied, so that two decimals say something. */
export function digitPower(domain: number): number {
  return domain >= 0.5 ? 0 : -Math.floor(Math.log10(domain));
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10⁻³ for 3. */
export function formatPower(power: number): string {
  return `10⁻${[...String(power)].map((digit) => SUPERSCRIPTS[Number(digit)]).join('')}`;
}
