/** The sign before a stage of an equation: "=" only where the digits as they are written give the digits behind it. */
import type { Operand, Operation } from '../../engine/operation.ts';
import { formatFixed } from '../../layout/format.ts';
import { readBack } from '../../layout/inside.ts';
import { argmax } from '../../layout/probability.ts';
import type { Equation, Token } from './equation.ts';
import { type Focus, showPair, showRest, showVector } from './shown.ts';
import { signOf } from './writeDerivation.ts';
import { writeNumber } from './writeNumber.ts';

export function signBefore(equation: Equation, stage: number, focus: Focus): string {
  // The first one defines.
  if (stage === 0) return '=';
  const { operations, stages } = equation;
  const known = operandsIn(stages[stage - 1]);
  const computed = operations.filter((each) => operandsIn(stages[stage]).has(each) && !known.has(each));
  return signOf(computed.every((each) => isGiven(each, equation, focus, stage === stages.length - 1)));
}

function operandsIn(tokens: readonly Token[]): ReadonlySet<Operand> {
  return new Set(tokens.flatMap((token) => (token.kind === 'cells' ? [token.operand] : [])));
}

/** Whether each number that is shown of an operation is what the numbers shown of its operands give. */
function isGiven(operation: Operation, equation: Equation, focus: Focus, whole: boolean): boolean {
  const { rows } = showVector(operation, equation, focus, whole);
  return rows.every((row) => {
    if (operation.isHeld(row)) return true;
    const given = applyWritten(operation, row, equation, focus);
    return writeNumber(operation, given) === writeNumber(operation, operation.valueAt(row));
  });
}

function applyWritten(operation: Operation, row: number, equation: Equation, focus: Focus): number {
  const { kind, operands, target } = operation;
  const part = (index: number, at = row) => written(operands[index], operands[index].valueAt(at));
  const all = () => Array.from({ length: operands[0].rows }, (_, at) => part(0, at));
  switch (kind) {
    case 'column':
    case 'product':
      return productWritten(operands, row, equation, focus);
    case 'affine':
      return productWritten(operands, row, equation, focus) + part(2);
    case 'sum':
      return operands.reduce((sum, _, index) => sum + part(index), 0);
    case 'multiply':
      return part(0) * part(1);
    case 'mix':
      return (1 - part(0)) * part(1) + part(0) * part(2);
    case 'tanh':
      return Math.tanh(part(0));
    case 'relu':
      return Math.max(0, part(0));
    case 'logistic':
      return 1 / (1 + Math.exp(-part(0)));
    case 'softmax': {
      const rest = showRest(operands[0], equation)?.sum?.value ?? 0;
      const { rows } = showVector(operands[0], equation, focus, false);
      const start = readBack(formatFixed(rest, 2));
      return Math.exp(part(0)) / rows.reduce((sum, at) => sum + Math.exp(part(0, at)), start);
    }
    case 'argmax':
      return argmax(Float64Array.from(all()), 0, operands[0].rows);
    case 'crossEntropy':
      return -Math.log(part(0, target));
  }
}

/** A row of a matrix times a vector, with the sum of the products that are not shown. */
function productWritten(
  [matrix, vector]: readonly Operand[],
  row: number,
  equation: Equation,
  focus: Focus,
): number {
  if (matrix.kind !== 'given') throw new TypeError('a product needs a matrix');
  const pair = showPair({ kind: 'pair', matrix, vector }, equation, focus);
  const rest = pair.others > 0 ? readBack(formatFixed(pair.rest, 2)) : 0;
  return pair.vector.rows.reduce((sum, column) => {
    const weight = written(matrix, matrix.values[row * matrix.columns + column]);
    return sum + weight * written(vector, vector.valueAt(column));
  }, rest);
}

function written(operand: Operand, value: number): number {
  return readBack(writeNumber(operand, value));
}
