/** With “Inside the step” open: the blocks of the selected step point at their symbols in the equations below, and light up with them. */
import type { Block } from '../layout/blocks.ts';
import { type NetworkLayout, PICTURE_HEIGHT } from '../layout/network.ts';
import type { BlockRef } from '../state/view.ts';
import { readAt } from '../tasks/task.ts';
import styles from './BlockLight.module.css';
import { useRun, useView, useViewStore } from './context.ts';

/** Between a block and its frame. */
const AIR = 3;
const BEFORE: readonly Block['role'][] = ['hidden', 'cellState'];

export interface BlockLightProps {
  readonly layout: NetworkLayout;
  readonly timestep: number;
  /** The first column in sight. */
  readonly first: number;
}

export function BlockLight({ layout, timestep, first }: BlockLightProps) {
  const view = useViewStore();
  const lit = useView(({ block }) => block);
  const isPicture = useRun(({ task, snapshot }) => readAt(task, snapshot.trace, timestep).kind === 'picture');
  const heightOf = ({ role, grid, height }: Block) =>
    role === 'input' && isPicture ? PICTURE_HEIGHT : (grid?.height ?? height);
  const light = (block: BlockRef | null) => view.setState({ block });
  const column = (lag: 0 | 1) =>
    layout.blocks.flatMap((block) => {
      const { role, layer } = block;
      if (role === 'letter' || (lag === 1 && !BEFORE.includes(role))) return [];
      const isLit = lit?.role === role && lit.layer === layer && lit.lag === lag;
      return (
        <rect
          key={`${role} ${layer} ${lag}`}
          className={isLit ? styles.lit : styles.block}
          x={block.x - AIR}
          y={block.y - AIR}
          width={block.width + 2 * AIR}
          height={heightOf(block) + 2 * AIR}
          rx={6}
          transform={`translate(${(timestep - lag - first) * layout.columnWidth} 0)`}
          onPointerEnter={() => light({ role, layer, lag })}
          onPointerLeave={() => light(null)}
        />
      );
    });
  return (
    <svg className={styles.svg} aria-hidden="true">
      {column(0)}
      {timestep > 0 && column(1)}
    </svg>
  );
}
