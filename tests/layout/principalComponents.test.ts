import { describe, expect, it } from 'vitest';
import { coordinates, principalComponents } from '../../src/layout/principalComponents.ts';

/** Numbers without a pattern, the same each time. */
function scattered(length: number, seed = 1): Float64Array {
  let state = seed;
  return Float64Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647 - 0.5;
  });
}

const all = (values: Float64Array, size: number) => ({
  values,
  first: 0,
  stride: 1,
  count: values.length / size,
  size,
});

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i], 0);

describe('principal components', () => {
  it('of points on a plane are its two directions, with all of the variance', () => {
    const weights = scattered(80, 3);
    const [u, v] = [
      [0.6, 0, 0.8, 0],
      [0, 1, 0, 0],
    ];
    const points = Float64Array.from({ length: 160 }, (_, k) => {
      const i = Math.floor(k / 4);
      return 5 + 4 * weights[i] * u[k % 4] + weights[40 + i] * v[k % 4];
    });
    const { axes, shares, mean } = principalComponents(all(points, 4), 2);
    expect(shares[0] + shares[1]).toBeCloseTo(1, 10);
    expect(shares[0]).toBeGreaterThan(shares[1]);
    expect(Math.abs(axes[0][0] * 0.8 - axes[0][2] * 0.6)).toBeLessThan(1e-9);
    for (let i = 0; i < 40; i++) {
      const point = points.subarray(i * 4, i * 4 + 4);
      const [a, b] = coordinates({ axes, mean }, point);
      const back = mean.map((value, j) => value + a * axes[0][j] + b * axes[1][j]);
      back.forEach((value, j) => {
        expect(value).toBeCloseTo(point[j], 8);
      });
    }
  });

  it.each([
    ['more points than dimensions', 60, 7],
    ['fewer points than dimensions', 5, 64],
    ['as many as a large network gives', 200, 512],
  ])('are orthonormal, settled and largest first: %s', (_, count, size) => {
    const values = scattered(count * size);
    const { axes, shares, mean } = principalComponents(all(values, size), 2);
    expect(dot(axes[0], axes[0])).toBeCloseTo(1, 10);
    expect(dot(axes[1], axes[1])).toBeCloseTo(1, 10);
    expect(dot(axes[0], axes[1])).toBeCloseTo(0, 10);
    const along = [0, 1].map((j) =>
      Array.from(
        { length: count },
        (_, i) => coordinates({ axes, mean }, values.subarray(i * size, (i + 1) * size))[j],
      ),
    );
    const variance = along.map((each) => each.reduce((sum, value) => sum + value * value, 0));
    expect(variance[0]).toBeGreaterThanOrEqual(variance[1]);
    expect(shares[0] / shares[1]).toBeCloseTo(variance[0] / variance[1], 6);
    // Uncorrelated along the axes: what makes them principal.
    const covariance = along[0].reduce((sum, value, i) => sum + value * along[1][i], 0);
    expect(Math.abs(covariance)).toBeLessThan(1e-3 * variance[1]);
  });

  it('are the same each time, and keep the side of those before', () => {
    const values = scattered(40 * 6);
    const once = principalComponents(all(values, 6), 2);
    expect(principalComponents(all(values, 6), 2)).toEqual(once);
    const turned = once.axes.map((axis) => axis.map((entry) => -entry));
    const kept = principalComponents(all(values, 6), 2, turned);
    expect(dot(kept.axes[0], once.axes[0])).toBeCloseTo(-1, 10);
    expect(dot(kept.axes[1], once.axes[1])).toBeCloseTo(-1, 10);
  });

  it('of points that are all the same have directions but no variance', () => {
    const { axes, shares } = principalComponents(all(new Float64Array(5 * 4).fill(2), 4), 2);
    expect(shares).toEqual([0, 0]);
    expect(dot(axes[0], axes[1])).toBeCloseTo(0, 10);
    expect(dot(axes[0], axes[0])).toBeCloseTo(1, 10);
  });

  it('take every n-th point where they are told to', () => {
    const values = scattered(30 * 5);
    const picked = Float64Array.from(
      { length: 10 * 5 },
      (_, k) => values[(1 + 3 * Math.floor(k / 5)) * 5 + (k % 5)],
    );
    const strided = principalComponents({ values, first: 1, stride: 3, count: 9, size: 5 }, 2);
    expect(strided).toEqual(principalComponents({ ...all(picked, 5), count: 9 }, 2));
  });
});
