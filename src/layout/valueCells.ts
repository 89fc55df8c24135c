/** Geometry of a block of values: its cells, and the letters that scores have. */
import type { Block } from './blocks.ts';
import type { Grid } from './grid.ts';
import { isCluster, isWord } from './letterSize.ts';
import { LETTER_BESIDE } from './network.ts';

/** What the two rows of a code take, and other letters of several characters may. */
const CLUSTER_BESIDE = 14;

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rx: number;
}

/** The box of a value, half a pixel within its cell for the line around it. */
export function placeCell({ x, y, width }: Block, grid: Grid, index: number): Rectangle {
  const { columns, cellWidth, cellHeight } = grid;
  return {
    // A block that is wider than its cells has their words at the left.
    x: x + width - grid.width + (index % columns) * cellWidth + 0.5,
    y: y + Math.floor(index / columns) * cellHeight + 0.5,
    width: cellWidth - 1,
    height: cellHeight - 1,
    rx: Math.min(3, cellHeight / 5),
  };
}

export interface LetterPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly room: number;
}

/**
 * Where the letter of a cell is written: beneath a row, at the left of a column; null where there is no room.
 * @param inner what the block may take of its column
 * @param worded whether a word is among the letters
 */
export function placeCellLetter(
  block: Block,
  grid: Grid,
  cell: Rectangle,
  letter: string,
  inner: number,
  worded: boolean,
): LetterPlace | null {
  const { x, y, width, height } = cell;
  if (grid.rows === 1) {
    const size = Math.min(11, grid.cellWidth + 2);
    return { x: x + width / 2, y: y + height + 9.5, size, room: width - 1 };
  }
  const beside = worded ? block.width - grid.width : LETTER_BESIDE;
  const hasRoom = worded ? beside > 0 : (inner - grid.width) / 2 >= LETTER_BESIDE;
  if (!hasRoom) return null;
  const room = isCluster(letter) && !isWord(letter) ? CLUSTER_BESIDE : beside;
  return { x: x - room / 2 - 1, y: y + height / 2, size: 11, room };
}
