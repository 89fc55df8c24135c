import { describe, expect, it } from 'vitest';
import { frameArrow, placeMatrixLabel } from '../../src/layout/matrixLabel.ts';
import { layoutNetwork } from '../../src/layout/network.ts';
import type { Link } from '../../src/layout/networkLinks.ts';

function networkOf(timesteps: number, width: number) {
  return layoutNetwork({
    timesteps,
    letters: 4,
    hiddenSize: 3,
    layers: 1,
    cellState: false,
    width,
    height: 560,
  });
}

function linkOf(links: readonly Link[], matrix: Link['matrix']): Link {
  const link = links.find((each) => each.matrix === matrix);
  if (!link) throw new Error(`no arrow of ${matrix}`);
  return link;
}

function placed(timesteps: number, width: number, matrix: Link['matrix']) {
  const { links, columnWidth } = networkOf(timesteps, width);
  const link = linkOf(links, matrix);
  const label = placeMatrixLabel(link, { columnWidth, layered: false, end: link.x2, fold: 0 });
  return { link, label, columnWidth };
}

describe('placeMatrixLabel', () => {
  it('centres the recurrent name in the gap between two blocks, on a phone too', () => {
    for (const [timesteps, width] of [
      [4, 836],
      [7, 836],
      [4, 362],
    ]) {
      const { link, label } = placed(timesteps, width, 'W_hh');
      expect(label?.x).toBe((link.x1 + link.x2) / 2);
      expect(label?.width).toBeLessThanOrEqual(link.x2 - link.x1);
      expect(link.y1 - (label?.y ?? 0)).toBeLessThan(12);
    }
  });

  it('stands it upright where the gap is too narrow, and turns it level on the loop', () => {
    const { link, columnWidth } = placed(4, 836, 'W_hh');
    const narrow = { ...link, x2: link.x1 + 15, top: link.y1 - 40 };
    const options = { columnWidth, layered: false, end: narrow.x2 };
    const upright = placeMatrixLabel(narrow, { ...options, fold: 0 });
    expect(upright?.turn).toBe(-90);
    expect((upright?.y ?? Infinity) + (upright?.width ?? Infinity) / 2).toBeLessThan(link.y1);
    const low = placeMatrixLabel({ ...narrow, top: link.y1 - 12 }, { ...options, fold: 0 });
    expect((low?.y ?? 0) - (low?.width ?? Infinity) / 2).toBeGreaterThan(link.y1);
    expect(placeMatrixLabel(narrow, { ...options, fold: 1 })).toMatchObject({ fontSize: 12.5, turn: 0 });
  });

  it('has room for the layer in the columns of a phone', () => {
    const { links, columnWidth } = networkOf(40, 362);
    for (const matrix of ['W_xh', 'W_hh'] as const) {
      const link = linkOf(links, matrix);
      expect(placeMatrixLabel(link, { columnWidth, layered: true, end: link.x2, fold: 0 })).not.toBeNull();
    }
  });

  it('keeps the other names within their column', () => {
    for (const matrix of ['W_xh', 'W_hy'] as const) {
      const { label, columnWidth } = placed(4, 362, matrix);
      expect((label?.x ?? 0) + (label?.width ?? Infinity)).toBeLessThanOrEqual(columnWidth);
    }
  });
});

describe('frameArrow', () => {
  it('holds the arrow and its name, and leaves the blocks free', () => {
    const { link, label } = placed(4, 836, 'W_hy');
    const frame = frameArrow(link, label);
    expect(frame.y).toBeGreaterThanOrEqual(link.y2 - 3);
    expect(frame.y + frame.height).toBeLessThanOrEqual(link.y1 + 3);
    expect(frame.x).toBeLessThan(link.x1);
    expect(frame.x + frame.width).toBeGreaterThan((label?.x ?? 0) + (label?.width ?? 0));
  });
});
