import { describe, expect, it } from 'vitest';
import { spectralRadius } from '../../src/engine/spectralRadius.ts';
import { randomVector } from './setup.ts';

type Entries = (row: number, column: number) => number;

function matrixOf(n: number, entries: Entries): Float64Array {
  return Float64Array.from({ length: n * n }, (_, i) => entries(Math.floor(i / n), i % n));
}

/** D with its eigenvalues, seen in a basis turned by a reflection I − 2vvᵀ with |v| = 1: the same eigenvalues. */
function reflected(n: number, matrix: Float64Array, seed: number): Float64Array {
  const v = randomVector(n, seed);
  const length = Math.hypot(...v);
  const reflection = matrixOf(n, (i, j) => (i === j ? 1 : 0) - (2 * v[i] * v[j]) / length ** 2);
  return product(n, reflection, product(n, matrix, reflection));
}

function product(n: number, a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      for (let j = 0; j < n; j++) result[i * n + j] += a[i * n + k] * b[k * n + j];
    }
  }
  return result;
}

/** Turns pairs of coordinates, the p-th by p + 1 radians, and scales them: eigenvalues scale · e^(±i(p + 1)). */
function rotations(n: number, scale: Entries): Float64Array {
  return matrixOf(n, (i, j) => {
    const pair = Math.floor(i / 2);
    if (pair !== Math.floor(j / 2)) return 0;
    const angle = pair + 1;
    return scale(i, j) * (i === j ? Math.cos(angle) : (i < j ? -1 : 1) * Math.sin(angle));
  });
}

function relativeTo(expected: number, value: number): number {
  return Math.abs(value / expected - 1);
}

describe.each([
  [1, 1e-4],
  [2, 1e-4],
  [3, 1e-4],
  [16, 1e-4],
  [64, 1e-4],
  [65, 0.005],
  [200, 0.005],
])('n = %i', (n, tolerance) => {
  it('symmetric, of known eigenvalues, the largest one negative', () => {
    const eigenvalues = Float64Array.from({ length: n }, (_, i) => (i === 0 ? -1.7 : 1.6 * Math.cos(i)));
    const matrix = reflected(
      n,
      matrixOf(n, (i, j) => (i === j ? eigenvalues[i] : 0)),
      4,
    );
    expect(relativeTo(1.7, spectralRadius(matrix, n))).toBeLessThan(tolerance);
  });

  it('triangular, far from normal: the largest number of the diagonal', () => {
    const others = randomVector(n * n, 5);
    const matrix = matrixOf(n, (i, j) =>
      i === j ? 0.9 - i / n / 2 : i < j ? others[i * n + j] / Math.sqrt(n) : 0,
    );
    expect(relativeTo(0.9, spectralRadius(matrix, n))).toBeLessThan(n > 64 ? 0.03 : tolerance);
  });

  it('scales with the matrix, however large or small', () => {
    const matrix = randomVector(n * n, 6);
    const radius = spectralRadius(matrix, n);
    for (const scale of [-3, 1e-200, 1e200]) {
      const scaled = spectralRadius(
        matrix.map((value) => scale * value),
        n,
      );
      expect(relativeTo(Math.abs(scale) * radius, scaled)).toBeLessThan(1e-12);
    }
  });

  it('of nothing but zeros, or of what dies out by itself, is 0', () => {
    expect(spectralRadius(new Float64Array(n * n), n)).toBe(0);
    const shift = matrixOf(n, (i, j) => (j === i + 1 ? 5 : 0));
    expect(spectralRadius(shift, n)).toBe(0);
  });
});

it.each([2, 8, 64, 66, 128])('complex pairs, n = %i', (n) => {
  const tolerance = n > 64 ? 0.005 : 1e-4;
  const alike = rotations(n, () => 0.8);
  const one = rotations(n, (i) => (i < 2 ? 1.3 : 1.1));
  for (const [radius, matrix] of [
    [0.8, alike],
    [1.3, one],
  ] as const) {
    expect(relativeTo(radius, spectralRadius(matrix, n))).toBeLessThan(tolerance);
    expect(relativeTo(radius, spectralRadius(reflected(n, matrix, 7), n))).toBeLessThan(tolerance);
  }
});

it('a matrix that is none', () => {
  expect(() => spectralRadius(new Float64Array(5), 2)).toThrow(RangeError);
});
