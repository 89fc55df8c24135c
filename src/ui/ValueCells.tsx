import type { Block } from '../layout/blocks.ts';
import { colorIndex } from '../layout/color.ts';
import { formatFixed } from '../layout/format.ts';
import { type Grid, isDense } from '../layout/grid.ts';
import { isCluster, isWord } from '../layout/letterSize.ts';
import { LETTER_BESIDE } from '../layout/network.ts';
import { LetterText } from './LetterText.tsx';
import { useColorTable } from './scheme.ts';
import styles from './ValueCells.module.css';

/** Words in less room could not be read; the bars above name the same words in the same order. */
const LEAST_BESIDE = 18;
/** What the two rows of a code take, and other letters of several characters may. */
const CLUSTER_BESIDE = 14;

/** Signed values as coloured cells, with digits where there is room; many small cells are on the canvas below, in this frame. */
export function ValueCells({
  block,
  values,
  domain,
  room,
  decimals,
  letters,
}: {
  readonly block: Block;
  readonly values: ArrayLike<number>;
  readonly domain: number;
  /** What the block may take of its column. */
  readonly room: number;
  readonly decimals: number;
  /** Written beneath a row of cells, or at the left of a column. */
  readonly letters?: readonly string[];
}) {
  const table = useColorTable();
  const { grid } = block;
  if (!grid) return null;
  // A block that is wider than its cells has their words at the left.
  const roomForWords = block.width - grid.width;
  const worded = letters?.some(isWord) ?? false;
  const beside = worded ? roomForWords : LETTER_BESIDE;
  const hasRoom = worded ? roomForWords >= LEAST_BESIDE : (room - grid.width) / 2 >= LETTER_BESIDE;
  if (isDense(grid)) {
    return (
      <rect className={styles.frame} x={block.x} y={block.y} width={block.width} height={block.height} />
    );
  }
  return Array.from({ length: grid.count }, (_, index) => {
    const color = colorIndex(values[index], domain);
    const x = block.x + roomForWords + (index % grid.columns) * grid.cellWidth;
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
            fontSize={grid.fontSize}
          >
            {formatFixed(values[index], decimals)}
          </text>
        )}
        {letters && (grid.rows === 1 || hasRoom) && (
          <CellLetter letter={letters[index]} grid={grid} x={x} y={y} beside={beside} />
        )}
      </g>
    );
  });
}

function CellLetter({
  letter,
  grid,
  x,
  y,
  beside,
}: {
  readonly letter: string;
  readonly grid: Grid;
  readonly x: number;
  readonly y: number;
  /** Its width at the left of a column. */
  readonly beside: number;
}) {
  if (grid.rows === 1) {
    const size = Math.min(11, grid.cellWidth + 2);
    return (
      <LetterText
        letter={letter}
        x={x + grid.cellWidth / 2}
        y={y + grid.cellHeight + 9}
        size={size}
        room={grid.cellWidth - 2}
        muted
      />
    );
  }
  const room = isCluster(letter) && !isWord(letter) ? CLUSTER_BESIDE : beside;
  return (
    <LetterText
      letter={letter}
      x={x - room / 2 - 0.5}
      y={y + grid.cellHeight / 2}
      size={11}
      room={room}
      muted
    />
  );
}
