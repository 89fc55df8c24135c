import { assert, double, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { isWithinLimits, LIMITS } from '../../src/state/config.ts';
import { steppedNumber, typedNumber } from '../../src/ui/typedNumber.ts';

test.for<[string, number]>([
  ['0.05', 0.05],
  ['0,05', 0.05],
  ['0,125', 0.125],
  ['.5', 0.5],
  ['5.', 5],
  [' 1e-3 ', 0.001],
  ['1E2', 100],
  ['+2', 2],
  ['０．５', 0.5],
])('"%s" is read as %d', ([text, value]) => {
  expect(typedNumber('learningRate', text)).toBe(value);
});

test.for(['', ' ', '1,000', '1,000.5', '1.2.3', '0x10', '1e', 'e5', '--1', '−1', 'Infinity', '1e999', '한'])(
  '"%s" is not a learning rate',
  (text) => {
    expect(typedNumber('learningRate', text)).toBeNull();
  },
);

test('a whole number has no comma, which would be read in two ways, and no fraction', () => {
  expect(typedNumber('seed', '1,000')).toBeNull();
  expect(typedNumber('seed', '1.5')).toBeNull();
  expect(typedNumber('seed', '1000')).toBe(1000);
});

test('round numbers follow each other', () => {
  const up = [0.01];
  for (let press = 0; press < 6; press += 1) up.push(steppedNumber('learningRate', up[press], 1));
  expect(up).toEqual([0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]);
  expect(up.toReversed().map((value) => steppedNumber('learningRate', value, -1))).toEqual([
    0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005,
  ]);
});

test('a step moves towards its side and stays within the limits', () => {
  const { min, max } = LIMITS.learningRate;
  assert(
    property(double({ min, max, noNaN: true }), (value) => {
      const up = steppedNumber('learningRate', value, 1);
      const down = steppedNumber('learningRate', value, -1);
      expect(up === max || up > value).toBe(true);
      expect(down === min || down < value).toBe(true);
      expect(isWithinLimits('learningRate', up) && isWithinLimits('learningRate', down)).toBe(true);
    }),
  );
});

test('whole numbers go by one', () => {
  assert(
    property(integer({ min: 1, max: 511 }), (units) => {
      expect(steppedNumber('hiddenSize', units, 1)).toBe(units + 1);
    }),
  );
  expect(steppedNumber('hiddenSize', 512, 1)).toBe(512);
  expect(steppedNumber('seed', 0, -1)).toBe(0);
});
