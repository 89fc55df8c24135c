/** The arrows of the unrolled network, between the blocks of its column. */
import { type Block, findBlock, type Role } from './blocks.ts';
import type { NetworkSizes } from './network.ts';

/** An arrow of a column; `matrix` names the weights it carries, null where it carries none. */
export interface Link {
  readonly id: string;
  readonly matrix: 'W_xh' | 'W_hh' | 'W_hy' | null;
  readonly layer: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** A link to the next timestep; the last column has none. */
  readonly recurrent: boolean;
  /** Where such a link, coming from the column before, ends in this column; for links within a column, x2. */
  readonly entersAt: number;
  /** The upper edge of the blocks a recurrent link joins; y2 for links within a column. */
  readonly top: number;
}

/** Between an arrow and the blocks it joins. */
const AIR = 3;

/** Of the arrow from the state before the first step, at least. */
const START_LENGTH = 16;

/** Between a column's widest block and the frame around it while it is selected, or a card. */
export const CARD_PADDING = 5;

/** The right edge of the frame around a recurrent link's block. */
export function cardEdge({ x1, entersAt }: Link, inner: number): number {
  return (x1 + entersAt + inner) / 2 + CARD_PADDING;
}

/** Where the arrow from the state before the first step begins, clear of the frame, so that its 0 is so too. */
export function startOfState({ x1, entersAt }: Link, inner: number): number {
  const frame = (x1 + entersAt - inner) / 2 - CARD_PADDING;
  return Math.min(entersAt - START_LENGTH, frame);
}

/** The arrows of one column: W_xh and W_hh of each layer, W_hy, and those that carry no weights. */
export function makeLinks(blocks: readonly Block[], columnWidth: number, sizes: NetworkSizes): Link[] {
  const middle = columnWidth / 2;
  const up = (id: string, matrix: Link['matrix'], layer: number, from: Block, to: Block): Link => ({
    id,
    matrix,
    layer,
    x1: middle,
    y1: from.y - AIR,
    x2: middle,
    y2: to.y + to.height + AIR,
    recurrent: false,
    entersAt: middle,
    top: to.y + to.height,
  });
  const links: Link[] = [];
  const right = (id: string, matrix: Link['matrix'], layer: number, block: Block): Link => ({
    id,
    matrix,
    layer,
    x1: block.x + block.width + AIR,
    y1: block.y + block.height / 2,
    x2: columnWidth + block.x - AIR,
    y2: block.y + block.height / 2,
    recurrent: true,
    entersAt: block.x - AIR,
    top: block.y,
  });
  for (let layer = 0; layer < sizes.layers; layer++) {
    const hidden = requireBlock(blocks, 'hidden', layer);
    const cellState = findBlock(blocks, 'cellState', layer);
    const below = layer === 0 ? requireBlock(blocks, 'input') : requireBlock(blocks, 'hidden', layer - 1);
    links.push(up(`W_xh${layer}`, 'W_xh', layer, below, cellState ?? hidden));
    links.push(right(`W_hh${layer}`, 'W_hh', layer, hidden));
    if (cellState) {
      links.push(
        up(`ch${layer}`, null, layer, cellState, hidden),
        right(`c${layer}`, null, layer, cellState),
      );
    }
  }
  const logits = requireBlock(blocks, 'logits');
  links.push(up('W_hy', 'W_hy', 0, requireBlock(blocks, 'hidden', sizes.layers - 1), logits));
  links.push(up('softmax', null, 0, logits, requireBlock(blocks, 'probability')));
  return links;
}

function requireBlock(blocks: readonly Block[], role: Role, layer = 0): Block {
  const block = findBlock(blocks, role, layer);
  if (!block) throw new Error(`the network has no block ${role} of layer ${layer}`);
  return block;
}
