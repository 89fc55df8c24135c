/** How a sum of matrices is drawn: all of them in one size, in as many lines as they need. */

export interface SumShape {
  readonly rows: number;
  readonly columns: number;
  /** Groups of rows that are kept apart, such as the gates. */
  readonly blocks: number;
}

export interface SummandSize {
  readonly width: number;
  readonly height: number;
  readonly digits: boolean;
}

export interface SumLines {
  /** Of each matrix alone. */
  readonly size: SummandSize;
  /** CSS pixels of each matrix with what is written at it, and of a sign before one. */
  readonly column: number;
  readonly sign: number;
  /** Matrices in one line, the sum among them. */
  readonly perLine: number;
}

/** CSS pixels of a sign, and of the outline of the sum at both ends of a line. */
const SIGN = { least: 16, most: 24 };
const OUTLINE = 3;
/** What is written above and below a matrix: as wide, and as high, as this. */
const WRITTEN = { width: 80, height: 90 };
/** What all lines take together, where their matrices need not be larger. */
const HEIGHT = 800;
/** Cells with digits, the roomy ones first, and what a matrix of them takes at most. */
const DIGITS = {
  cells: [
    { width: 34, height: 20 },
    { width: 30, height: 16 },
  ],
  widest: 204,
  tallest: 250,
};
/** Matrices without digits: a cell and a matrix at most, a matrix at least, and one that is higher than wide. */
const PLAIN = { cell: 14, widest: 160, least: 24, tallest: 256, tallestAtLeast: 110 };
/** CSS pixels that a heatmap leaves between blocks. */
const BLOCK_GAP = 4;
/** Of a figure that is not measured yet. */
const SOME_WIDTH = 800;

/** For so many matrices of one shape in `width` CSS pixels, the first of each line with labels of its rows before it. */
export function sumLines(width: number, shape: SumShape, matrices: number, labels: number): SumLines {
  const room = (width || SOME_WIDTH) - labels - 2 * OUTLINE;
  return withDigits(room, shape, matrices) ?? plain(room, shape, matrices);
}

function withDigits(room: number, { rows, columns }: SumShape, matrices: number): SumLines | null {
  let best: SumLines | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const cell of DIGITS.cells) {
    const size = { width: columns * cell.width, height: rows * cell.height, digits: true };
    if (size.width > Math.min(DIGITS.widest, room) || size.height > DIGITS.tallest) continue;
    const { lines, perLine, sign, column } = breakInto(room, Math.max(WRITTEN.width, size.width), matrices);
    const isLow = lines === 1 || lines * (size.height + WRITTEN.height) <= HEIGHT;
    if (!isLow || lines >= fewest) continue;
    best = { size, column, sign, perLine };
    fewest = lines;
  }
  return best;
}

function plain(room: number, { rows, columns, blocks }: SumShape, matrices: number): SumLines {
  const { lines, perLine } = breakInto(room, WRITTEN.width, matrices);
  const signs = lines > 1 ? perLine : perLine - 1;
  const widest = Math.min(PLAIN.widest, Math.floor((room - signs * SIGN.least) / perLine));
  const tallest = Math.max(
    PLAIN.tallestAtLeast,
    Math.min(PLAIN.tallest, Math.floor(HEIGHT / lines) - WRITTEN.height),
  );
  const cell = Math.min(PLAIN.cell, widest / columns);
  const width = Math.round(Math.max(PLAIN.least, columns * cell));
  const height = Math.round(Math.max(PLAIN.least, Math.min(tallest, rows * cell)));
  const size = { width, height: height + BLOCK_GAP * (blocks - 1), digits: false };
  const { column, sign } = breakInto(room, Math.max(WRITTEN.width, width), matrices);
  return { size, column, sign, perLine };
}

/** As few lines as there is room for, about as long as each other. */
function breakInto(room: number, column: number, matrices: number) {
  const isOne = matrices * column + (matrices - 1) * SIGN.least <= room;
  // Every line but a single one begins with room for a sign.
  const fitting = isOne ? matrices : Math.max(1, Math.floor(room / (column + SIGN.least)));
  const lines = Math.ceil(matrices / fitting);
  const perLine = Math.ceil(matrices / lines);
  const signs = Math.max(1, isOne ? perLine - 1 : perLine);
  const sign = Math.max(SIGN.least, Math.min(SIGN.most, Math.floor((room - perLine * column) / signs)));
  return { lines, perLine, column, sign };
}
