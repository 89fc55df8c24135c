import { describe, expect, it } from 'vitest';
import { exp, log, logistic, tanh } from '../../src/engine/activations.ts';
import { createRandom } from '../../src/engine/random.ts';

/** Distance of two doubles in units in the last place of the larger one. */
function unitsApart(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  const bits = new BigInt64Array(Float64Array.of(Math.abs(a), Math.abs(b)).buffer);
  return a < 0 === b < 0 ? Math.abs(Number(bits[0] - bits[1])) : Number.POSITIVE_INFINITY;
}

function worst(own: (x: number) => number, known: (x: number) => number, low: number, high: number): number {
  const random = createRandom(5);
  let most = 0;
  for (let i = 0; i < 50_000; i++) {
    const x = low + (high - low) * random.uniform();
    most = Math.max(most, unitsApart(own(x), known(x)));
  }
  return most;
}

describe('within a few ulp of the built-in function', () => {
  it.each([
    ['exp', exp, Math.exp, -745, 709],
    ['exp around 0', exp, Math.exp, -1, 1],
    ['exp where the result is subnormal', exp, Math.exp, -745, -708],
    ['tanh', tanh, Math.tanh, -25, 25],
    ['tanh where the formula changes', tanh, Math.tanh, 0.5, 0.75],
    ['tanh around 0', tanh, Math.tanh, -1e-3, 1e-3],
    ['log', log, Math.log, 0, 1e300],
    ['log around 1', log, Math.log, 0.5, 2],
    ['log of subnormal numbers', log, Math.log, 0, 2e-308],
    ['logistic', logistic, (x: number) => 1 / (1 + Math.exp(-x)), -30, 30],
  ])('%s', (_, own, known, low, high) => {
    expect(worst(own, known, low, high)).toBeLessThanOrEqual(4);
  });
});

describe('at the edges', () => {
  const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

  it.each([
    ['exp', exp, Math.exp],
    ['tanh', tanh, Math.tanh],
    ['log', log, Math.log],
  ])('%s is what the built-in one is', (_, own, known) => {
    for (const x of [0, -0, 1, infinity, -infinity, nan, 1e-320, -1e-320, 1e300, -1e300, 710, -746]) {
      expect(unitsApart(own(x), known(x)), String(x)).toBeLessThanOrEqual(1);
    }
  });

  it('exp overflows and underflows where doubles do', () => {
    expect(exp(709.782712893384)).toBeLessThan(infinity);
    expect(exp(709.7827128933841)).toBe(infinity);
    expect(exp(-745.1332191019411)).toBe(Number.MIN_VALUE);
    expect(exp(-745.1332191019412)).toBe(0);
  });

  it('logistic saturates without NaN and is exact in its far tail', () => {
    expect([infinity, 800, -800, -infinity].map(logistic)).toEqual([1, 1, 0, 0]);
    expect(logistic(-740)).toBe(exp(-740));
    expect(logistic(nan)).toBeNaN();
  });
});

it('tanh is odd and never beyond 1', () => {
  const random = createRandom(6);
  const positive = Array.from({ length: 10_000 }, () => 40 * random.uniform());
  expect(positive.filter((x) => tanh(-x) !== -tanh(x) || tanh(x) > 1)).toEqual([]);
});
