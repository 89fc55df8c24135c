/** Matrices as rows that are arrays of their own: a loop that takes several rows at once has one index for all of them. */
import { areTyped, copyNumbers, createNumbers, type Numbers } from './numbers.ts';

export type Rows = readonly Numbers[];

/** Memory for a matrix (rows × columns). */
export function createRows(rows: number, columns: number): Rows {
  return Array.from({ length: rows }, () => createNumbers(columns));
}

/** The matrix (rows × columns) at `at` inside `values`: as it is now, until it is read again. */
export function rowsOf(values: Float64Array, at: number, rows: number, columns: number): Rows {
  return Array.from({ length: rows }, (_, row) => {
    const from = at + row * columns;
    const numbers = areTyped ? values.subarray(from, from + columns) : createNumbers(columns);
    readRow(numbers, values, from);
    return numbers;
  });
}

/** Brings what `rowsOf` gave up to date. */
export function readRows(matrix: Rows, values: Float64Array, at: number): void {
  for (let row = 0, from = at; row < matrix.length; row++) {
    readRow(matrix[row], values, from);
    from += matrix[row].length;
  }
}

/** The same of one of its rows, at `at`. */
export function readRow(row: Numbers, values: Float64Array, at: number): void {
  if (!areTyped) copyNumbers(row, values, at);
}
