/** Where the values of a block are in a trace, and on which domain they are coloured. */
import type { Trace } from '../engine/index.ts';
import type { Block, Role } from '../layout/blocks.ts';
import { DOMAINS } from '../layout/color.ts';
import { sharedDecimals } from '../layout/format.ts';
import type { NetworkLayout } from '../layout/network.ts';

/** The values that a block of hidden or cell states shows at timestep `t`. */
export function statesOf(trace: Trace, block: Block, t: number): ArrayLike<number> {
  const layer = trace.layers[block.layer];
  const states = block.role === 'cellState' ? layer.cellState : layer.hidden;
  const size = block.grid?.count ?? 0;
  return states ? states.subarray((t + 1) * size, (t + 2) * size) : [];
}

/** The decimals of each block of `layout`, the same at the `count` timesteps in sight from `first` on. */
export function rowDecimals(
  layout: NetworkLayout,
  trace: Trace,
  first: number,
  count: number,
  letters: number,
): number[] {
  return layout.blocks.map(({ role, layer, grid }) => {
    if (grid?.detail !== 'digits') return 0;
    const states = role === 'cellState' ? trace.layers[layer].cellState : trace.layers[layer].hidden;
    const [values, size, start] =
      role === 'logits'
        ? [trace.logits, letters, first]
        : [states ?? new Float64Array(), grid.count, first + 1];
    const inSight = values.slice(start * size, (start + count) * size);
    return sharedDecimals(inSight, grid.cellWidth, grid.fontSize);
  });
}

/** One fixed domain per quantity; a ReLU state is not bounded by 1. */
export function valueDomain(role: Role, relu: boolean): number {
  if (role === 'logits') return DOMAINS.logits;
  if (role === 'cellState') return DOMAINS.cellState;
  return relu ? DOMAINS.relu : DOMAINS.hidden;
}
