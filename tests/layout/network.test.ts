import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, findBlock } from '../../src/layout/blocks.ts';
import { layoutNetwork, type NetworkSizes } from '../../src/layout/network.ts';
import { startOfState } from '../../src/layout/networkLinks.ts';

const HELLO: NetworkSizes = {
  timesteps: 4,
  letters: 4,
  hiddenSize: 3,
  layers: 1,
  cellState: false,
  width: 836,
  height: 560,
};

const sizes: fc.Arbitrary<NetworkSizes> = fc.record({
  timesteps: fc.integer({ min: 1, max: 2000 }),
  letters: fc.integer({ min: 1, max: 400 }),
  hiddenSize: fc.integer({ min: 1, max: 512 }),
  layers: fc.integer({ min: 1, max: 3 }),
  cellState: fc.boolean(),
  width: fc.integer({ min: 300, max: 2400 }),
  height: fc.integer({ min: 0, max: 1400 }),
});

function overlap(a: Block, b: Block): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe('layoutNetwork', () => {
  it('shows hello with digits in every block of values', () => {
    const { blocks } = layoutNetwork(HELLO);
    const details = blocks.flatMap((block) => (block.grid ? [block.grid.detail] : []));
    expect(details).toEqual(['digits', 'digits']);
  });

  it('writes every score of a vocabulary that is listed whole, from wide columns to those of a phone', () => {
    for (const [letters, timesteps, width] of [
      [5, 4, 836],
      [4, 4, 504],
      [8, 7, 836],
      [4, 4, 362],
      [8, 40, 362],
    ]) {
      const { blocks, columnWidth } = layoutNetwork({ ...HELLO, letters, timesteps, width, height: 0 });
      const logits = findBlock(blocks, 'logits');
      expect(logits?.grid?.detail).toBe('digits');
      expect(logits?.width).toBeLessThanOrEqual(columnWidth);
    }
  });

  it('leaves words room at the left of their scores, within the same block, where a letter needs none', () => {
    const motion = { ...HELLO, letters: 5, timesteps: 12, width: 836 };
    for (const height of [560, 800]) {
      const logits = findBlock(layoutNetwork({ ...motion, worded: true, height }).blocks, 'logits');
      const { inner } = layoutNetwork(motion);
      expect(logits?.grid?.detail).toBe('digits');
      expect(logits?.width).toBeLessThanOrEqual(inner);
      expect((logits?.width ?? 0) - (logits?.grid?.width ?? 0)).toBeGreaterThanOrEqual(28);
    }
    const letters = findBlock(layoutNetwork(motion).blocks, 'logits');
    expect(letters?.width).toBe(letters?.grid?.width);
  });

  it('fills a wide room', () => {
    const { contentWidth, gutter } = layoutNetwork({ ...HELLO, width: 1316, height: 700 });
    expect(contentWidth + gutter).toBeGreaterThan(1300);
  });

  it('orders the rows from the target down to the letter', () => {
    const { blocks } = layoutNetwork({ ...HELLO, layers: 2 });
    expect([...blocks].sort((a, b) => a.y - b.y).map((block) => `${block.role}${block.layer}`)).toEqual([
      'target0',
      'prediction0',
      'probability0',
      'logits0',
      'hidden1',
      'hidden0',
      'input0',
      'letter0',
    ]);
  });

  it('never lets blocks overlap or leave the column or the figure, whatever the sizes', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const layout = layoutNetwork(size);
        for (const [index, block] of layout.blocks.entries()) {
          expect(block.x).toBeGreaterThanOrEqual(0);
          expect(block.x + block.width).toBeLessThanOrEqual(layout.columnWidth);
          expect(block.y).toBeGreaterThanOrEqual(0);
          expect(block.y + block.height).toBeLessThanOrEqual(layout.height);
          for (const other of layout.blocks.slice(index + 1)) expect(overlap(block, other)).toBe(false);
        }
      }),
    );
  });

  it('fits the height it was given once that is at least the least height', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const { minHeight, height } = layoutNetwork(size);
        expect(height).toBeLessThanOrEqual(Math.max(size.height, minHeight));
      }),
    );
  });

  it('takes no more than the most height, in which no arrow is long, whatever the room', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const { maxHeight, height } = layoutNetwork({ ...size, height: 5000 });
        expect(height).toBe(maxHeight);
        expect(layoutNetwork(size).maxHeight).toBe(maxHeight);
      }),
    );
    const { links } = layoutNetwork({ ...HELLO, height: 5000 });
    for (const { y1, y2 } of links) expect(Math.abs(y1 - y2)).toBeLessThan(50);
  });

  it('keeps the least height independent of the room, so that a figure can shrink again', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 1400 }), (size, height) => {
        expect(layoutNetwork({ ...size, height }).minHeight).toBe(layoutNetwork(size).minHeight);
      }),
    );
  });

  it('declares inputs that exist in the same or the previous column', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const { blocks } = layoutNetwork(size);
        for (const block of blocks) {
          for (const source of block.inputs)
            expect(findBlock(blocks, source.role, source.layer)).not.toBe(undefined);
        }
      }),
    );
  });

  it('draws one W_xh and one W_hh arrow a layer and one W_hy, upwards and to the right', () => {
    const { links, blocks } = layoutNetwork({ ...HELLO, layers: 3, cellState: true });
    const named = links.filter((link) => link.matrix).map((link) => `${link.matrix}${link.layer}`);
    expect(named.sort()).toEqual(['W_hh0', 'W_hh1', 'W_hh2', 'W_hy0', 'W_xh0', 'W_xh1', 'W_xh2']);
    for (const link of links) {
      if (link.recurrent) expect(link.x2).toBeGreaterThan(link.x1);
      else expect(link.y2).toBeLessThan(link.y1);
    }
    const hidden = findBlock(blocks, 'hidden', 1);
    const recurrent = links.find((link) => link.matrix === 'W_hh' && link.layer === 1);
    expect(recurrent?.y1).toBeGreaterThan(hidden?.y ?? Number.POSITIVE_INFINITY);
    expect(recurrent?.y1).toBeLessThan((hidden?.y ?? 0) + (hidden?.height ?? 0));
  });

  it('has room for the state before the first step between the edge and the frame of the first column', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const { links, lead, inner, columnWidth } = layoutNetwork(size);
        for (const link of links) {
          if (!link.recurrent) continue;
          const start = startOfState(link, inner);
          expect(link.entersAt - start).toBeGreaterThanOrEqual(16);
          expect(start).toBeLessThanOrEqual((columnWidth - inner) / 2 - 5);
          expect(lead + start).toBeGreaterThan(8);
        }
      }),
    );
  });

  it('puts the cell state of the LSTM right under the hidden state that comes from it', () => {
    const { blocks } = layoutNetwork({ ...HELLO, cellState: true });
    const hidden = findBlock(blocks, 'hidden');
    const cell = findBlock(blocks, 'cellState');
    expect(cell?.x).toBe(hidden?.x);
    expect(cell?.y).toBeGreaterThan((hidden?.y ?? 0) + (hidden?.height ?? 0));
    expect(hidden?.inputs).toContainEqual({ role: 'cellState', layer: 0, lag: 0 });
  });

  it('scrolls in columns that have room for numbers, and squeezes only what then fits', () => {
    expect(layoutNetwork({ ...HELLO, timesteps: 200 }).columnWidth).toBe(86);
    const phone = layoutNetwork({ ...HELLO, width: 362 });
    expect(phone.contentWidth + phone.gutter).toBeLessThanOrEqual(362);
  });

  it('lists a small vocabulary whole and the few most probable of a large one', () => {
    expect(layoutNetwork({ ...HELLO, letters: 8 }).listed).toBe(8);
    expect(layoutNetwork({ ...HELLO, letters: 9 }).listed).toBe(4);
  });
});
