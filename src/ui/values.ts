/** Where the values of a block are in a trace, and on which domain they are coloured. */
import type { Trace } from '../engine/index.ts';
import type { Block, Role } from '../layout/blocks.ts';
import { DOMAINS } from '../layout/color.ts';

/** The values that `block` shows at timestep `t`; logits are those of the `listed` letters. */
export function valuesOf(
  trace: Trace,
  block: Block,
  t: number,
  listed: readonly number[],
  letters: number,
): ArrayLike<number> {
  if (block.role === 'logits') return listed.map((letter) => trace.logits[t * letters + letter]);
  const layer = trace.layers[block.layer];
  const states = block.role === 'cellState' ? layer.cellState : layer.hidden;
  const size = block.grid?.count ?? 0;
  return states ? states.subarray((t + 1) * size, (t + 2) * size) : [];
}

/** One fixed domain per quantity; a ReLU state is not bounded by 1. */
export function valueDomain(role: Role, relu: boolean): number {
  if (role === 'logits') return DOMAINS.logits;
  if (role === 'cellState') return DOMAINS.cellState;
  return relu ? DOMAINS.relu : DOMAINS.hidden;
}
