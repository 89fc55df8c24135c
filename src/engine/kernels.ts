/**
 * All matrix arithmetic, and so the one place a faster implementation would replace. Matrices are row-major
 * inside a larger buffer, at an offset; T vectors of n numbers lie one after another as (T·n).
 * Float64 throughout: float32 would need a rounding after every operation here, and belongs to SIMD kernels.
 * Several rows or timesteps are taken at once because that many sums fit in registers. `| 0` spares V8 a check of
 * every index for overflow.
 */
import { rowsOf } from './rows.ts';

/** From this many columns on it pays to look up the rows of a matrix. */
const LONG_ROW = 64;

/** Sets the first `count` numbers to 0. Small arrays are the rule, and for those a loop beats the built-in fill. */
export function clear(values: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) values[i] = 0;
}

/** y_t = b + W x_t for T timesteps, W (rows × columns). */
export function affine(
  y: Float64Array,
  yAt: number,
  parameters: Float64Array,
  weightAt: number,
  biasAt: number,
  rows: number,
  columns: number,
  x: Float64Array,
  xAt: number,
  timesteps: number,
): void {
  const c1 = columns | 0;
  const c2 = (2 * columns) | 0;
  const c3 = (3 * columns) | 0;
  let t = 0;
  for (; t + 1 < timesteps; t += 2) {
    const xFrom = (xAt + t * columns) | 0;
    const xTo = (xFrom + columns) | 0;
    const yFrom = yAt + t * rows;
    let row = 0;
    let w = weightAt | 0;
    for (; row + 3 < rows; row += 4) {
      let y0 = parameters[biasAt + row];
      let y1 = parameters[biasAt + row + 1];
      let y2 = parameters[biasAt + row + 2];
      let y3 = parameters[biasAt + row + 3];
      let next0 = y0;
      let next1 = y1;
      let next2 = y2;
      let next3 = y3;
      for (let i = xFrom; i < xTo; i = (i + 1) | 0, w = (w + 1) | 0) {
        const value = x[i];
        const next = x[(i + c1) | 0];
        const w0 = parameters[w];
        const w1 = parameters[(w + c1) | 0];
        const w2 = parameters[(w + c2) | 0];
        const w3 = parameters[(w + c3) | 0];
        y0 += w0 * value;
        y1 += w1 * value;
        y2 += w2 * value;
        y3 += w3 * value;
        next0 += w0 * next;
        next1 += w1 * next;
        next2 += w2 * next;
        next3 += w3 * next;
      }
      w = (w + c3) | 0;
      const at = yFrom + row;
      y[at] = y0;
      y[at + 1] = y1;
      y[at + 2] = y2;
      y[at + 3] = y3;
      y[at + rows] = next0;
      y[at + rows + 1] = next1;
      y[at + rows + 2] = next2;
      y[at + rows + 3] = next3;
    }
    affineRows(y, yFrom, parameters, w, biasAt, row, rows, columns, x, xFrom);
    affineRows(y, yFrom + rows, parameters, w, biasAt, row, rows, columns, x, xTo);
  }
  if (t === timesteps) return;
  const yFrom = yAt + t * rows;
  const xFrom = xAt + t * columns;
  if (columns < LONG_ROW) {
    affineRows(y, yFrom, parameters, weightAt, biasAt, 0, rows, columns, x, xFrom);
    return;
  }
  for (let row = 0; row < rows; row++) y[yFrom + row] = parameters[biasAt + row];
  addProduct(y, yFrom, parameters, weightAt, rows, columns, x, xFrom);
}

/** y = b + W x for the rows from `first` on, whose weights begin at `weightAt`. */
function affineRows(
  y: Float64Array,
  yAt: number,
  parameters: Float64Array,
  weightAt: number,
  biasAt: number,
  first: number,
  rows: number,
  columns: number,
  x: Float64Array,
  xAt: number,
): void {
  const c1 = columns | 0;
  const c2 = (2 * columns) | 0;
  const c3 = (3 * columns) | 0;
  const xFrom = xAt | 0;
  const xTo = (xFrom + columns) | 0;
  let row = first;
  let w = weightAt | 0;
  for (; row + 3 < rows; row += 4) {
    let y0 = parameters[biasAt + row];
    let y1 = parameters[biasAt + row + 1];
    let y2 = parameters[biasAt + row + 2];
    let y3 = parameters[biasAt + row + 3];
    for (let i = xFrom; i < xTo; i = (i + 1) | 0, w = (w + 1) | 0) {
      const value = x[i];
      y0 += parameters[w] * value;
      y1 += parameters[(w + c1) | 0] * value;
      y2 += parameters[(w + c2) | 0] * value;
      y3 += parameters[(w + c3) | 0] * value;
    }
    w = (w + c3) | 0;
    y[yAt + row] = y0;
    y[yAt + row + 1] = y1;
    y[yAt + row + 2] = y2;
    y[yAt + row + 3] = y3;
  }
  for (; row < rows; row++) {
    let sum = parameters[biasAt + row];
    for (let i = xFrom; i < xTo; i++, w++) sum += parameters[w] * x[i];
    y[yAt + row] = sum;
  }
}

/** y += W x, W (rows × columns) with rows long enough to be looked up. */
export function addProduct(
  y: Float64Array,
  yAt: number,
  matrix: Float64Array,
  weightAt: number,
  rows: number,
  columns: number,
  x: Float64Array,
  xAt: number,
): void {
  const weights = rowsOf(matrix, weightAt, rows, columns);
  const values = x.subarray(xAt, xAt + columns);
  let row = 0;
  for (; row + 3 < rows; row += 4) {
    const w0 = weights[row];
    const w1 = weights[row + 1];
    const w2 = weights[row + 2];
    const w3 = weights[row + 3];
    const at = yAt + row;
    let y0 = y[at];
    let y1 = y[at + 1];
    let y2 = y[at + 2];
    let y3 = y[at + 3];
    for (let i = 0; i < columns; i++) {
      const value = values[i];
      y0 += w0[i] * value;
      y1 += w1[i] * value;
      y2 += w2[i] * value;
      y3 += w3[i] * value;
    }
    y[at] = y0;
    y[at + 1] = y1;
    y[at + 2] = y2;
    y[at + 3] = y3;
  }
  for (; row < rows; row++) {
    const w = weights[row];
    let sum = y[yAt + row];
    for (let i = 0; i < columns; i++) sum += w[i] * values[i];
    y[yAt + row] = sum;
  }
}

/** y_t = b + W x_t for T one-hot x_t, each a column of W, or b alone where the index is −1. */
export function affineOneHot(
  y: Float64Array,
  yAt: number,
  parameters: Float64Array,
  weightAt: number,
  biasAt: number,
  rows: number,
  columns: number,
  indices: Int32Array,
  indexAt: number,
  timesteps: number,
): void {
  for (let t = 0, to = yAt; t < timesteps; t++, to += rows) {
    const index = indices[indexAt + t];
    if (index < 0) {
      for (let row = 0; row < rows; row++) y[to + row] = parameters[biasAt + row];
      continue;
    }
    let w = weightAt + index;
    for (let row = 0; row < rows; row++, w += columns) {
      y[to + row] = parameters[biasAt + row] + parameters[w];
    }
  }
}

/** x_t += Wᵀ y_t for T timesteps, W (rows × columns). */
export function addTransposed(
  x: Float64Array,
  xAt: number,
  parameters: Float64Array,
  weightAt: number,
  rows: number,
  columns: number,
  y: Float64Array,
  yAt: number,
  timesteps: number,
): void {
  const c1 = columns | 0;
  const c2 = (2 * columns) | 0;
  const c3 = (3 * columns) | 0;
  const c4 = (4 * columns) | 0;
  const c5 = (5 * columns) | 0;
  const c6 = (6 * columns) | 0;
  const c7 = (7 * columns) | 0;
  for (let t = 0; t < timesteps; t++) {
    const xFrom = (xAt + t * columns) | 0;
    const xTo = (xFrom + columns) | 0;
    const yFrom = yAt + t * rows;
    let row = 0;
    let w = weightAt | 0;
    for (; row + 7 < rows; row += 8) {
      const y0 = y[yFrom + row];
      const y1 = y[yFrom + row + 1];
      const y2 = y[yFrom + row + 2];
      const y3 = y[yFrom + row + 3];
      const y4 = y[yFrom + row + 4];
      const y5 = y[yFrom + row + 5];
      const y6 = y[yFrom + row + 6];
      const y7 = y[yFrom + row + 7];
      for (let i = xFrom; i < xTo; i = (i + 1) | 0, w = (w + 1) | 0) {
        const upper = parameters[w] * y0 + parameters[(w + c1) | 0] * y1;
        const lower = parameters[(w + c2) | 0] * y2 + parameters[(w + c3) | 0] * y3;
        const next = parameters[(w + c4) | 0] * y4 + parameters[(w + c5) | 0] * y5;
        const last = parameters[(w + c6) | 0] * y6 + parameters[(w + c7) | 0] * y7;
        x[i] += upper + lower + (next + last);
      }
      w = (w + c7) | 0;
    }
    for (; row + 3 < rows; row += 4) {
      const y0 = y[yFrom + row];
      const y1 = y[yFrom + row + 1];
      const y2 = y[yFrom + row + 2];
      const y3 = y[yFrom + row + 3];
      for (let i = xFrom; i < xTo; i = (i + 1) | 0, w = (w + 1) | 0) {
        const upper = parameters[w] * y0 + parameters[(w + c1) | 0] * y1;
        const lower = parameters[(w + c2) | 0] * y2 + parameters[(w + c3) | 0] * y3;
        x[i] += upper + lower;
      }
      w = (w + c3) | 0;
    }
    if (row === rows) continue;
    for (let i = xFrom; i < xTo; i = (i + 1) | 0, w = (w + 1) | 0) {
      let sum = x[i];
      for (let r = row, at = w; r < rows; r++, at += columns) sum += parameters[at] * y[yFrom + r];
      x[i] = sum;
    }
  }
}

/** Writes Wᵀ (columns × rows) of W (rows × columns) into `transposed`. */
export function transpose(
  transposed: Float64Array,
  parameters: Float64Array,
  weightAt: number,
  rows: number,
  columns: number,
): void {
  const weights = rowsOf(parameters, weightAt, rows, columns);
  let row = 0;
  for (; row + 3 < rows; row += 4) {
    const w0 = weights[row];
    const w1 = weights[row + 1];
    const w2 = weights[row + 2];
    const w3 = weights[row + 3];
    let at = row | 0;
    for (let i = 0; i < columns; i++, at = (at + rows) | 0) {
      transposed[at] = w0[i];
      transposed[(at + 1) | 0] = w1[i];
      transposed[(at + 2) | 0] = w2[i];
      transposed[(at + 3) | 0] = w3[i];
    }
  }
  for (; row < rows; row++) {
    for (let i = 0; i < columns; i++) transposed[i * rows + row] = weights[row][i];
  }
}

/** G += Σ_t y_t x_tᵀ over T timesteps, G (rows × columns): the gradient of y = W x with respect to W. */
export function addOuterProducts(
  gradient: Float64Array,
  weightAt: number,
  rows: number,
  columns: number,
  y: Float64Array,
  yAt: number,
  x: Float64Array,
  xAt: number,
  timesteps: number,
): void {
  const c1 = columns | 0;
  const c2 = (2 * columns) | 0;
  const c3 = (3 * columns) | 0;
  let t = 0;
  for (; t + 3 < timesteps; t += 4) {
    const xFrom = (xAt + t * columns) | 0;
    const xTo = (xFrom + columns) | 0;
    const yFrom = yAt + t * rows;
    let g = weightAt | 0;
    let row = 0;
    for (; row + 1 < rows; row += 2) {
      const at = yFrom + row;
      const y0 = y[at];
      const y1 = y[at + rows];
      const y2 = y[at + 2 * rows];
      const y3 = y[at + 3 * rows];
      const next0 = y[at + 1];
      const next1 = y[at + rows + 1];
      const next2 = y[at + 2 * rows + 1];
      const next3 = y[at + 3 * rows + 1];
      for (let i = xFrom; i < xTo; i = (i + 1) | 0, g = (g + 1) | 0) {
        const x0 = x[i];
        const x1 = x[(i + c1) | 0];
        const x2 = x[(i + c2) | 0];
        const x3 = x[(i + c3) | 0];
        gradient[g] += y0 * x0 + y1 * x1 + (y2 * x2 + y3 * x3);
        gradient[(g + c1) | 0] += next0 * x0 + next1 * x1 + (next2 * x2 + next3 * x3);
      }
      g = (g + c1) | 0;
    }
    if (row === rows) continue;
    const y0 = y[yFrom + row];
    const y1 = y[yFrom + rows + row];
    const y2 = y[yFrom + 2 * rows + row];
    const y3 = y[yFrom + 3 * rows + row];
    for (let i = xFrom; i < xTo; i = (i + 1) | 0, g = (g + 1) | 0) {
      gradient[g] += y0 * x[i] + y1 * x[(i + c1) | 0] + (y2 * x[(i + c2) | 0] + y3 * x[(i + c3) | 0]);
    }
  }
  for (; t < timesteps; t++) {
    const xFrom = (xAt + t * columns) | 0;
    const xTo = (xFrom + columns) | 0;
    let g = weightAt | 0;
    for (let row = 0; row < rows; row++) {
      const value = y[yAt + t * rows + row];
      for (let i = xFrom; i < xTo; i = (i + 1) | 0, g = (g + 1) | 0) gradient[g] += value * x[i];
    }
  }
}

/**
 * G += Σ_t y_t x_tᵀ for one-hot x_t, first ≤ t < to: of G (rows × columns) each changes a column, none where the index
 * is −1.
 */
export function addOneHotProducts(
  gradient: Float64Array,
  weightAt: number,
  rows: number,
  columns: number,
  y: Float64Array,
  indices: Int32Array,
  to: number,
  first = 0,
): void {
  for (let t = first, from = first * rows; t < to; t++, from += rows) {
    if (indices[t] < 0) continue;
    let g = weightAt + indices[t];
    for (let row = 0; row < rows; row++, g += columns) gradient[g] += y[from + row];
  }
}

/** g += Σ_t y_t over T timesteps: the gradient of y = b with respect to b. */
export function addSum(
  gradient: Float64Array,
  biasAt: number,
  rows: number,
  y: Float64Array,
  yAt: number,
  timesteps: number,
): void {
  for (let t = 0, at = yAt; t < timesteps; t++) {
    for (let row = 0; row < rows; row++, at++) gradient[biasAt + row] += y[at];
  }
}
