/** What is shown of large matrices and long sums, and with how many digits a sum is written. */
import { formatFixed } from './format.ts';

/** Matrices and vectors up to this many rows or columns are shown whole. */
export const MOST_CELLS = 8;
/** So many terms are kept of a sum that is folded. */
export const KEPT_TERMS = 6;

/** The terms of a sum that are written out, in their order, and what the others add up to. */
export interface FoldedSum {
  readonly kept: readonly number[];
  readonly others: number;
  readonly rest: number;
}

/** Keeps the terms of largest magnitude where there are more than `most`; those in `always` stay in any case. */
export function foldSum(
  products: ArrayLike<number>,
  most = MOST_CELLS,
  always: (index: number) => boolean = () => false,
): FoldedSum {
  const indices = Array.from({ length: products.length }, (_, index) => index);
  if (indices.length <= most) return { kept: indices, others: 0, rest: 0 };
  const ranked = indices
    .filter((index) => !always(index))
    .sort((a, b) => Math.abs(products[b]) - Math.abs(products[a]) || a - b);
  const dropped = new Set(ranked.slice(KEPT_TERMS));
  let rest = 0;
  for (const index of dropped) rest += products[index];
  return { kept: indices.filter((index) => !dropped.has(index)), others: dropped.size, rest };
}

/** One written term: a product of two numbers, or a number alone. */
export interface WrittenTerm {
  readonly left: string;
  readonly right: string | null;
}

export interface WrittenSum {
  readonly terms: readonly WrittenTerm[];
  readonly rest: string | null;
  readonly total: string;
  /** What a function makes of the total. */
  readonly value: string;
  readonly decimals: number;
  /** Whether the numbers as they are written give the written total, rounded like it. */
  readonly exact: boolean;
}

export interface SumToWrite {
  /** Whole numbers, such as the 1 of a one-hot vector, are written without decimals. */
  readonly terms: readonly { readonly left: number; readonly right: number | null }[];
  readonly rest: number | null;
  readonly total: number;
  /** Applied to the total; `value` is what came out. */
  readonly after: (total: number) => number;
  readonly value: number;
}

const DECIMALS = [2, 3, 4];
/** Where no number of decimals adds up. */
const FALLBACK = 3;

/** Writes a sum with the fewest decimals with which a reader who adds it up gets the total that is written. */
export function writeSum(sum: SumToWrite): WrittenSum {
  const tries = DECIMALS.map((decimals) => writeWith(sum, decimals));
  return tries.find(({ exact }) => exact) ?? tries[DECIMALS.indexOf(FALLBACK)];
}

function writeWith({ terms, rest, total, after, value }: SumToWrite, decimals: number): WrittenSum {
  const write = (value: number) => formatFixed(value, Number.isInteger(value) ? 0 : decimals);
  const written = terms.map(({ left, right }) => ({
    left: write(left),
    right: right === null ? null : write(right),
  }));
  const restText = rest === null ? null : formatFixed(rest, decimals);
  const totalText = formatFixed(total, decimals);
  const added =
    written.reduce(
      (before, { left, right }) => before + readBack(left) * (right === null ? 1 : readBack(right)),
      0,
    ) + (restText === null ? 0 : readBack(restText));
  const valueText = formatFixed(value, decimals);
  const exact =
    formatFixed(added, decimals) === totalText &&
    formatFixed(after(readBack(totalText)), decimals) === valueText;
  return { terms: written, rest: restText, total: totalText, value: valueText, decimals, exact };
}

/** The number that a written one stands for. */
export function readBack(text: string): number {
  return Number(text.replace('−', '-'));
}
