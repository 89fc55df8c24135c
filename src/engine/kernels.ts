/**
 * All matrix arithmetic, and so the one place a faster implementation would replace. Matrices are row-major
 * inside a larger buffer, at an offset; T vectors of n numbers lie one after another as (T·n).
 * Float64 throughout: float32 would need a rounding after every operation here, and belongs to SIMD kernels.
 * Several rows or timesteps are taken at once because that many sums fit in registers.
 */

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
  for (let t = 0; t < timesteps; t++) {
    const xFrom = xAt + t * columns;
    const yFrom = yAt + t * rows;
    let row = 0;
    let w = weightAt;
    for (; row + 3 < rows; row += 4) {
      let y0 = parameters[biasAt + row];
      let y1 = parameters[biasAt + row + 1];
      let y2 = parameters[biasAt + row + 2];
      let y3 = parameters[biasAt + row + 3];
      for (let column = 0; column < columns; column++, w++) {
        const value = x[xFrom + column];
        y0 += parameters[w] * value;
        y1 += parameters[w + columns] * value;
        y2 += parameters[w + 2 * columns] * value;
        y3 += parameters[w + 3 * columns] * value;
      }
      w += 3 * columns;
      y[yFrom + row] = y0;
      y[yFrom + row + 1] = y1;
      y[yFrom + row + 2] = y2;
      y[yFrom + row + 3] = y3;
    }
    for (; row < rows; row++) {
      let sum = parameters[biasAt + row];
      for (let column = 0; column < columns; column++, w++) sum += parameters[w] * x[xFrom + column];
      y[yFrom + row] = sum;
    }
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
  for (let t = 0; t < timesteps; t++) {
    const xFrom = xAt + t * columns;
    const xTo = xFrom + columns;
    const yFrom = yAt + t * rows;
    let row = 0;
    let w = weightAt;
    for (; row + 7 < rows; row += 8) {
      const y0 = y[yFrom + row];
      const y1 = y[yFrom + row + 1];
      const y2 = y[yFrom + row + 2];
      const y3 = y[yFrom + row + 3];
      const y4 = y[yFrom + row + 4];
      const y5 = y[yFrom + row + 5];
      const y6 = y[yFrom + row + 6];
      const y7 = y[yFrom + row + 7];
      for (let i = xFrom; i < xTo; i++, w++) {
        const upper = parameters[w] * y0 + parameters[w + columns] * y1;
        const lower = parameters[w + 2 * columns] * y2 + parameters[w + 3 * columns] * y3;
        const next = parameters[w + 4 * columns] * y4 + parameters[w + 5 * columns] * y5;
        const last = parameters[w + 6 * columns] * y6 + parameters[w + 7 * columns] * y7;
        x[i] += upper + lower + (next + last);
      }
      w += 7 * columns;
    }
    for (; row + 3 < rows; row += 4) {
      const y0 = y[yFrom + row];
      const y1 = y[yFrom + row + 1];
      const y2 = y[yFrom + row + 2];
      const y3 = y[yFrom + row + 3];
      for (let i = xFrom; i < xTo; i++, w++) {
        const upper = parameters[w] * y0 + parameters[w + columns] * y1;
        const lower = parameters[w + 2 * columns] * y2 + parameters[w + 3 * columns] * y3;
        x[i] += upper + lower;
      }
      w += 3 * columns;
    }
    if (row === rows) continue;
    for (let i = xFrom; i < xTo; i++, w++) {
      let sum = x[i];
      for (let r = row, at = w; r < rows; r++, at += columns) sum += parameters[at] * y[yFrom + r];
      x[i] = sum;
    }
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
  let t = 0;
  for (; t + 3 < timesteps; t += 4) {
    const xFrom = xAt + t * columns;
    const xTo = xFrom + columns;
    const yFrom = yAt + t * rows;
    let g = weightAt;
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
      for (let i = xFrom; i < xTo; i++, g++) {
        const x0 = x[i];
        const x1 = x[i + columns];
        const x2 = x[i + 2 * columns];
        const x3 = x[i + 3 * columns];
        gradient[g] += y0 * x0 + y1 * x1 + (y2 * x2 + y3 * x3);
        gradient[g + columns] += next0 * x0 + next1 * x1 + (next2 * x2 + next3 * x3);
      }
      g += columns;
    }
    if (row === rows) continue;
    const y0 = y[yFrom + row];
    const y1 = y[yFrom + rows + row];
    const y2 = y[yFrom + 2 * rows + row];
    const y3 = y[yFrom + 3 * rows + row];
    for (let i = xFrom; i < xTo; i++, g++) {
      gradient[g] += y0 * x[i] + y1 * x[i + columns] + (y2 * x[i + 2 * columns] + y3 * x[i + 3 * columns]);
    }
  }
  for (; t < timesteps; t++) {
    const xFrom = xAt + t * columns;
    const xTo = xFrom + columns;
    let g = weightAt;
    for (let row = 0; row < rows; row++) {
      const value = y[yAt + t * rows + row];
      for (let i = xFrom; i < xTo; i++, g++) gradient[g] += value * x[i];
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
  for (let row = 0; row < rows; row++) {
    let sum = gradient[biasAt + row];
    for (let t = 0, at = yAt + row; t < timesteps; t++, at += rows) sum += y[at];
    gradient[biasAt + row] = sum;
  }
}
