/** Matrix arithmetic against its definition, at sizes on both sides of every block that the kernels take at once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addOuterProducts,
  addProduct,
  addSum,
  addTransposed,
  affine,
  transpose,
} from '../../src/engine/kernels.ts';
import { createNumbers } from '../../src/engine/numbers.ts';
import { createRows, readRow, readRows, rowsOf } from '../../src/engine/rows.ts';
import { randomVector, relativeError } from './setup.ts';

const TOLERANCE = 1e-14;

const ROWS = fc.integer({ min: 1, max: 20 });
const COLUMNS = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 60, max: 70 }));
const TIMESTEPS = fc.integer({ min: 1, max: 9 });
/** Numbers before what is computed with, in every buffer. */
const BEFORE = fc.integer({ min: 0, max: 5 });

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Matrices and vectors of these sizes, each after `before` numbers that stay as they are. */
function drawn(rows: number, columns: number, timesteps: number, before: number) {
  const weights = randomVector(before + rows * columns, 1);
  const bias = randomVector(rows, 2);
  const x = randomVector(before + timesteps * columns, 3);
  return {
    weights,
    bias,
    parameters: Float64Array.from([...weights, ...bias]),
    biasAt: weights.length,
    x,
    /** The same, after a row that stays unused. */
    xRows: [createNumbers(columns), ...rowsOf(x, before, timesteps, columns)],
    y: randomVector(before + timesteps * rows, 4),
    W: (row: number, column: number) => weights[before + row * columns + column],
    ofX: (t: number, column: number) => before + t * columns + column,
    ofY: (t: number, row: number) => before + t * rows + row,
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('at every size', () => {
  const check = (
    property: (
      rows: number,
      columns: number,
      timesteps: number,
      before: number,
    ) => readonly ArrayLike<number>[],
  ) =>
    fc.assert(
      fc.property(ROWS, COLUMNS, TIMESTEPS, BEFORE, (...sizes) => {
        const [got, wanted] = property(...sizes);
        expect(relativeError(got, wanted)).toBeLessThan(TOLERANCE);
      }),
    );

  it('affine is b + W x', () =>
    check((rows, columns, timesteps, before) => {
      const { parameters, biasAt, bias, x, xRows, y, W, ofX, ofY } = drawn(rows, columns, timesteps, before);
      const wanted = y.slice();
      for (const t of range(timesteps)) {
        for (const row of range(rows)) {
          wanted[ofY(t, row)] =
            bias[row] + sum(range(columns).map((column) => W(row, column) * x[ofX(t, column)]));
        }
      }
      const weightRows = rowsOf(parameters, before, rows, columns);
      affine(y, before, weightRows, parameters, biasAt, xRows, 1, timesteps);
      return [y, wanted];
    }));

  it('addTransposed adds Wᵀ y, and so does addProduct of the transposed matrix', () =>
    check((rows, columns, timesteps, before) => {
      const { parameters, x, y, W, ofX, ofY } = drawn(rows, columns, timesteps, before);
      const wanted = x.map((value, i) => {
        if (i < before) return value;
        const t = Math.floor((i - before) / columns);
        return value + sum(range(rows).map((row) => W(row, (i - before) % columns) * y[ofY(t, row)]));
      });
      const product = x.slice();
      const weightRows = rowsOf(parameters, before, rows, columns);
      addTransposed(x, before, weightRows, y, before, timesteps);
      const transposed = createRows(columns, rows);
      transpose(transposed, weightRows);
      for (const [t, numbers] of rowsOf(y, before, timesteps, rows).entries()) {
        addProduct(product, ofX(t, 0), transposed, numbers);
      }
      return [Float64Array.from([...x, ...product]), Float64Array.from([...wanted, ...wanted])];
    }));

  it('addOuterProducts adds Σ y xᵀ, addSum Σ y', () =>
    check((rows, columns, timesteps, before) => {
      const { parameters, biasAt, x, xRows, y, ofX, ofY } = drawn(rows, columns, timesteps, before);
      const wanted = parameters.slice();
      for (const t of range(timesteps)) {
        for (const row of range(rows)) {
          wanted[biasAt + row] += y[ofY(t, row)];
          for (const column of range(columns)) {
            wanted[before + row * columns + column] += y[ofY(t, row)] * x[ofX(t, column)];
          }
        }
      }
      addOuterProducts(parameters, before, rows, columns, y, before, xRows, 1, timesteps);
      addSum(parameters, biasAt, rows, y, before, timesteps);
      return [parameters, wanted];
    }));
});

it('rows follow the numbers they were made of when they are read again', () => {
  const numbers = randomVector(3 + 4 * 5, 5);
  const matrix = rowsOf(numbers, 3, 4, 5);
  numbers.reverse();
  readRow(matrix[2], numbers, 3 + 2 * 5);
  expect([...matrix[2]]).toEqual([...numbers.subarray(13, 18)]);
  readRows(matrix, numbers, 3);
  expect(matrix.flatMap((row) => [...row])).toEqual([...numbers.subarray(3)]);
});
