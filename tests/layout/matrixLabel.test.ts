import { describe, expect, it } from 'vitest';
import { loopApex, loopEnd } from '../../src/layout/fold.ts';
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
  const { links, inner } = networkOf(timesteps, width);
  const link = linkOf(links, matrix);
  const label = placeMatrixLabel(link, { inner, layered: false, end: link.x2, fold: 0 });
  return { link, label, inner };
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

  it('leaves it out where the gap is too narrow, until there is room on the loop', () => {
    const { link, inner } = placed(4, 836, 'W_hh');
    const narrow = { ...link, x2: link.x1 + 15 };
    const options = { inner, layered: false, end: narrow.x2 };
    expect(placeMatrixLabel(narrow, { ...options, fold: 0 })).toBeNull();
    expect(placeMatrixLabel(narrow, { ...options, fold: 1 })).toMatchObject({ fontSize: 12.5 });
  });

  it('has room for the layer in the columns of a phone', () => {
    const { links, inner } = networkOf(40, 362);
    const link = linkOf(links, 'W_xh');
    expect(placeMatrixLabel(link, { inner, layered: true, end: link.x2, fold: 0 })).not.toBeNull();
  });

  it('keeps the other names within the frame of the selected column, off its line', () => {
    for (const matrix of ['W_xh', 'W_hy'] as const) {
      for (const [timesteps, width] of [
        [4, 362],
        [40, 836],
      ]) {
        const { label, link, inner } = placed(timesteps, width, matrix);
        expect((label?.x ?? 0) + (label?.width ?? Infinity)).toBeLessThan(link.x1 + inner / 2 + 3);
        const layered = placeMatrixLabel(link, { inner, layered: true, end: link.x2, fold: 0 });
        if (layered) expect(layered.x + layered.width).toBeLessThan(link.x1 + inner / 2 + 3);
      }
    }
  });
});

describe('while the network is folded', () => {
  it.each([0.25, 0.5, 0.75, 1])('at %d names and the loop leave each other free', (fold) => {
    const { links, inner, columnWidth } = networkOf(4, 836);
    const [loop, up] = [linkOf(links, 'W_hh'), linkOf(links, 'W_hy')];
    const end = loopEnd(loop, columnWidth, fold).x;
    const name = placeMatrixLabel(loop, { inner, layered: false, end, fold });
    // A loop bulges by less than a fifth of its lean of 84 pixels.
    expect((name?.x ?? 0) - (name?.width ?? 0) / 2).toBeGreaterThan(loop.x1 + 17);
    expect(name?.y).toBeCloseTo(loopApex(loop), 9);
    const above = placeMatrixLabel(up, { inner, layered: false, end: up.x2, fold });
    expect((above?.y ?? 0) + 5).toBeLessThan(loopApex(loop));
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
