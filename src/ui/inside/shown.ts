/** What is shown of the numbers of an equation: all of a small one, of a large one the chosen row and what matters most for it. */
import type { Operand, Operation, Quantity } from '../../engine/operation.ts';
import { foldSum, MOST_CELLS } from '../../layout/inside.ts';
import type { Equation, Token } from './equation.ts';
import type { Marks } from './useMarks.ts';

export interface Shown {
  /** The shape of what it is a part of; a single number that is used alone counts by itself. */
  readonly of: { readonly rows: number; readonly columns: number };
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly rowLabels: readonly string[] | null;
  readonly columnLabels: readonly string[] | null;
  readonly picked: number | null;
}

export interface ShownPair {
  readonly matrix: Shown;
  readonly vector: Shown;
  /** How many products are not shown, and their sum in the chosen row. */
  readonly others: number;
  readonly rest: number;
}

export interface Focus extends Marks {
  /** The row that is looked at where there are too many. */
  readonly chosen: number;
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const numbers = (indices: readonly number[]) => indices.map((index) => String(index + 1));
const FIRST = [0];
const SINGLE = { rows: 1, columns: 1 };

/** Whether only one row of the equation is shown. */
export function isFolded({ result, operations }: Equation): boolean {
  return result.rows > MOST_CELLS || operations.some(hasLongProduct);
}

function hasLongProduct({ kind, operands }: Operation): boolean {
  const [matrix] = operands;
  return (kind === 'product' || kind === 'affine') && matrix.kind === 'given' && matrix.columns > MOST_CELLS;
}

/** A vector on its own. `whole` shows all of it where it fits. */
export function showVector(operand: Operand, equation: Equation, focus: Focus, whole: boolean): Shown {
  const names = namesOf(operand, focus);
  const rows = rowsOf(operand, equation, focus, whole);
  const labelled = rows.length < operand.rows;
  const of = isPicked(operand, equation) ? SINGLE : { rows: operand.rows, columns: 1 };
  const rowLabels = names ? rows.map((row) => names[row]) : labelled ? numbers(rows) : null;
  return { of, rows, columns: FIRST, rowLabels, columnLabels: null, picked: null };
}

/** The loss looks at the probability of the target alone. */
export function isPicked(operand: Operand, { result }: Equation): boolean {
  return result.kind === 'crossEntropy' && operand !== result;
}

function rowsOf(operand: Operand, equation: Equation, { chosen }: Focus, whole: boolean): readonly number[] {
  const { result } = equation;
  if (isPicked(operand, equation)) return [result.target];
  if (isOfLetters(operand, equation)) return highest(result.operands[0]).kept;
  if (operand.rows <= MOST_CELLS && (whole || !isFolded(equation))) return range(operand.rows);
  return [Math.min(chosen, operand.rows - 1)];
}

/** Scores or shares, of which the highest count. */
function isOfLetters(operand: Operand, { result }: Equation): boolean {
  const { kind, operands } = result;
  return (kind === 'softmax' || kind === 'argmax') && operand.rows === operands[0].rows;
}

/** The letters of the highest scores where there are too many, highest first, and the others. */
function highest(scores: Operand): { readonly kept: readonly number[]; readonly others: readonly number[] } {
  const values = range(scores.rows).map((row) => scores.valueAt(row));
  const lowest = Math.min(...values);
  const { kept, others } = foldSum(values.map((value) => value - lowest));
  if (others === 0) return { kept, others: [] };
  const isKept = new Set(kept);
  return {
    kept: [...kept].sort((a, b) => values[b] - values[a] || a - b),
    others: range(scores.rows).filter((row) => !isKept.has(row)),
  };
}

/** What the letters that are not shown of a vector come to. */
export interface LettersRest {
  readonly count: number;
  /** Powers of scores where a softmax reads them, or shares; null where nothing is added up. */
  readonly sum: { readonly of: 'powers' | 'shares'; readonly value: number } | null;
}

/** Null where all letters are shown, or where it is no vector of letters. */
export function showRest(operand: Operand, equation: Equation): LettersRest | null {
  if (!isOfLetters(operand, equation)) return null;
  const { result } = equation;
  const { others } = highest(result.operands[0]);
  if (others.length === 0) return null;
  const count = others.length;
  if (result.kind === 'argmax') return { count, sum: null };
  const isResult = operand === result;
  const value = others
    .map((row) => (isResult ? operand.valueAt(row) : Math.exp(operand.valueAt(row))))
    .reduce((sum, each) => sum + each, 0);
  return { count, sum: { of: isResult ? 'shares' : 'powers', value } };
}

/** A matrix and its vector: the same columns of one as rows of the other. */
export function showPair(
  { matrix, vector }: Extract<Token, { kind: 'pair' }>,
  equation: Equation,
  focus: Focus,
): ShownPair {
  const row = Math.min(focus.chosen, matrix.rows - 1);
  const hot = vector.kind === 'given' ? vector.index : null;
  const products = range(matrix.columns).map((column) => productAt(matrix, vector, row, column));
  const { kept, others, rest } =
    hot !== null && matrix.columns > MOST_CELLS
      ? { kept: [Math.max(0, hot)], others: matrix.columns - 1, rest: 0 }
      : foldSum(products);
  const rows = isFolded(equation) ? [row] : range(matrix.rows);
  const read = namesOf(vector, focus);
  const labels = read ? kept.map((column) => read[column]) : others > 0 ? numbers(kept) : null;
  const said = namesOf(equation.result, focus);
  const rowLabels = said ? rows.map((each) => said[each]) : rows.length < matrix.rows ? numbers(rows) : null;
  return {
    matrix: { of: matrix, rows, columns: kept, rowLabels, columnLabels: labels, picked: hot },
    vector: {
      of: { rows: matrix.columns, columns: 1 },
      rows: kept,
      columns: FIRST,
      rowLabels: labels,
      columnLabels: null,
      picked: null,
    },
    others,
    rest,
  };
}

function productAt(matrix: Quantity, vector: Operand, row: number, column: number): number {
  return matrix.values[row * matrix.columns + column] * vector.valueAt(column);
}

/** What its rows are called; null where they are units. */
function namesOf({ name }: Operand, { inputs, outputs }: Marks): readonly string[] | null {
  if (name.base === 'x') return inputs;
  return name.base === 'y' || name.base === 'p' || name.subscript === 'y' ? outputs : null;
}
