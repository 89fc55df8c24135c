import { describe, expect, test } from 'vitest';
import { placeMarks, placeNumbers } from '../../src/layout/curveMarks.ts';

const placed = (updates: readonly number[], pixels: number) =>
  placeMarks(
    updates.map((update) => ({ update })),
    (update) => pixels * update,
  ).map(({ position, items }) => [position, items.map(({ update }) => update)]);

describe('marks of interventions', () => {
  test('next to each other stand each at its own update', () => {
    expect(placed([20, 30], 1.2)).toEqual([
      [24, [20]],
      [36, [30]],
    ]);
  });

  test('that would lie over each other share a symbol in the middle', () => {
    expect(placed([0, 2, 4, 30, 30], 2)).toEqual([
      [4, [0, 2, 4]],
      [60, [30, 30]],
    ]);
  });

  test('that share one never reach another symbol', () => {
    // The ring of the last two would reach the first, which was clear of either.
    expect(placed([0, 10, 11], 1)).toEqual([[5.5, [0, 10, 11]]]);
    const positions = placed([0, 3, 9, 10, 16, 17, 29, 36, 44, 45, 60], 1).map(([position]) =>
      Number(position),
    );
    const gaps = positions.slice(1).map((position, index) => position - positions[index]);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10);
  });
});

test('numbers at the ends of lines are piled up where they would lie over each other', () => {
  const ends = [
    { x: 10, y: 50 },
    { x: 12, y: 48 },
    { x: 40, y: 50 },
    { x: 11, y: 40 },
  ];
  const ys = placeNumbers(ends).map(({ y }) => y);
  expect(ys[0]).toBe(50);
  expect(ys[2]).toBe(50);
  const heap = [ys[0], ys[1], ys[3]].toSorted((one, other) => one - other);
  expect(heap[1] - heap[0]).toBeGreaterThanOrEqual(11);
  expect(heap[2] - heap[1]).toBeGreaterThanOrEqual(11);
});
