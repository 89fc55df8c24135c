import { describe, expect, it } from 'vitest';
import { frameArrow, placeMatrixLabel } from '../../src/layout/matrixLabel.ts';
import { layoutNetwork } from '../../src/layout/network.ts';
import { cardEdge, type Link } from '../../src/layout/networkLinks.ts';

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
  const label = placeMatrixLabel(link, { inner, layered: false, fold: 0 });
  return { link, label, inner };
}

describe('placeMatrixLabel', () => {
  it('centres the recurrent name in the gap between the frames of two columns', () => {
    const { link, label } = placed(4, 836, 'W_hh');
    expect(label?.x).toBe((link.x1 + link.x2) / 2);
    expect(link.y1 - (label?.y ?? 0)).toBeLessThan(12);
  });

  it('leaves it at the arrow where it has room between the frame of the selected column and the next block', () => {
    for (const [timesteps, width, layered] of [
      [4, 504, false],
      [4, 504, true],
      [7, 836, false],
    ] as const) {
      const { links, inner } = networkOf(timesteps, width);
      const link = linkOf(links, 'W_hh');
      const out = placeMatrixLabel(link, { inner, layered, fold: 0 });
      const [x, half] = [out?.x ?? 0, (out?.width ?? 0) / 2];
      expect(link.y1 - (out?.y ?? 0)).toBeLessThan(12);
      expect(x - half).toBeGreaterThan(cardEdge(link, inner));
      expect(x + half).toBeLessThanOrEqual(link.x2);
      const into = placeMatrixLabel(link, { inner, layered, fold: 0, into: true });
      expect(into?.y).toBe(out?.y);
      expect(into?.x).toBeCloseTo(link.x1 + link.x2 - x);
    }
  });

  it('puts it above the edge of the blocks where it has none, off the frame of the selected column', () => {
    for (const [timesteps, width] of [
      [4, 362],
      [40, 362],
    ]) {
      const { links, inner } = networkOf(timesteps, width);
      const link = linkOf(links, 'W_hh');
      const out = placeMatrixLabel(link, { inner, layered: false, fold: 0 });
      expect(out?.y).toBeLessThan(link.top);
      expect((out?.x ?? 0) - (out?.width ?? 0) / 2).toBeGreaterThan(cardEdge(link, inner));
      const into = placeMatrixLabel(link, { inner, layered: false, fold: 0, into: true });
      const frame = cardEdge(link, inner) - inner - 10 + link.x2 - link.entersAt;
      expect((into?.x ?? 0) + (into?.width ?? 0) / 2).toBeLessThan(frame);
    }
  });

  it('is never smaller than can be read, with the number of a layer too', () => {
    for (const [timesteps, width] of [
      [4, 362],
      [8, 836],
      [40, 362],
    ]) {
      for (const matrix of ['W_xh', 'W_hh', 'W_hy'] as const) {
        const { link, label: plain, inner } = placed(timesteps, width, matrix);
        const label = placeMatrixLabel(link, { inner, layered: true, fold: 0 }) ?? plain;
        expect(label?.fontSize).toBeGreaterThanOrEqual(10);
      }
    }
  });

  it('keeps the other names within the frame of the selected column, off its line', () => {
    for (const matrix of ['W_xh', 'W_hy'] as const) {
      for (const [timesteps, width] of [
        [4, 362],
        [40, 836],
      ]) {
        const { label, link, inner } = placed(timesteps, width, matrix);
        expect((label?.x ?? 0) + (label?.width ?? Infinity)).toBeLessThan(link.x1 + inner / 2 + 3);
      }
    }
  });
});

describe('while the network is folded', () => {
  it.each([0.25, 0.5, 0.75, 1])('at %d names and the loop leave each other free', (fold) => {
    const { links, inner } = networkOf(4, 836);
    const [loop, up] = [linkOf(links, 'W_hh'), linkOf(links, 'W_hy')];
    const name = placeMatrixLabel(loop, { inner, layered: false, fold });
    expect((name?.x ?? 0) - (name?.width ?? 0) / 2).toBeGreaterThan(cardEdge(loop, inner));
    expect(name?.y).toBeLessThan(loop.top);
    const above = placeMatrixLabel(up, { inner, layered: false, fold });
    expect((above?.x ?? 0) + (above?.width ?? 0)).toBeLessThan((name?.x ?? 0) - (name?.width ?? 0) / 2);
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
