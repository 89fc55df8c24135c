import { describe, expect, it } from 'vitest';
import {
  addsUp,
  colourEnd,
  digitPower,
  digitsAddUp,
  formatPower,
  formatTerms,
  joinTerms,
  sumContributions,
} from '../../src/layout/contributions.ts';

const GRADIENTS = {
  from: 1,
  to: 3,
  values: Float64Array.of(3, 4, 0, 1),
  rest: Float64Array.of(-1, 10),
  step: {
    carried: Float64Array.of(0.5, 0),
    scale: Float64Array.of(-0.1, -0.2),
    clipping: 1,
    rounding: null,
  },
};

describe('the gradient as a sum of places', () => {
  it('adds up what the timesteps give and what the others give', () => {
    const { summands, total, others } = sumContributions(GRADIENTS, 6, 'gradient');
    expect(summands.map(({ timestep }) => timestep)).toEqual([1, 2, null]);
    expect(summands.map(({ length }) => length)).toEqual([5, 1, Math.hypot(1, 10)]);
    expect([...total.values]).toEqual([2, 15]);
    expect(total.length).toBeCloseTo(Math.hypot(2, 15), 12);
    expect(others).toBe(4);
  });

  it('names no others where every timestep is shown', () => {
    const { summands, others } = sumContributions({ ...GRADIENTS, rest: new Float64Array(2) }, 2, 'gradient');
    expect(others).toBe(0);
    expect(summands.map(({ timestep }) => timestep)).toEqual([1, 2]);
  });

  it('knows the largest entry of the steps and of all', () => {
    const { largest, largestOfStep } = sumContributions(GRADIENTS, 6, 'gradient');
    expect(largestOfStep).toBe(4);
    expect(largest).toBe(15);
  });
});

describe('the next change as a sum of places', () => {
  it('adds what earlier updates left to the scaled gradients', () => {
    const { summands, total } = sumContributions(GRADIENTS, 6, 'change');
    expect(summands.map(({ kind }) => kind)).toEqual(['carried', 'step', 'step', 'others']);
    const expected = [
      [0.5, 0],
      [-0.3, -0.8],
      [0, -0.2],
      [0.1, -2],
    ];
    for (const [which, { values }] of summands.entries()) {
      for (const [i, value] of values.entries()) expect(value).toBeCloseTo(expected[which][i], 12);
    }
    expect(total.kind).toBe('sum');
    expect(total.values[0]).toBeCloseTo(0.3, 12);
    expect(total.values[1]).toBeCloseTo(-3, 12);
  });

  it('has no place for earlier updates that left nothing', () => {
    const step = { ...GRADIENTS.step, carried: new Float64Array(2) };
    const { summands } = sumContributions({ ...GRADIENTS, step }, 2, 'change');
    expect(summands.map(({ kind }) => kind)).toEqual(['step', 'step']);
  });

  it('is the gradient where the change is not known', () => {
    const { total } = sumContributions({ ...GRADIENTS, step: null }, 6, 'change');
    expect([...total.values]).toEqual([2, 15]);
  });
});

it('colours end where hardly a value of any part is beyond', () => {
  const part = (values: Float64Array) => ({ kind: 'step', timestep: 0, values, length: 1 }) as const;
  const many = Float64Array.from(
    { length: 20_000 },
    (_, i) => (i % 2 ? -1 : 1) * ((i * 7919) % 1000) * 0.001,
  );
  const odd = many.slice();
  odd[0] = 50;
  const none = new Float64Array(20_000);
  expect(colourEnd([part(odd), part(none)])).toBeCloseTo(0.99, 1);
  expect(colourEnd([part(none)])).toBe(0);
  none[1] = 4;
  expect(colourEnd([part(none)])).toBe(4);
  expect(colourEnd([part(Float64Array.of(-3))])).toBe(3);
});

it('digits are written in units in which they have something to say', () => {
  for (const domain of [0.001, 0.02, 0.05, 0.1, 0.5, 2, 50]) {
    const unit = 10 ** digitPower(domain);
    expect(domain * unit).toBeGreaterThanOrEqual(0.5);
    if (domain < 0.5) expect(domain * unit).toBeLessThan(10);
  }
  expect(formatPower(12)).toBe('10⁻¹²');
});

describe('the sum of one entry', () => {
  it('has as many decimals as its parts need', () => {
    expect([0.2, -0.01].map(formatTerms([0.2, -0.01]))).toEqual(['0.2000', '−0.0100']);
    expect([0.00012, -1e-5, -1e-9].map(formatTerms([0.00012, -1e-5, -1e-9]))).toEqual([
      '0.000120',
      '−0.000010',
      '0.000000',
    ]);
    expect(formatTerms([0])(0)).toBe('0.0000');
  });

  it('adds up only where the digits do', () => {
    expect(addsUp(['0.30', '0', '−0.14', '−0.06', '0.10'], '0.19')).toBe(false);
    expect(addsUp(['0.30', '0', '−0.14', '−0.06', '0.10'], '0.20')).toBe(true);
    const digits = (...values: number[]) => ({ values: Float64Array.from(values), power: 1 });
    expect(digitsAddUp([digits(0.03, 0.0004), digits(0.02, 0.0004)], digits(0.05, 0.0008))).toBe(false);
    expect(digitsAddUp([digits(0.03, 0.01), digits(0.02, 0.01)], digits(0.05, 0.02))).toBe(true);
  });

  it('is written with its signs', () => {
    expect(joinTerms(['−0.2', '0.1', '−0.4'])).toBe('−0.2 + 0.1 − 0.4');
  });
});
