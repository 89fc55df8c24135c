import { describe, expect, it } from 'vitest';
import { findBlock } from '../../src/layout/blocks.ts';
import { borderLine, ownOutputWay } from '../../src/layout/exerciseMarks.ts';
import { layoutNetwork, type NetworkSizes } from '../../src/layout/network.ts';

const SIZES: NetworkSizes = {
  timesteps: 10,
  letters: 14,
  hiddenSize: 48,
  layers: 1,
  cellState: false,
  width: 660,
  height: 540,
};

const LAYOUTS = [
  ['a wide screen', layoutNetwork({ ...SIZES, timesteps: 6, width: 1100 })],
  ['columns that scroll', layoutNetwork(SIZES)],
  ['a phone', layoutNetwork({ ...SIZES, width: 362 })],
  ['two layers with cell states', layoutNetwork({ ...SIZES, layers: 2, cellState: true })],
] as const;

/** The points that a path of M, H, V and Q goes through, in pieces. */
function piecesOf(path: string): { x: number; y: number }[][] {
  const pieces: { x: number; y: number }[][] = [];
  let x = 0;
  let y = 0;
  for (const [, command, written] of path.matchAll(/([MHVQ])([^MHVQ]*)/g)) {
    const numbers = written.trim().split(/\s+/).map(Number);
    if (command === 'H') [x] = numbers;
    else if (command === 'V') [y] = numbers;
    else [x, y] = numbers.slice(-2);
    if (command === 'M') pieces.push([]);
    pieces[pieces.length - 1].push({ x, y });
  }
  return pieces;
}

describe.each(LAYOUTS)('in %s', (_, layout) => {
  const { blocks, columnWidth, links } = layout;
  const recurrent = links.filter((link) => link.recurrent);
  const vertical = (path: string) =>
    piecesOf(path).map((piece) => piece.filter(({ x }) => x === 0).map(({ y }) => y));

  it('the own output goes from the prediction to the input after it, past all blocks of both columns', () => {
    const pieces = piecesOf(ownOutputWay(layout).line);
    const points = pieces.flat();
    const prediction = findBlock(blocks, 'prediction');
    const input = findBlock(blocks, 'input');
    if (!prediction || !input) throw new Error('blocks are missing');
    const [start] = points;
    const end = points[points.length - 1];
    expect(start.x + columnWidth).toBeCloseTo(prediction.x + prediction.width, -1);
    expect(start.y).toBe(prediction.y + prediction.height / 2);
    expect(end.x).toBeLessThan(input.x);
    expect(end.y).toBeGreaterThan(input.y);
    expect(end.y).toBeLessThan(input.y + input.height / 2);
    for (let at = 1; at < points.length; at++) {
      if (points[at].y !== points[at - 1].y) continue;
      for (const block of blocks) {
        if (points[at].y < block.y || points[at].y > block.y + block.height) continue;
        expect(Math.max(points[at].x, points[at - 1].x)).toBeLessThanOrEqual(block.x);
        expect(Math.min(points[at].x, points[at - 1].x) + columnWidth).toBeGreaterThanOrEqual(
          block.x + block.width,
        );
      }
    }
    for (const { x } of points) {
      expect(x).toBeGreaterThanOrEqual(start.x);
      expect(x).toBeLessThanOrEqual(end.x);
    }
  });

  it.each([
    ['own output', ownOutputWay(layout).line],
    ['border', borderLine(layout)],
  ])('the %s leaves the arrows between states free', (_name, path) => {
    const pieces = vertical(path);
    expect(pieces).toHaveLength(recurrent.length + 1);
    for (const ys of pieces) {
      const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
      expect(bottom).toBeGreaterThan(top);
      for (const { y1 } of recurrent) expect(y1 < top - 6 || y1 > bottom + 6).toBe(true);
    }
  });

  it('the border is as high as the network', () => {
    const ys = vertical(borderLine(layout)).flat();
    expect(Math.min(...ys)).toBeLessThan(findBlock(blocks, 'target')?.y ?? 0);
    expect(Math.max(...ys)).toBeCloseTo(layout.height, -1);
  });
});
