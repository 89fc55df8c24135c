/**
 * All matrix arithmetic, and so the one place a faster implementation would replace. What is multiplied comes as rows
 * (rows.ts), what is written is part of a larger buffer, at an offset: T vectors of n numbers one after another (T·n),
 * a gradient row-major. Float64 throughout: float32 would need a rounding after every operation here, and belongs to
 * SIMD kernels. Several rows or timesteps are taken at once because that many sums fit in registers. `| 0` spares V8 a
 * check of every index for overflow.
 */
import type { Numbers } from './numbers.ts';
import type { Rows } from './rows.ts';

/** Sets the first `count` numbers to 0. Small arrays are the rule, and for those a loop beats the built-in fill. */
export function clear(values: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) values[i] = 0;
}

/** y_t = b + W x_t for T timesteps, x_t in the rows from `first` on. */
export function affine(
  y: Float64Array,
  yAt: number,
  weights: Rows,
  parameters: Float64Array,
  biasAt: number,
  x: Rows,
  first: number,
  timesteps: number,
): void {
  for (let t = 0, at = yAt; t < timesteps; t++, at += weights.length) {
    for (let row = 0; row < weights.length; row++) y[at + row] = parameters[biasAt + row];
    addProduct(y, at, weights, x[first + t]);
  }
}

/** y += W x. */
export function addProduct(y: Float64Array, yAt: number, weights: Rows, x: Numbers): void {
  const rows = weights.length;
  const columns = x.length;
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
      const value = x[i];
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
    for (let i = 0; i < columns; i++) sum += w[i] * x[i];
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

/** x_t += Wᵀ y_t for T timesteps. */
export function addTransposed(
  x: Float64Array,
  xAt: number,
  weights: Rows,
  y: Float64Array,
  yAt: number,
  timesteps: number,
): void {
  const rows = weights.length;
  const columns = weights[0].length;
  for (let t = 0; t < timesteps; t++) {
    const xFrom = (xAt + t * columns) | 0;
    const yFrom = yAt + t * rows;
    let row = 0;
    for (; row + 7 < rows; row += 8) {
      const w0 = weights[row];
      const w1 = weights[row + 1];
      const w2 = weights[row + 2];
      const w3 = weights[row + 3];
      const w4 = weights[row + 4];
      const w5 = weights[row + 5];
      const w6 = weights[row + 6];
      const w7 = weights[row + 7];
      const y0 = y[yFrom + row];
      const y1 = y[yFrom + row + 1];
      const y2 = y[yFrom + row + 2];
      const y3 = y[yFrom + row + 3];
      const y4 = y[yFrom + row + 4];
      const y5 = y[yFrom + row + 5];
      const y6 = y[yFrom + row + 6];
      const y7 = y[yFrom + row + 7];
      for (let i = 0, to = xFrom; i < columns; i++, to = (to + 1) | 0) {
        const upper = w0[i] * y0 + w1[i] * y1;
        const lower = w2[i] * y2 + w3[i] * y3;
        const next = w4[i] * y4 + w5[i] * y5;
        const last = w6[i] * y6 + w7[i] * y7;
        x[to] += upper + lower + (next + last);
      }
    }
    for (; row + 3 < rows; row += 4) {
      const w0 = weights[row];
      const w1 = weights[row + 1];
      const w2 = weights[row + 2];
      const w3 = weights[row + 3];
      const y0 = y[yFrom + row];
      const y1 = y[yFrom + row + 1];
      const y2 = y[yFrom + row + 2];
      const y3 = y[yFrom + row + 3];
      for (let i = 0, to = xFrom; i < columns; i++, to = (to + 1) | 0) {
        const upper = w0[i] * y0 + w1[i] * y1;
        const lower = w2[i] * y2 + w3[i] * y3;
        x[to] += upper + lower;
      }
    }
    if (row === rows) continue;
    for (let i = 0, to = xFrom; i < columns; i++, to = (to + 1) | 0) {
      let sum = x[to];
      for (let r = row; r < rows; r++) sum += weights[r][i] * y[yFrom + r];
      x[to] = sum;
    }
  }
}

/** Writes Wᵀ (columns × rows) of W (rows × columns) into `transposed`. */
export function transpose(transposed: Rows, weights: Rows): void {
  const rows = weights.length;
  let i = 0;
  for (; i + 3 < transposed.length; i += 4) {
    const t0 = transposed[i];
    const t1 = transposed[i + 1];
    const t2 = transposed[i + 2];
    const t3 = transposed[i + 3];
    for (let row = 0; row < rows; row++) {
      const w = weights[row];
      t0[row] = w[i];
      t1[row] = w[i + 1];
      t2[row] = w[i + 2];
      t3[row] = w[i + 3];
    }
  }
  for (; i < transposed.length; i++) {
    for (let row = 0; row < rows; row++) transposed[i][row] = weights[row][i];
  }
}

/**
 * G += Σ_t y_t x_tᵀ over T timesteps, x_t in the rows from `first` on, G (rows × columns): the gradient of y = W x with
 * respect to W.
 */
export function addOuterProducts(
  gradient: Numbers,
  weightAt: number,
  rows: number,
  columns: number,
  y: Float64Array,
  yAt: number,
  x: Rows,
  first: number,
  timesteps: number,
): void {
  let t = 0;
  for (; t + 3 < timesteps; t += 4) {
    const v0 = x[first + t];
    const v1 = x[first + t + 1];
    const v2 = x[first + t + 2];
    const v3 = x[first + t + 3];
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
      for (let i = 0; i < columns; i++, g = (g + 1) | 0) {
        const x0 = v0[i];
        const x1 = v1[i];
        const x2 = v2[i];
        const x3 = v3[i];
        gradient[g] += y0 * x0 + y1 * x1 + (y2 * x2 + y3 * x3);
        gradient[(g + columns) | 0] += next0 * x0 + next1 * x1 + (next2 * x2 + next3 * x3);
      }
      g = (g + columns) | 0;
    }
    if (row === rows) continue;
    const y0 = y[yFrom + row];
    const y1 = y[yFrom + rows + row];
    const y2 = y[yFrom + 2 * rows + row];
    const y3 = y[yFrom + 3 * rows + row];
    for (let i = 0; i < columns; i++, g = (g + 1) | 0) {
      gradient[g] += y0 * v0[i] + y1 * v1[i] + (y2 * v2[i] + y3 * v3[i]);
    }
  }
  for (; t < timesteps; t++) {
    const values = x[first + t];
    let g = weightAt | 0;
    for (let row = 0; row < rows; row++) {
      const value = y[yAt + t * rows + row];
      for (let i = 0; i < columns; i++, g = (g + 1) | 0) gradient[g] += value * values[i];
    }
  }
}

/**
 * G += Σ_t y_t x_tᵀ for one-hot x_t, first ≤ t < to: of G (rows × columns) each changes a column, none where the index
 * is −1.
 */
export function addOneHotProducts(
  gradient: Numbers,
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
  gradient: Numbers,
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
