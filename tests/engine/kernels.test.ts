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
  return {
    weights,
    bias,
    parameters: Float64Array.from([...weights, ...bias]),
    biasAt: weights.length,
    x: randomVector(before + timesteps * columns, 3),
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
      const { parameters, biasAt, bias, x, y, W, ofX, ofY } = drawn(rows, columns, timesteps, before);
      const wanted = y.slice();
      for (const t of range(timesteps)) {
        for (const row of range(rows)) {
          wanted[ofY(t, row)] =
            bias[row] + sum(range(columns).map((column) => W(row, column) * x[ofX(t, column)]));
        }
      }
      affine(y, before, parameters, before, biasAt, rows, columns, x, before, timesteps);
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
      addTransposed(x, before, parameters, before, rows, columns, y, before, timesteps);
      const transposed = new Float64Array(rows * columns);
      transpose(transposed, parameters, before, rows, columns);
      for (const t of range(timesteps)) {
        addProduct(product, ofX(t, 0), transposed, 0, columns, rows, y, ofY(t, 0));
      }
      return [Float64Array.from([...x, ...product]), Float64Array.from([...wanted, ...wanted])];
    }));

  it('addOuterProducts adds Σ y xᵀ, addSum Σ y', () =>
    check((rows, columns, timesteps, before) => {
      const { parameters, biasAt, x, y, ofX, ofY } = drawn(rows, columns, timesteps, before);
      const wanted = parameters.slice();
      for (const t of range(timesteps)) {
        for (const row of range(rows)) {
          wanted[biasAt + row] += y[ofY(t, row)];
          for (const column of range(columns)) {
            wanted[before + row * columns + column] += y[ofY(t, row)] * x[ofX(t, column)];
          }
        }
      }
      addOuterProducts(parameters, before, rows, columns, y, before, x, before, timesteps);
      addSum(parameters, biasAt, rows, y, before, timesteps);
      return [parameters, wanted];
    }));
});

it('a matrix of another shape at the same place in a buffer is read in its own rows', () => {
  const numbers = randomVector(120, 5);
  for (const [rows, columns] of [
    [2, 60],
    [1, 60],
    [2, 50],
  ]) {
    const y = new Float64Array(rows);
    addProduct(y, 0, numbers, 0, rows, columns, new Float64Array(columns).fill(1), 0);
    const wanted = range(rows).map((row) => sum([...numbers.subarray(row * columns, (row + 1) * columns)]));
    expect(relativeError(y, wanted)).toBeLessThan(TOLERANCE);
  }
});
