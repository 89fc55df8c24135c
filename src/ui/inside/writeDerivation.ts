/** A derivation with its digits: few enough to read, and such that a reader who adds them up gets what is written. */
import type { Derivation } from '../../engine/derivation.ts';
import { formatFixed } from '../../layout/format.ts';
import { foldSum, MOST_CELLS, writeSum } from '../../layout/inside.ts';

export interface WrittenDerivation {
  readonly terms: readonly { readonly index: number; readonly left: string; readonly right: string | null }[];
  /** The terms that are not written, added up; null where there are none. */
  readonly rest: string | null;
  readonly others: number;
  readonly total: string;
  readonly value: string;
  /** Of a softmax: its own exponent and power. */
  readonly own: { readonly exponent: string; readonly power: string } | null;
  readonly exact: boolean;
}

export function writeDerivation(
  { terms, total, squash, value, shift }: Derivation,
  row: number,
): WrittenDerivation {
  const products = terms.map(({ product }) => product);
  const isSoftmax = squash === 'softmax';
  const { kept, others, rest } = foldSum(products, MOST_CELLS, (index) =>
    isSoftmax ? index === row : terms[index].right === null,
  );
  const powers = kept.map((index) => ({ left: products[index], right: null }));
  const factors = kept.map((index) => ({
    left: terms[index].left.value,
    right: terms[index].right?.value ?? null,
  }));
  const ownPower = isSoftmax ? products[row] : 0;
  const sum = writeSum({
    terms: isSoftmax ? powers : factors,
    rest: others > 0 ? rest : null,
    total,
    after: (written) => applied(squash, written, ownPower),
    value,
  });
  const exponent = (index: number) => formatFixed(terms[index].left.value - shift, 2);
  return {
    ...sum,
    terms: sum.terms.map((term, position) => ({
      ...term,
      index: kept[position],
      left: isSoftmax ? exponent(kept[position]) : term.left,
    })),
    others,
    own: isSoftmax ? { exponent: exponent(row), power: formatFixed(ownPower, sum.decimals) } : null,
  };
}

function applied(squash: Derivation['squash'], total: number, ownPower: number): number {
  switch (squash) {
    case 'tanh':
      return Math.tanh(total);
    case 'relu':
      return Math.max(0, total);
    case 'logistic':
      return 1 / (1 + Math.exp(-total));
    case 'softmax':
      return ownPower / total;
    case 'negativeLog':
      return -Math.log(total);
    default:
      return total;
  }
}

/** The whole of it in one line of text. */
export function derivationText(derivation: Derivation, row: number): string {
  const { squash } = derivation;
  const { terms, rest, total, value, own, exact, others } = writeDerivation(derivation, row);
  const sign = exact ? '=' : '≈';
  const sum = terms
    .map(({ left, right }) =>
      own ? `e^${left}` : right === null ? inBrackets(left) : `${inBrackets(left)} × ${inBrackets(right)}`,
    )
    .concat(rest === null ? [] : [`(${others}) ${rest}`])
    .join(' + ');
  if (own) return `e^${own.exponent} ÷ (${sum}) ${sign} ${own.power} ÷ ${total} ${sign} ${value}`;
  if (squash === 'negativeLog') return `−ln ${sum} ${sign} ${value}`;
  if (squash === null) return `${sum || '0'} ${sign} ${value}`;
  return `${sum || '0'} ${sign} ${total} → ${squash} → ${value}`;
}

/** A negative number within a sum stands in brackets. */
export function inBrackets(text: string): string {
  return text.startsWith('−') ? `(${text})` : text;
}
