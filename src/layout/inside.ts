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

/** One written term: a product of two numbers with its value, or a number alone, which is its own value. */
export interface WrittenTerm {
  readonly left: string;
  readonly right: string | null;
  readonly product: string;
  /** Whether the product of the factors as they are written is the written one, rounded like it. */
  readonly multiplies: boolean;
}

export interface WrittenSum {
  readonly terms: readonly WrittenTerm[];
  readonly rest: string | null;
  readonly total: string;
  /** What a function makes of the total. */
  readonly value: string;
  /** Of the total and the value; factors, products and the rest may have more. */
  readonly decimals: number;
  /** How finely it is written, from 0: sums that are compared are written as finely as the finest of them needs. */
  readonly fineness: number;
  /** Whether the products as they are written add up to the written total, to its last digit once rounded like it. */
  readonly adds: boolean;
  /** Whether the function of the written total is the written value, rounded like it. */
  readonly applies: boolean;
}

export interface SumToWrite {
  /** Whole factors, such as the 1 of a one-hot vector, are written without decimals. */
  readonly terms: readonly { readonly left: number; readonly right: number | null }[];
  readonly rest: number | null;
  readonly total: number;
  /** Makes `value` of the total, or of the products; both as they are written. */
  readonly after: (total: number, products: readonly number[]) => number;
  readonly value: number;
}

/** Fewest first: those of the total, then those of the terms, which may need one more to add up. */
const DECIMALS = [
  [2, 2],
  [2, 3],
  [2, 4],
  [3, 4],
] as const;

/**
 * Writes a sum with the fewest decimals with which a reader who multiplies and adds gets what is written; where none
 * do, the first with which the products add up. With a `fineness` it is written so in any case.
 */
export function writeSum(sum: SumToWrite, fineness: number | null = null): WrittenSum {
  if (fineness !== null) return writeWith(sum, fineness);
  const tries = DECIMALS.map((_, fineness) => writeWith(sum, fineness));
  const holds = (written: WrittenSum) => written.adds && written.applies;
  return (
    tries.find((written) => holds(written) && written.terms.every(({ multiplies }) => multiplies)) ??
    tries.find(holds) ??
    tries.find(({ adds }) => adds) ??
    tries[tries.length - 1]
  );
}

function writeWith(sum: SumToWrite, fineness: number): WrittenSum {
  const [decimals, finer] = DECIMALS[fineness];
  const { rest, total, after, value } = sum;
  const terms = sum.terms.map((term) => writeTerm(term, finer));
  const restText = rest === null ? null : formatFixed(rest, finer);
  const totalText = formatFixed(total, decimals);
  const valueText = formatFixed(value, decimals);
  const products = terms.map(({ product }) => readBack(product));
  const added = products.reduce((before, product) => before + product, readBack(restText ?? '0'));
  return {
    terms,
    rest: restText,
    total: totalText,
    value: valueText,
    decimals,
    fineness,
    adds: formatFixed(added, decimals) === totalText,
    applies: formatFixed(after(readBack(totalText), products), decimals) === valueText,
  };
}

function writeTerm({ left, right }: SumToWrite['terms'][number], decimals: number): WrittenTerm {
  const write = (factor: number) => formatFixed(factor, Number.isInteger(factor) ? 0 : decimals);
  const leftText = write(left);
  if (right === null) return { left: leftText, right: null, product: leftText, multiplies: true };
  const rightText = write(right);
  const product = formatFixed(left * right, decimals);
  const multiplies = formatFixed(readBack(leftText) * readBack(rightText), decimals) === product;
  return { left: leftText, right: rightText, product, multiplies };
}

/** The number that a written one stands for. */
export function readBack(text: string): number {
  return Number(text.replace('−', '-'));
}
