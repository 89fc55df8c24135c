/** What made a single number: the terms whose sum it is, down to single multiplications. */
import { type Operand, type Operation, softmaxPowers, softmaxShift } from './operation.ts';

/** One number in a product, and where it stands. */
export interface Factor {
  readonly operand: Operand;
  readonly row: number;
  /** Of a matrix, else null. */
  readonly column: number | null;
  readonly value: number;
  /** Whether 1 minus the operand's number is meant; `value` is that difference. */
  readonly complement: boolean;
}

/** A product of two numbers, or a number that is added as it is. */
export interface Term {
  readonly left: Factor;
  readonly right: Factor | null;
  readonly product: number;
}

/** `value` is `total`, the sum of the products, after a function; a softmax divides its own term by the total. */
export interface Derivation {
  readonly terms: readonly Term[];
  readonly total: number;
  readonly squash: 'tanh' | 'relu' | 'logistic' | 'softmax' | 'argmax' | 'negativeLog' | null;
  readonly value: number;
  /** What a softmax takes from every logit before the powers; it changes no quotient. */
  readonly shift: number;
  /** The row is held at `value` whatever the terms are. */
  readonly held: boolean;
}

/** Follows a row of an operation back through sums and squashing functions. */
export function contributionsOf(operation: Operation, row: number): Derivation {
  const terms = termsOf(operation, row);
  const squash = squashOf(operation);
  const total = squash === 'argmax' ? Number.NaN : terms.reduce((sum, { product }) => sum + product, 0);
  const held = operation.isHeld(row);
  const shift = squash === 'softmax' ? softmaxShift(operation.operands[0]) : 0;
  return { terms, total, squash, value: operation.valueAt(row), shift, held };
}

function squashOf({ kind }: Operation): Derivation['squash'] {
  switch (kind) {
    case 'tanh':
    case 'relu':
    case 'logistic':
    case 'softmax':
    case 'argmax':
      return kind;
    case 'crossEntropy':
      return 'negativeLog';
    default:
      return null;
  }
}

function termsOf(operation: Operation, row: number): readonly Term[] {
  const { kind, operands, target } = operation;
  const factor = (index: number) => factorOf(operands[index], row);
  switch (kind) {
    case 'column':
    case 'product':
    case 'affine': {
      const products = matrixTerms(operands[0], operands[1], row);
      return kind === 'affine' ? [...products, alone(factor(2))] : products;
    }
    case 'sum':
      return operands.flatMap((operand) => summands(operand, row));
    case 'tanh':
    case 'relu':
    case 'logistic':
      return summands(operands[0], row);
    case 'multiply':
      return [times(factor(0), factor(1))];
    case 'mix': {
      const z = factor(0);
      return [times({ ...z, value: 1 - z.value, complement: true }, factor(1)), times(z, factor(2))];
    }
    case 'softmax': {
      const powers = softmaxPowers(operands[0]);
      return Array.from(powers, (power, index) => ({
        ...alone(factorOf(operands[0], index)),
        product: power,
      }));
    }
    case 'argmax':
      return Array.from({ length: operands[0].rows }, (_, index) => alone(factorOf(operands[0], index)));
    case 'crossEntropy':
      return [alone(factorOf(operands[0], target))];
  }
}

/** A summand that is itself a sum of this equation is taken apart; what another equation defines is one number. */
function summands(operand: Operand, row: number): readonly Term[] {
  if (operand.kind === 'given') return [alone(factorOf(operand, row))];
  if (operand.isHeld(row)) return [alone(factorOf(operand, row))];
  return termsOf(operand, row);
}

function matrixTerms(matrix: Operand, vector: Operand, row: number): readonly Term[] {
  if (matrix.kind !== 'given') throw new TypeError('a product needs a matrix');
  const { values, columns } = matrix;
  const oneHot = vector.kind === 'given' ? vector.index : null;
  const term = (column: number) => {
    const weight = { operand: matrix, row, column, value: values[row * columns + column], complement: false };
    return times(weight, factorOf(vector, column));
  };
  if (oneHot !== null) return oneHot < 0 ? [] : [term(oneHot)];
  return Array.from({ length: columns }, (_, column) => term(column));
}

function factorOf(operand: Operand, row: number): Factor {
  return { operand, row, column: null, value: operand.valueAt(row), complement: false };
}

function times(left: Factor, right: Factor): Term {
  return { left, right, product: left.value * right.value };
}

function alone(left: Factor): Term {
  return { left, right: null, product: left.value };
}
