import type { Block } from '../../layout/blocks.ts';
import { useMessages, useRun } from '../context.ts';
import styles from './FrozenCells.module.css';
import { SNOWFLAKE } from './snowflake.ts';

/** CSS pixels: the mark's own size, the most it takes of a cell with digits, and its room in one of colour. */
const MARK = { size: 9, besideDigits: 6, gap: 1 };

/** In a block of states: an outline and a mark at each unit that is held at 0. Strips of pixels have no room for it. */
export function FrozenCells({ block: { grid, layer, x, y } }: { readonly block: Block }) {
  const words = useMessages().network;
  const layers = useRun((run) => run.model.layers);
  const frozen = useRun((run) => run.snapshot.ablation.frozen);
  if (!grid || grid.detail === 'strip') return null;
  const { columns, cellWidth, cellHeight, detail } = grid;
  const room = Math.min(MARK.size, cellWidth - MARK.gap, cellHeight - MARK.gap);
  const size = detail === 'digits' ? MARK.besideDigits : room;
  return frozen
    .filter((place) => place.layer === layer)
    .map(({ unit }) => {
      const left = x + (unit % columns) * cellWidth;
      const top = y + Math.floor(unit / columns) * cellHeight;
      const centre =
        detail === 'digits'
          ? { x: left + cellWidth - size / 2 - 1.5, y: top + size / 2 + 1.5 }
          : { x: left + cellWidth / 2, y: top + cellHeight / 2 };
      return (
        <g key={unit} className={styles.frozen}>
          <title>{words.frozenUnits([words.unit(unit + 1, layers > 1 ? layer + 1 : null)], 0)}</title>
          <rect x={left + 1} y={top + 1} width={cellWidth - 2} height={cellHeight - 2} rx={2} />
          <path d={SNOWFLAKE} transform={`translate(${centre.x} ${centre.y}) scale(${size / MARK.size})`} />
        </g>
      );
    });
}
