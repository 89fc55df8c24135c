/** One operation of a timestep: what it is called, what it is computed from, and its value row by row. */
import { exp, log, logistic, tanh } from './activations.ts';
import { argmax } from './loss.ts';
import type { FlatParameters } from './precision.ts';

export type OperationKind =
  /** W x_t of a one-hot x_t: a column of W. */
  | 'column'
  /** A matrix times a vector. */
  | 'product'
  | 'sum'
  | 'tanh'
  | 'relu'
  | 'logistic'
  /** Elementwise, of two vectors. */
  | 'multiply'
  /** The GRU's (1 − z) ⊙ n + z ⊙ h_{t-1}, of z, n and h_{t-1}. */
  | 'mix'
  /** W h + b, of W, h and b. */
  | 'affine'
  | 'softmax'
  /** The index of the largest logit. */
  | 'argmax'
  /** −ln of the target's probability. */
  | 'crossEntropy';

/** What the equations call a quantity. */
export interface QuantityName {
  /** W, b, x, h, c, y or the letter of a gate; a for a sum that is squashed next, p, ŷ and L at the output. */
  readonly base: string;
  /** Of parameters, such as xh, or xi for the rows of gate i; empty for what belongs to a timestep. */
  readonly subscript: string;
  /** From 0; null where a network has only one. */
  readonly layer: number | null;
  /** 1 for the timestep before. */
  readonly lag: 0 | 1;
}

/** A matrix or vector that this timestep is given. */
export interface Quantity {
  readonly kind: 'given';
  /** Unique within the timestep, such as `0.W_xh` or `0.h.before`. */
  readonly id: string;
  readonly name: QuantityName;
  readonly rows: number;
  readonly columns: number;
  /** Row-major. */
  readonly values: FlatParameters;
  /** Where the 1 of a one-hot vector is, −1 where it has none; null for anything else. */
  readonly index: number | null;
  valueAt(row: number): number;
}

export type Operand = Quantity | Operation;

/** A vector (or a single number) computed from its operands. */
export interface Operation {
  readonly kind: OperationKind;
  /** Unique within the timestep, such as `0.i.recurrent`. */
  readonly id: string;
  /** The equation it belongs to, such as `0.i`; its last operation gives what the equation defines. */
  readonly line: string;
  readonly name: QuantityName;
  readonly layer: number | null;
  readonly rows: number;
  readonly operands: readonly Operand[];
  /** Of the cross-entropy, −1 where no loss is taken. */
  readonly target: number;
  /** Whether a row is held at its value, whatever its operands are: a unit at 0, a gate at 0 or 1. */
  isHeld(row: number): boolean;
  valueAt(row: number): number;
}

/** What an operation gives in a row by its operands alone. */
export function evaluate({ kind, operands, target }: Operation, row: number): number {
  const at = (index: number) => operands[index].valueAt(row);
  switch (kind) {
    case 'column': {
      const [weight, input] = operands as readonly Quantity[];
      return input.index === null || input.index < 0 ? 0 : weight.values[row * weight.columns + input.index];
    }
    case 'product':
      return dot(operands[0], operands[1], row);
    case 'affine':
      return dot(operands[0], operands[1], row) + at(2);
    case 'sum':
      return operands.reduce((total, operand) => total + operand.valueAt(row), 0);
    case 'tanh':
      return tanh(at(0));
    case 'relu':
      return Math.max(0, at(0));
    case 'logistic':
      return logistic(at(0));
    case 'multiply':
      return at(0) * at(1);
    case 'mix':
      return (1 - at(0)) * at(1) + at(0) * at(2);
    case 'softmax': {
      const powers = softmaxPowers(operands[0]);
      return powers[row] / powers.reduce((sum, power) => sum + power, 0);
    }
    case 'argmax':
      return argmax(vectorOf(operands[0]), 0, operands[0].rows);
    case 'crossEntropy':
      return -log(operands[0].valueAt(target));
  }
}

/** All rows of an operand. */
export function vectorOf(operand: Operand): Float64Array {
  return Float64Array.from({ length: operand.rows }, (_, row) => operand.valueAt(row));
}

/** exp(y_i − m), with the m of `softmaxShift`. */
export function softmaxPowers(logits: Operand): Float64Array {
  const shift = softmaxShift(logits);
  return vectorOf(logits).map((value) => exp(value - shift));
}

/** What is taken from all logits before the powers: the largest where powers would grow large, else 0. */
export function softmaxShift(logits: Operand): number {
  const values = vectorOf(logits);
  const largest = values[argmax(values, 0, values.length)];
  return Math.abs(largest) <= 6 ? 0 : largest;
}

function dot(weight: Operand, vector: Operand, row: number): number {
  if (weight.kind !== 'given') throw new TypeError('a product needs a matrix');
  const from = row * weight.columns;
  let sum = 0;
  for (let j = 0; j < weight.columns; j++) sum += weight.values[from + j] * vector.valueAt(j);
  return sum;
}
