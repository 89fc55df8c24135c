import type { Block } from '../layout/blocks.ts';
import { colorIndex } from '../layout/color.ts';
import { formatFixed } from '../layout/format.ts';
import { isDense } from '../layout/grid.ts';
import { isWord } from '../layout/letterSize.ts';
import { placeCell, placeCellLetter } from '../layout/valueCells.ts';
import { LetterText } from './LetterText.tsx';
import { useColorTable } from './scheme.ts';
import styles from './ValueCells.module.css';

export interface ValueCellsProps {
  readonly block: Block;
  readonly values: ArrayLike<number>;
  readonly domain: number;
  /** What the block may take of its column. */
  readonly room: number;
  readonly decimals: number;
  /** Written beneath a row of cells, or at the left of a column. */
  readonly letters?: readonly string[];
}

/** Signed values as coloured cells, with digits where there is room; many small cells are on the canvas below, in this frame. */
export function ValueCells({ block, values, domain, room, decimals, letters }: ValueCellsProps) {
  const table = useColorTable();
  const { grid } = block;
  if (!grid) return null;
  if (isDense(grid)) {
    return (
      <rect className={styles.frame} x={block.x} y={block.y} width={block.width} height={block.height} />
    );
  }
  const worded = letters?.some(isWord) ?? false;
  return Array.from({ length: grid.count }, (_, index) => {
    const color = colorIndex(values[index], domain);
    const cell = placeCell(block, grid, index);
    const letter = letters?.[index];
    const place = letter === undefined ? null : placeCellLetter(block, grid, cell, letter, room, worded);
    return (
      <g key={index}>
        <rect className={styles.cell} {...cell} fill={table.css[color]} />
        {grid.detail === 'digits' && (
          <text
            className={styles.digits}
            x={cell.x + cell.width / 2}
            y={cell.y + cell.height / 2}
            fill={table.ink[color]}
            fontSize={grid.fontSize}
          >
            {formatFixed(values[index], decimals)}
          </text>
        )}
        {letter !== undefined && place && <LetterText letter={letter} {...place} muted />}
      </g>
    );
  });
}
