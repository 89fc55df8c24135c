import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Disc, placeLabels, setApart } from '../../../src/ui/place/pathLabels.ts';

const disc = (x: number, y: number, fixed = false): Disc => ({ x, y, radius: 10, fixed, width: 40 });

it('leaves discs that do not overlap where they are', () => {
  const discs = [disc(0, 0, true), disc(30, 0), disc(0, 40)];
  expect(setApart(discs)).toEqual(discs.map(({ x, y }) => ({ x, y })));
});

it('sets few discs apart wherever they are, but never the one that stays', () => {
  const coordinate = fc.integer({ min: -60, max: 60 });
  fc.assert(
    fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 4 }), (spots) => {
      const places = setApart([disc(0, 0, true), ...spots.map(([x, y]) => disc(x, y))]);
      expect(places[0]).toEqual({ x: 0, y: 0 });
      for (const [a, one] of places.entries()) {
        for (const other of places.slice(a + 1)) {
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(20);
        }
      }
    }),
  );
});

it('writes at the right of a disc where nothing is in the way', () => {
  expect(placeLabels([disc(0, 0)], 150)[0]).toMatchObject({ y: 0, side: 1, led: false });
});

it('keeps words off other discs, other words, the path and the frame', () => {
  const [first, second] = placeLabels([disc(0, 0), disc(25, 0)], 150);
  expect(first.side).toBe(-1);
  expect(second.side).toBe(1);
  // The path leaves to the right and comes back from the left.
  const [, between] = placeLabels([disc(-140, 0), disc(0, 0), disc(140, 0)], 200);
  expect(between.y).not.toBe(0);
  expect(placeLabels([disc(140, 0)], 150)[0].side).toBe(-1);
});
