import { describe, expect, it } from 'vitest';
import { digitPower, formatPower, sumContributions, summandSize } from '../../src/layout/contributions.ts';

describe('the gradient as a sum of places', () => {
  const contributions = {
    from: 1,
    to: 3,
    values: Float64Array.of(3, 4, 0, 1),
    rest: Float64Array.of(-1, 10),
  };

  it('adds up what the timesteps give and what the others give', () => {
    const { summands, total, others } = sumContributions(contributions, 2, 6);
    expect(summands.map(({ timestep }) => timestep)).toEqual([1, 2, null]);
    expect(summands.map(({ length }) => length)).toEqual([5, 1, Math.hypot(1, 10)]);
    expect([...total.values]).toEqual([2, 15]);
    expect(total.length).toBeCloseTo(Math.hypot(2, 15), 12);
    expect(others).toBe(4);
  });

  it('names no others where every timestep is shown', () => {
    const { summands, others } = sumContributions({ ...contributions, rest: new Float64Array(2) }, 2, 2);
    expect(others).toBe(0);
    expect(summands.map(({ timestep }) => timestep)).toEqual([1, 2]);
  });

  it('knows the largest entry of the steps and of all', () => {
    const { largest, largestOfStep } = sumContributions(contributions, 2, 6);
    expect(largestOfStep).toBe(4);
    expect(largest).toBe(15);
  });
});

it('small matrices have digits, larger ones colours within bounds', () => {
  expect(summandSize(3, 3).digits).toBe(true);
  for (const [rows, columns] of [
    [64, 64],
    [2048, 512],
    [40, 1],
    [3, 30],
  ]) {
    const { width, height, digits } = summandSize(rows, columns);
    expect(digits).toBe(false);
    expect(width).toBeLessThanOrEqual(110);
    expect(height).toBeLessThanOrEqual(150);
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  }
});

it('digits are written in units in which they have something to say', () => {
  for (const domain of [0.001, 0.02, 0.05, 0.1, 0.5, 2, 50]) {
    const unit = 10 ** digitPower(domain);
    expect(domain * unit).toBeGreaterThanOrEqual(0.5);
    if (domain < 0.5) expect(domain * unit).toBeLessThan(10);
  }
  expect(formatPower(12)).toBe('10⁻¹²');
});
