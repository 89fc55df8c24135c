import type { Block } from '../layout/blocks.ts';
import { colorIndex } from '../layout/color.ts';
import { formatFixed } from '../layout/format.ts';
import { MAX_DRAWN_CELLS } from '../layout/grid.ts';
import { LetterText } from './LetterText.tsx';
import { useColorTable } from './scheme.ts';
import styles from './ValueCells.module.css';

/** Signed values as coloured cells, with digits where there is room; many small cells are on the canvas below, in this frame. */
export function ValueCells({
  block,
  values,
  domain,
  letters,
}: {
  readonly block: Block;
  readonly values: ArrayLike<number>;
  readonly domain: number;
  /** Written beneath a single row of cells. */
  readonly letters?: readonly string[];
}) {
  const table = useColorTable();
  const { grid } = block;
  if (!grid) return null;
  if (grid.detail !== 'digits' && grid.count > MAX_DRAWN_CELLS) {
    return (
      <rect className={styles.frame} x={block.x} y={block.y} width={block.width} height={block.height} />
    );
  }
  const digits = grid.cellWidth >= 37 ? 2 : 1;
  return Array.from({ length: grid.count }, (_, index) => {
    const color = colorIndex(values[index], domain);
    const x = block.x + (index % grid.columns) * grid.cellWidth;
    const y = block.y + Math.floor(index / grid.columns) * grid.cellHeight;
    return (
      <g key={index}>
        <rect
          className={styles.cell}
          x={x + 0.5}
          y={y + 0.5}
          width={grid.cellWidth - 1}
          height={grid.cellHeight - 1}
          rx={Math.min(3, grid.cellHeight / 5)}
          fill={table.css[color]}
        />
        {grid.detail === 'digits' && (
          <text
            className={styles.digits}
            x={x + grid.cellWidth / 2}
            y={y + grid.cellHeight / 2}
            fill={table.ink[color]}
          >
            {formatFixed(values[index], Math.abs(values[index]) >= 10 ? digits - 1 : digits)}
          </text>
        )}
        {letters && grid.detail === 'digits' && grid.rows === 1 && (
          <LetterText
            letter={letters[index]}
            x={x + grid.cellWidth / 2}
            y={y + grid.cellHeight + 9}
            size={11}
            muted
          />
        )}
      </g>
    );
  });
}
