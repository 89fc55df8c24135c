import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldColumns, recurrentLoop } from '../../src/layout/fold.ts';
import { layoutNetwork } from '../../src/layout/network.ts';
import { cardEdge } from '../../src/layout/networkLinks.ts';

const layout = layoutNetwork({
  timesteps: 4,
  letters: 4,
  hiddenSize: 3,
  layers: 1,
  cellState: false,
  width: 800,
  height: 600,
});
const view = { columns: [0, 1, 2, 3], layout, scrollLeft: 0, viewWidth: 700, selected: 2 };
const recurrent = layout.links.filter((link) => link.recurrent)[0];

describe('the columns between unrolled and folded', () => {
  it('stand where the unrolled network has them while nothing is folded', () => {
    const cards = foldColumns({ ...view, scrollLeft: 30, fold: 0 });
    expect(cards.map(({ x }) => x)).toEqual(
      [0, 1, 2, 3].map((t) => layout.lead + t * layout.columnWidth - 30),
    );
  });

  it('lie on one place in the middle when all is folded, the selected one on top', () => {
    const cards = foldColumns({ ...view, fold: 1 });
    for (const { x } of cards) expect(x).toBeCloseTo((700 - layout.columnWidth) / 2, 9);
    expect(cards.find(({ depth }) => depth === 0)?.t).toBe(2);
  });

  it('keep their order and come closer the more is folded', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.99, noNaN: true }), (fold) => {
        const xs = foldColumns({ ...view, fold }).map(({ x }) => x);
        for (let t = 1; t < xs.length; t++) {
          expect(xs[t] - xs[t - 1]).toBeCloseTo(layout.columnWidth * (1 - fold), 6);
        }
      }),
    );
  });

  it('say what of them is not covered: all that overlaps a nearer one is', () => {
    const unrolled = foldColumns({ ...view, fold: 0 });
    for (const { from, to } of unrolled) expect(to - from).toBeCloseTo(layout.inner + 10, 9);
    const [first, second, top, last] = foldColumns({ ...view, fold: 0.5 });
    expect(first.x + first.to).toBeCloseTo(second.x + second.from, 9);
    expect(top.to - top.from).toBeCloseTo(layout.inner + 10, 9);
    expect(last.x + last.from).toBeGreaterThan(top.x + top.to);
  });

  it('include the selected one though it is scrolled out of sight', () => {
    expect(foldColumns({ ...view, columns: [0, 1], fold: 0.5 }).map(({ t }) => t)).toEqual([0, 1, 2]);
  });
});

/** Points along a cubic curve. */
function pointsOf(path: string): { x: number; y: number }[] {
  const [x0, y0, x1, y1, x2, y2, x3, y3] = (path.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  return Array.from({ length: 101 }, (_, index) => {
    const [u, v] = [index / 100, 1 - index / 100];
    const at = (a: number, b: number, c: number, d: number) =>
      v ** 3 * a + 3 * v * v * u * b + 3 * v * u * u * c + u ** 3 * d;
    return { x: at(x0, x1, x2, x3), y: at(y0, y1, y2, y3) };
  });
}

describe('an arrow to the next timestep', () => {
  const loopAt = (fold: number) => recurrentLoop(recurrent, layout.inner, fold);
  const folds = Array.from({ length: 101 }, (_, index) => index / 100);

  it('is straight in the unrolled network', () => {
    const { x2, y1 } = recurrent;
    expect(loopAt(0)).toMatchObject({ end: { x: x2, y: y1 }, tilt: 0 });
    for (const { y } of pointsOf(loopAt(0).path)) expect(y).toBeCloseTo(y1, 9);
  });

  it('comes back into its own block, from the side where it left, in the folded one', () => {
    const { end, tilt } = loopAt(1);
    expect(end.x).toBeCloseTo(recurrent.x1, 9);
    expect(tilt).toBe(180);
    expect(end.y).toBeGreaterThan(recurrent.y1);
  });

  it('ends on the next card until all is folded', () => {
    for (const fold of folds.slice(0, 90)) {
      expect(loopAt(fold).end.x).toBeGreaterThan(cardEdge(recurrent, layout.inner));
    }
  });

  it('stays beside its block and at its height, where no other arrow is', () => {
    const { x1, y1, top } = recurrent;
    for (const fold of folds) {
      const points = pointsOf(loopAt(fold).path);
      expect(Math.min(...points.map(({ x }) => x))).toBeGreaterThanOrEqual(x1);
      expect(Math.max(...points.map(({ y }) => Math.abs(y - y1)))).toBeLessThan(y1 - top);
    }
  });

  it('moves by little from one position to the next', () => {
    for (const fold of folds.slice(1)) {
      const [before, after] = [loopAt(fold - 0.01), loopAt(fold)];
      expect(Math.hypot(after.end.x - before.end.x, after.end.y - before.end.y)).toBeLessThan(3);
    }
  });
});
