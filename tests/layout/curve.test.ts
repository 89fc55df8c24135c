import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CurvePoints,
  curveFrom,
  curveLines,
  curveReach,
  layoutAxes,
  nearestPoint,
  shapingPoints,
  spreadIndices,
} from '../../src/layout/curve.ts';

/** Axes that fit one curve, with its lines. */
function layoutCurve(curve: CurvePoints, width: number, height: number) {
  const axes = layoutAxes(curveReach([curve]), width, height);
  return { ...axes, lines: curveLines(curve, axes) };
}

function points(count: number, stride: number, loss: (index: number) => number) {
  return {
    updates: Float64Array.from({ length: count }, (_, index) => index * stride),
    losses: Float64Array.from({ length: count }, (_, index) => loss(index)),
    accuracies: Float64Array.from({ length: count }, (_, index) => Math.min(1, index / count)),
  };
}

/** All corner points of a path of M, L, H and V commands. */
function corners(path: string): { x: number; y: number }[] {
  let x = 0;
  let y = 0;
  return [...path.matchAll(/([MLHV])([^MLHVZ]+)/g)].map(([, command, numbers]) => {
    const values = numbers.split(',').map(Number);
    if (command === 'V') y = values[0];
    else x = values[0];
    if (values.length > 1) y = values[1];
    return { x, y };
  });
}

describe('axes', () => {
  test('a run that has not begun has a full set of axes and one point at their left end', () => {
    const layout = layoutCurve(
      { updates: new Float64Array(1), losses: Float64Array.of(1.39), accuracies: Float64Array.of(0.25) },
      264,
      150,
    );
    expect(layout.x(0)).toBe(layout.left);
    expect(layout.updateTicks.map((tick) => tick.label)).toEqual(['0', '10', '20', '30', '40', '50']);
    expect(layout.lossTicks.map((tick) => tick.label)).toEqual(['0', '0.4', '0.8', '1.2', '1.6']);
    expect(layout.accuracyTicks.map((tick) => tick.label)).toEqual(['0%', '50%', '100%']);
    expect(layout.lossY(1.39)).toBeGreaterThan(layout.top);
  });

  test('a logarithmic axis has room for the start of a long run', () => {
    const long = points(1001, 4000, () => 1);
    const axes = layoutAxes(curveReach([long]), 264, 150, true);
    expect(axes.x(0)).toBe(axes.left);
    expect(axes.x(4_000_000)).toBeLessThan(axes.right);
    expect(axes.x(60) - axes.left).toBeGreaterThan(0.25 * (axes.right - axes.left));
    expect(axes.updateTicks.map((tick) => tick.label)).toEqual(['0', '10', '100', '1k', '10k', '100k', '1M']);
    const positions = axes.updateTicks.map((tick) => tick.position);
    for (let i = 1; i < positions.length; i++) expect(positions[i] - positions[i - 1]).toBeGreaterThan(25);
  });

  test('a logarithmic axis leaves powers of ten out where they have no room', () => {
    const axes = layoutAxes({ updates: 2e6, loss: 1 }, 160, 150, true);
    expect(axes.updateTicks.map((tick) => tick.label)).toEqual(['0', '100', '10k', '1M']);
  });

  test.each([false, true])('a place on the axis is that of one update (logarithmic: %s)', (isLogarithmic) => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 50, max: 1e9 }),
        (share, last) => {
          const axes = layoutAxes({ updates: last, loss: 1 }, 264, 150, isLogarithmic);
          const place = axes.left + share * (axes.right - axes.left);
          expect(axes.x(axes.updateAt(place))).toBeCloseTo(place, 6);
          expect(axes.updateAt(axes.left - 50)).toBe(0);
          expect(axes.updateAt(axes.right + 50) / last).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  test('long runs are counted in thousands and millions', () => {
    const labels = (last: number) =>
      layoutCurve(
        points(3, last / 2, () => 1),
        264,
        150,
      ).updateTicks.map((tick) => tick.label);
    expect(labels(1500)).toEqual(['0', '500', '1k', '1.5k', '2k']);
    expect(labels(3_000_000)).toEqual(['0', '1M', '2M', '3M', '4M']);
  });

  test('the axes stand still while the curve grows within them', () => {
    const tops = new Set<number>();
    const ends = new Set<number>();
    for (let last = 1; last <= 1000; last += 9) {
      const layout = layoutCurve(
        points(last + 1, 1, (index) => 1.5 + 0.2 * Math.sin(index)),
        264,
        150,
      );
      tops.add(layout.lossY(0) - layout.lossY(1));
      ends.add(layout.updateAt(layout.right));
    }
    expect(tops.size).toBe(1);
    expect(ends.size).toBeLessThan(16);
  });

  test('whatever the losses and the size, every mark is inside the drawing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 80, max: 900 }),
        (losses, stride, width) => {
          const layout = layoutCurve(
            points(losses.length, stride, (index) => losses[index]),
            width,
            150,
          );
          for (const { x, y } of [...corners(layout.lines.loss), ...corners(layout.lines.accuracy)]) {
            expect(x).toBeGreaterThanOrEqual(layout.left - 0.1);
            expect(x).toBeLessThanOrEqual(layout.right + 0.1);
            expect(y).toBeGreaterThanOrEqual(layout.top - 0.1);
            expect(y).toBeLessThanOrEqual(layout.bottom + 0.1);
          }
          expect(layout.lossTicks.length).toBeGreaterThan(1);
          expect(new Set(layout.lossTicks.map((tick) => tick.label)).size).toBe(layout.lossTicks.length);
        },
      ),
    );
  });

  test('a position names its update, and outside the plot the nearest end', () => {
    const layout = layoutCurve(
      points(101, 1, () => 1),
      264,
      150,
    );
    expect(layout.updateAt(layout.x(40))).toBeCloseTo(40, 9);
    expect(layout.updateAt(-50)).toBe(0);
    expect(layout.updateAt(5000)).toBe(120);
  });

  test('both vertical axes share their grid, whatever the losses', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (loss) => {
        const { lossTicks, accuracyTicks, top } = layoutCurve(
          points(3, 1, () => loss),
          264,
          156,
        );
        const grid = lossTicks.map((tick) => tick.position);
        expect(grid.at(-1)).toBeCloseTo(top, 6);
        for (const { position } of accuracyTicks) {
          expect(Math.min(...grid.map((line) => Math.abs(line - position)))).toBeLessThan(1e-6);
        }
      }),
    );
  });

  test('there is room to the right of the present update', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (last) => {
        const layout = layoutCurve(
          points(2, last, () => 1),
          264,
          156,
        );
        expect(layout.right - layout.x(last)).toBeGreaterThan(0.07 * (layout.x(last) - layout.left));
      }),
    );
  });
});

describe('paths', () => {
  test('accuracy is stepped: it has only horizontal and vertical parts', () => {
    const layout = layoutCurve(
      points(9, 5, () => 1),
      264,
      150,
    );
    const path = corners(layout.lines.accuracy);
    for (let i = 1; i < path.length; i++) {
      expect(path[i].x === path[i - 1].x || path[i].y === path[i - 1].y).toBe(true);
    }
  });

  test('two thousand points make a path no longer than the plot is wide', () => {
    const layout = layoutCurve(
      points(2000, 50, (index) => 2 + Math.sin(index)),
      264,
      150,
    );
    expect(corners(layout.lines.loss).length).toBeLessThanOrEqual(4 * (layout.right - layout.left + 1));
  });

  test('thinning keeps both ends and the extremes of every pixel column that is not level with its neighbours', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 40 }),
        (losses, perColumn) => {
          const { updates, losses: values } = points(losses.length, 1, (index) => losses[index]);
          const kept = shapingPoints(updates, values, (update) => Math.floor(update / perColumn));
          expect(kept[0]).toBe(0);
          expect(kept.at(-1)).toBe(losses.length - 1);
          expect([...new Set(kept)].sort((a, b) => a - b)).toEqual(kept);
          for (let start = 0; start < losses.length; start += perColumn) {
            const all = losses.slice(start, start + perColumn);
            const inside = kept.filter((index) => index >= start && index < start + perColumn);
            const before = kept.findLast((index) => index < start) ?? 0;
            const after = kept.find((index) => index >= start + perColumn) ?? losses.length - 1;
            const drawn = inside.length > 0 ? inside : [before, after];
            expect(Math.min(...drawn.map((index) => losses[index]))).toBe(Math.min(...all));
            expect(Math.max(...drawn.map((index) => losses[index]))).toBe(Math.max(...all));
            expect(inside.length).toBeLessThanOrEqual(4);
          }
        },
      ),
    );
  });

  test('an accuracy that rose once costs four points, however long it has settled', () => {
    const { updates, losses } = points(2000, 1, (index) => (index < 700 ? 0.75 : 1));
    expect(shapingPoints(updates, losses, (update) => Math.floor(update / 9))).toHaveLength(4);
  });
});

test('the nearest recorded point is found between strides and beyond the ends', () => {
  const updates = Float64Array.of(0, 10, 20, 23);
  expect([-3, 4, 6, 22, 99].map((update) => nearestPoint(updates, update))).toEqual([0, 0, 1, 3, 3]);
});

test('a long table is thinned to rows that are all different, both ends among them', () => {
  const rows = spreadIndices(2000, 50);
  expect(rows).toHaveLength(50);
  expect(new Set(rows).size).toBe(50);
  expect([rows[0], rows[49]]).toEqual([0, 1999]);
  expect(spreadIndices(3, 50)).toEqual([0, 1, 2]);
});

test('the axes have room for every curve that is drawn between them', () => {
  const short = points(11, 1, () => 1);
  const far = points(11, 40, () => 0.2);
  const high = points(11, 1, () => 7);
  const axes = layoutAxes(curveReach([short, far, high]), 264, 156);
  expect(axes.x(400)).toBeLessThan(axes.right);
  expect(axes.lossY(7)).toBeGreaterThan(axes.top);
  expect(curveReach([])).toEqual(curveReach([points(1, 1, () => 0)]));
});

test('what a curve has from an update on begins at the last point that is not later', () => {
  const curve = points(6, 10, (index) => index);
  const updates = (from: number) => [...curveFrom(curve, from).updates];
  expect(updates(20)).toEqual([20, 30, 40, 50]);
  expect(updates(29)).toEqual([20, 30, 40, 50]);
  expect(updates(-1)).toEqual([...curve.updates]);
  expect([...curveFrom(curve, 99).losses]).toEqual([5]);
});
