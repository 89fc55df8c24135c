import { expect, test } from 'vitest';
import { type CurvePoints, curveReach, layoutAxes } from '../../src/layout/curve.ts';
import { placeLevelName } from '../../src/layout/levelName.ts';

const WIDTH = 110;

function placeAt(ceiling: number, curves: readonly CurvePoints[]) {
  const axes = layoutAxes(curveReach(curves), 268, 156);
  const level = axes.accuracyY(ceiling);
  return { axes, level, place: placeLevelName(level, WIDTH, curves, axes) };
}

/** `count` updates long, from update 0. */
function curve(
  count: number,
  loss: (update: number) => number,
  accuracy: (update: number) => number,
): CurvePoints {
  const updates = Float64Array.from({ length: count }, (_, update) => update);
  return { updates, losses: updates.map(loss), accuracies: updates.map(accuracy) };
}

test.each([30, 60, 400])(
  'a curve of %d updates that learns leaves the right end above the line free',
  (count) => {
    const learning = curve(
      count,
      (update) => 1.36 * Math.exp(-update / 60),
      (update) => (update < 10 ? 0.5 : 0.75),
    );
    const { axes, level, place } = placeAt(0.75, [learning]);
    expect(place).toEqual({ x: axes.right - 8, y: level - 5, anchor: 'end' });
  },
);

test('a loss that stays high there sends the name below the line', () => {
  const stuck = curve(
    50,
    () => 1.36,
    () => 0.2,
  );
  const { level, place } = placeAt(0.8, [stuck]);
  expect(place).toMatchObject({ y: level + 13, anchor: 'end' });
});

test('of a line at the top the name stands below, where the accuracy is not', () => {
  const rising = curve(
    100,
    () => 0.1,
    (update) => (update < 60 ? 0.3 : 0.9),
  );
  const { axes, level, place } = placeAt(1, [rising]);
  expect(level).toBe(axes.top);
  expect(place).toEqual({ x: axes.left + 8, y: level + 13, anchor: 'start' });
});

test('a playhead or an intervention through the name sends it elsewhere', () => {
  const low = curve(
    100,
    () => 0.1,
    () => 0.2,
  );
  const axes = layoutAxes(curveReach([low]), 268, 156);
  const level = axes.accuracyY(0.75);
  expect(placeLevelName(level, WIDTH, [low], axes).anchor).toBe('end');
  expect(placeLevelName(level, WIDTH, [low], axes, [axes.right - 40]).anchor).toBe('start');
  expect(placeLevelName(level, WIDTH, [low], axes, [axes.right - 40, axes.left + 20]).anchor).not.toBe('end');
});

test('another future counts as the present one does', () => {
  const learning = curve(
    100,
    (update) => 1.36 * Math.exp(-update / 20),
    () => 0.5,
  );
  const worse = curve(
    100,
    () => 1.3,
    () => 0.5,
  );
  const alone = placeAt(0.75, [learning]);
  const both = placeAt(0.75, [learning, worse]);
  expect(alone.place.y).toBeLessThan(alone.level);
  expect(both.place.y).toBeGreaterThan(both.level);
});

test('between two upright lines it stands where there is room for it', () => {
  const low = curve(
    100,
    () => 0.1,
    () => 0.2,
  );
  const axes = layoutAxes(curveReach([low]), 268, 156);
  const uprights = [axes.left + 20, axes.left + 20 + WIDTH + 10, axes.right - 10];
  const { x, anchor } = placeLevelName(axes.accuracyY(0.75), WIDTH, [low], axes, uprights);
  expect(anchor).toBe('middle');
  expect(x - WIDTH / 2).toBeGreaterThan(uprights[0]);
  expect(x + WIDTH / 2).toBeLessThan(uprights[1]);
});
