/** A derivation with its digits: few enough to read, and such that a reader who adds them up gets what is written. */
import type { Derivation } from '../../engine/derivation.ts';
import { formatFixed } from '../../layout/format.ts';
import { foldSum, MOST_CELLS, readBack, type WrittenTerm, writeSum } from '../../layout/inside.ts';

export interface WrittenDerivation {
  /** `left` of a softmax is the exponent, and `product` its power. */
  readonly terms: readonly (WrittenTerm & { readonly index: number })[];
  /** The terms that are not written, added up; null where there are none. */
  readonly rest: string | null;
  readonly others: number;
  readonly total: string;
  readonly value: string;
  /** Of a softmax: its own exponent and power. */
  readonly own: { readonly exponent: string; readonly power: string } | null;
  /** Whether "=" holds before the total, and before the value, of the numbers as they are written. */
  readonly adds: boolean;
  readonly applies: boolean;
  /** How finely it is written, from 0. */
  readonly fineness: number;
}

export function writeDerivation(
  { terms, total, squash, value, shift }: Derivation,
  row: number,
  fineness: number | null = null,
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
  const ownAt = kept.indexOf(row);
  const sum = writeSum(
    {
      terms: isSoftmax ? powers : factors,
      rest: others > 0 ? rest : null,
      total,
      after: (written, powers) => applied(squash, written, powers, ownAt),
      value,
    },
    fineness,
  );
  const exponent = (index: number) => formatFixed(terms[index].left.value - shift, 2);
  return {
    ...sum,
    terms: sum.terms.map((term, position) => {
      const index = kept[position];
      return { ...(isSoftmax ? powerOf(exponent(index), term) : term), index };
    }),
    others,
    own: isSoftmax ? { exponent: exponent(row), power: sum.terms[ownAt].product } : null,
  };
}

function powerOf(exponent: string, { product }: WrittenTerm): WrittenTerm {
  const digits = product.split('.')[1]?.length ?? 0;
  const multiplies = formatFixed(Math.exp(readBack(exponent)), digits) === product;
  return { left: exponent, right: null, product, multiplies };
}

function applied(
  squash: Derivation['squash'],
  total: number,
  products: readonly number[],
  own: number,
): number {
  switch (squash) {
    case 'tanh':
      return Math.tanh(total);
    case 'relu':
      return Math.max(0, total);
    case 'logistic':
      return 1 / (1 + Math.exp(-total));
    case 'softmax':
      return products[own] / total;
    case 'negativeLog':
      return -Math.log(products[0]);
    default:
      return total;
  }
}

/** The whole of it in one line of text: the products, then their sum; `othersOf` words the terms that are not written. */
export function derivationText(
  derivation: Derivation,
  row: number,
  othersOf: (count: number, rest: string) => string,
): string {
  const { squash } = derivation;
  const { terms, rest, total, value, own, adds, applies, others } = writeDerivation(derivation, row);
  const products = terms
    .filter(({ right }) => right !== null || own)
    .map(({ left, right, product, multiplies }) => {
      const factors = own ? `e^${left}` : `${inBrackets(left)} × ${inBrackets(right ?? '')}`;
      return `${factors} ${signOf(multiplies)} ${product}`;
    })
    .join(', ');
  const added = [
    terms.map(({ product }) => inBrackets(product)).join(' + ') || '0',
    ...(rest === null ? [] : [othersOf(others, rest)]),
  ].join(' ');
  const start = products === '' ? '' : `${products}; `;
  if (own)
    return `${start}${added} ${signOf(adds)} ${total}; ${own.power} ÷ ${total} ${signOf(applies)} ${value}`;
  if (squash === 'negativeLog') return `−ln ${added} ${signOf(applies)} ${value}`;
  if (squash === null) return `${start}${added} ${signOf(adds)} ${value}`;
  return `${start}${added} ${signOf(adds)} ${total} → ${squash} ${applies ? '→' : '≈'} ${value}`;
}

export function signOf(holds: boolean): string {
  return holds ? '=' : '≈';
}

/** A negative number within a sum stands in brackets. */
export function inBrackets(text: string): string {
  return text.startsWith('−') ? `(${text})` : text;
}
