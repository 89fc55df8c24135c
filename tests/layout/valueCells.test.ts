import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBlock } from '../../src/layout/blocks.ts';
import { layoutNetwork } from '../../src/layout/network.ts';
import { placeCell, placeCellLetter } from '../../src/layout/valueCells.ts';

/** The scores of a network with room for columns of this width. */
function scores(letters: number, width: number, worded: boolean) {
  const layout = layoutNetwork({
    timesteps: 4,
    letters,
    hiddenSize: 64,
    layers: 1,
    cellState: true,
    worded,
    width,
    height: 700,
  });
  const block = findBlock(layout.blocks, 'logits');
  if (!block?.grid) throw new Error('scores have no cells');
  return { block, grid: block.grid, inner: layout.inner, columnWidth: layout.columnWidth };
}

const cases = fc.record({
  letters: fc.integer({ min: 1, max: 40 }),
  width: fc.integer({ min: 300, max: 1800 }),
  worded: fc.boolean(),
});

describe('cells of scores', () => {
  it('lie within their block and do not touch each other', () => {
    fc.assert(
      fc.property(cases, ({ letters, width, worded }) => {
        const { block, grid } = scores(letters, width, worded);
        const cells = Array.from({ length: grid.count }, (_, index) => placeCell(block, grid, index));
        for (const [index, { x, y, width, height }] of cells.entries()) {
          expect(x).toBeGreaterThanOrEqual(block.x);
          expect(y).toBeGreaterThanOrEqual(block.y);
          expect(x + width).toBeLessThanOrEqual(block.x + block.width);
          expect(y + height).toBeLessThanOrEqual(block.y + block.height);
          const next = cells[index + 1];
          if (next) expect(next.x >= x + width + 1 || next.y >= y + height + 1).toBe(true);
        }
      }),
    );
  });

  it('have their letters beneath a row or at the left of a column, within the column of the network', () => {
    fc.assert(
      fc.property(cases, ({ letters, width, worded }) => {
        const { block, grid, inner, columnWidth } = scores(letters, width, worded);
        const cell = placeCell(block, grid, 0);
        const place = placeCellLetter(block, grid, cell, worded ? 'happy' : 'h', inner, worded);
        if (place === null) return;
        expect(place.x - place.room / 2).toBeGreaterThanOrEqual(0);
        expect(place.x + place.room / 2).toBeLessThanOrEqual(columnWidth);
        if (grid.rows === 1) expect(place.y).toBeGreaterThan(cell.y + cell.height);
        else expect(place.x + place.room / 2).toBeLessThanOrEqual(cell.x);
      }),
    );
  });

  it('are without letters where these have no room', () => {
    const { block, grid } = scores(8, 700, false);
    expect(grid.rows).toBeGreaterThan(1);
    const cell = placeCell(block, grid, 0);
    expect(placeCellLetter(block, grid, cell, 'h', grid.width, false)).toBeNull();
    expect(placeCellLetter(block, grid, cell, 'h', grid.width + 40, false)).not.toBeNull();
  });
});
