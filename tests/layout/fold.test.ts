import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldColumns, loopEnd, recurrentPath } from '../../src/layout/fold.ts';
import { layoutNetwork } from '../../src/layout/network.ts';

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
  it('is straight in the unrolled network', () => {
    const { x1, x2, y1 } = recurrent;
    expect(recurrentPath(recurrent, layout.columnWidth, 0)).toBe(
      `M${x1} ${y1}C${x1} ${y1} ${x2} ${y1} ${x2} ${y1}`,
    );
  });

  it('ends at the left of its own block in the folded one', () => {
    const { x, y } = loopEnd(recurrent, layout.columnWidth, 1);
    expect(x).toBeCloseTo(recurrent.entersAt, 9);
    expect(x).toBeLessThan(recurrent.x1);
    expect(y).toBe(recurrent.y1);
  });

  it('never crosses what is written in its own block', () => {
    const { x1, entersAt, top } = recurrent;
    for (let fold = 0.01; fold <= 1; fold += 0.01) {
      for (const { x, y } of pointsOf(recurrentPath(recurrent, layout.columnWidth, fold))) {
        if (x > entersAt + 10 && x < x1 - 10) expect(y).toBeLessThanOrEqual(top + 1);
      }
    }
  });
});
