/** The parts of a column of the network, with what each is computed from. */
import type { Grid } from './grid.ts';

export type Role =
  | 'target'
  | 'prediction'
  | 'probability'
  | 'logits'
  | 'hidden'
  | 'cellState'
  | 'input'
  | 'letter';

/** What a block is computed from: a block of the same timestep (lag 0) or of the one before (lag 1). */
export interface Source {
  readonly role: Role;
  readonly layer: number;
  readonly lag: 0 | 1;
}

export interface Block {
  readonly role: Role;
  /** From 0; 0 for blocks that belong to no layer. */
  readonly layer: number;
  /** In the column's own coordinates. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How its values are arranged; null for blocks that are not a grid of values. */
  readonly grid: Grid | null;
  readonly inputs: readonly Source[];
}

/** The block of a role (and layer) in the column template. */
export function findBlock(blocks: readonly Block[], role: Role, layer = 0): Block | undefined {
  return blocks.find((block) => block.role === role && block.layer === layer);
}
