/** Which weight matrices a network has, where they lie in the flat parameters, and how large they are drawn. */
import type { CellKind, ModelConfig } from '../engine/index.ts';

/** Parameters that are drawn as one map, row-major in the flat parameters. */
export interface ParameterMap {
  /** Named as in the equations. Above the first layer W_xh reads the layer below. */
  readonly kind: 'W_xh' | 'W_hh' | 'W_hy' | 'b_xh' | 'b_hh' | 'b_y';
  /** From 0; 0 for W_hy and b_y, of which there is one. */
  readonly layer: number;
  /** Whose it is where an encoder and a decoder have weights of their own. */
  readonly part?: 'encoder' | 'decoder';
  readonly rows: number;
  readonly columns: number;
  readonly offset: number;
}

/** A weight matrix with the bias that is added to its product. */
export interface Matrix extends ParameterMap {
  readonly kind: 'W_xh' | 'W_hh' | 'W_hy';
  /** rows × 1 */
  readonly bias: ParameterMap;
}

/** The letters of the blocks of H rows in a cell's matrices, in PyTorch's order; none for the vanilla cell. */
export const GATE_LETTERS: Readonly<Record<CellKind, readonly string[]>> = {
  rnn: [],
  lstm: ['i', 'f', 'g', 'o'],
  gru: ['r', 'z', 'n'],
};

/**
 * The matrices in PyTorch's order: W_xh and W_hh of each layer, followed by their two biases, first all of the encoder
 * and then all of the decoder where there are both; then W_hy and b_y.
 */
export function listMatrices(model: ModelConfig): readonly Matrix[] {
  const { cell, inputSize, hiddenSize, layers, outputSize, decoder } = model;
  const rows = Math.max(1, GATE_LETTERS[cell].length) * hiddenSize;
  const matrices: Matrix[] = [];
  let offset = 0;
  const parts = decoder
    ? ([
        [inputSize, { part: 'encoder' }],
        [decoder.inputSize, { part: 'decoder' }],
      ] as const)
    : ([[inputSize, {}]] as const);
  for (const [size, part] of parts) {
    for (let layer = 0; layer < layers; layer++) {
      const columns = layer === 0 ? size : hiddenSize;
      const recurrent = offset + rows * columns;
      const biases = recurrent + rows * hiddenSize;
      const place = { layer, rows, ...part };
      const bias = { ...place, columns: 1 };
      matrices.push(
        { ...place, kind: 'W_xh', columns, offset, bias: { ...bias, kind: 'b_xh', offset: biases } },
        {
          ...place,
          kind: 'W_hh',
          columns: hiddenSize,
          offset: recurrent,
          bias: { ...bias, kind: 'b_hh', offset: biases + rows },
        },
      );
      offset = biases + 2 * rows;
    }
  }
  const output = { layer: 0, rows: outputSize };
  const bias = { ...output, kind: 'b_y', columns: 1, offset: offset + outputSize * hiddenSize } as const;
  matrices.push({ ...output, kind: 'W_hy', columns: hiddenSize, offset, bias });
  return matrices;
}

/** Whether both name the same matrix; W_hy is one, whatever layer is given. */
export function isSameMatrix(a: MatrixName | null, b: MatrixName | null): boolean {
  if (a === null || b === null || a.kind !== b.kind) return false;
  return a.kind === 'W_hy' || (a.layer === b.layer && a.part === b.part);
}

interface MatrixName extends Pick<ParameterMap, 'kind' | 'layer'> {
  readonly part?: ParameterMap['part'] | undefined;
}

/** The matrices of one of the two, or of all timesteps where there is one set; W_hy is of both. */
export function matricesOf(model: ModelConfig, part: ParameterMap['part']): readonly Matrix[] {
  return listMatrices(model).filter((matrix) => matrix.kind === 'W_hy' || matrix.part === part);
}

/** The gate letter and unit (from 0) of a row of W_xh or W_hh. */
export function gateOfRow(cell: CellKind, hiddenSize: number, row: number) {
  return { gate: GATE_LETTERS[cell][Math.floor(row / hiddenSize)] ?? null, unit: row % hiddenSize };
}

export interface MatrixSize {
  readonly width: number;
  readonly height: number;
  /** The strip of its bias, as high as the matrix. */
  readonly biasWidth: number;
  /** Whether two decimals can be read in every cell. */
  readonly digits: boolean;
}

/** CSS pixels around the maps: the labels left of a matrix, the gap to its bias, the title above and the labels below. */
export interface MatrixMargins {
  readonly labels: number;
  readonly biasGap: number;
  /** Between a bias and the next matrix. */
  readonly gap: number;
  readonly above: number;
  readonly below: number;
}

type Shape = Pick<Matrix, 'rows' | 'columns'>;

/** CSS pixels: the least and the most of a cell with digits, and the most of one without. */
const LEAST_DIGITS = { width: 30, height: 15 };
const MOST_DIGITS = { width: 44, height: 26 };
/** Very wide figures widen their cells, to this share of the width at most. */
const WIDEST_CELL = { share: 1 / 22, width: 64 };
/** Matrices of many rows with digits are pressed into this height, as far as the digits allow. */
const DIGITS_HEIGHT = 168;
const MOST_PLAIN = { width: 24, height: 22 };
/** A row this high has room for its letter. */
const LABELLED_ROW = 9;
const FEW_CELLS = { side: 11, most: 66 };
/** Maps are touched and pointed at, so none is smaller; none without digits is wider, and none at all is higher. */
const SMALLEST = 24;
const LARGEST_PLAIN = 252;
/** How much of its width a map without digits gives up for another beside it. */
const LEAST_SHARE = 0.7;
const TALLEST = 300;
/** The height that rows without digits fill, and what the lines of matrices with digits may take. */
const PLAIN_HEIGHT = 132;
const LINES_HEIGHT = { wide: 620, narrow: 900 };
/** A figure at least this wide has its matrices side by side. */
const WIDE = 560;

/** The sizes of matrices drawn in as few lines of at most `width` CSS pixels as can be read, with cells of the same width wherever they stand. */
export function sizeMatrices(
  matrices: readonly Shape[],
  width: number,
  margins: MatrixMargins,
): readonly MatrixSize[] {
  return sizeWithDigits(matrices, width, margins) ?? sizePlain(matrices, width, margins);
}

function sizeWithDigits(
  matrices: readonly Shape[],
  width: number,
  margins: MatrixMargins,
): readonly MatrixSize[] | null {
  const rowsOf = (line: readonly Shape[]) => Math.max(...line.map(({ rows }) => rows));
  const around = margins.labels + margins.biasGap;
  const page: Page = {
    width,
    gap: margins.gap,
    widthOf: ({ columns }, cellWidth) => around + (columns + 1) * cellWidth,
  };
  const lines = breakLines(matrices, LEAST_DIGITS.width, page);
  const allowed = width >= WIDE ? LINES_HEIGHT.wide : LINES_HEIGHT.narrow;
  const rowRoom = Math.min(
    TALLEST / rowsOf(matrices),
    (allowed - lines.length * (margins.above + margins.below)) /
      lines.reduce((sum, line) => sum + rowsOf(line), 0),
  );
  const widest = Math.max(...matrices.map(({ columns }) => columns));
  const room = width - around;
  if (rowRoom < LEAST_DIGITS.height || (widest + 1) * LEAST_DIGITS.width > room) return null;
  const cellHeight = (rows: number) =>
    Math.min(rowRoom, MOST_DIGITS.height, Math.max(LEAST_DIGITS.height, DIGITS_HEIGHT / rows));
  const most = clamp(width * WIDEST_CELL.share, MOST_DIGITS.width, WIDEST_CELL.width);
  const cellWidth = commonMeasure(
    matrices,
    { least: LEAST_DIGITS.width, most: Math.floor(Math.min(most, room / (widest + 1))), step: 1 },
    page,
  );
  return matrices.map(({ rows, columns }) => ({
    width: columns * cellWidth,
    height: Math.round(rows * cellHeight(rows)),
    biasWidth: cellWidth,
    digits: true,
  }));
}

function sizePlain(
  matrices: readonly Shape[],
  width: number,
  { labels, biasGap, gap }: MatrixMargins,
): readonly MatrixSize[] {
  const most = Math.max(...matrices.map(({ rows }) => rows));
  const height = clamp(most * LABELLED_ROW, PLAIN_HEIGHT, TALLEST);
  const columns = matrices.map((matrix) => matrix.columns);
  const around = labels + biasGap + SMALLEST;
  const room = width - around;
  const perCell =
    width >= WIDE
      ? (width + gap - (around + gap) * matrices.length) / columns.reduce((sum, each) => sum + each, 0)
      : room / Math.max(...columns);
  const cellHeight = Math.min(MOST_PLAIN.height, height / most);
  // Deep stacks break into lines anyway; then a cell need not be thinner than it is high.
  const cellWidth = Math.min(
    MOST_PLAIN.width,
    3 * cellHeight,
    Math.max(perCell, matrices.length > 3 ? cellHeight : 0),
  );
  /** `share` is that of the width it would have by itself. */
  const matrixWidth = (shape: Shape, share: number) => {
    const least = leastSide(shape.columns);
    const alone = clamp(shape.columns * cellWidth, least, Math.min(room, LARGEST_PLAIN));
    return Math.max(least, Math.floor(alone * share));
  };
  const page: Page = { width, gap, widthOf: (shape, share) => around + matrixWidth(shape, share) };
  const share = commonMeasure(matrices, { least: LEAST_SHARE, most: 1, step: 0.02 }, page);
  return matrices.map((matrix) => ({
    width: matrixWidth(matrix, share),
    height: Math.round(clamp(matrix.rows * cellHeight, leastSide(matrix.rows), height)),
    biasWidth: SMALLEST,
    digits: false,
  }));
}

/** What lines of matrices are drawn on. */
interface Page {
  readonly width: number;
  /** Between two matrices. */
  readonly gap: number;
  /** Of a matrix with all around it, where its cells have this measure. */
  widthOf(shape: Shape, measure: number): number;
}

/** The largest measure, up to `most`, at which all matrices break into as few lines as at the least one. */
function commonMeasure(
  matrices: readonly Shape[],
  { least, most, step }: { least: number; most: number; step: number },
  page: Page,
): number {
  const fewest = breakLines(matrices, least, page).length;
  let measure = most;
  while (measure - step >= least && breakLines(matrices, measure, page).length > fewest) measure -= step;
  return measure;
}

function widthOfLine(line: readonly Shape[], measure: number, { gap, widthOf }: Page): number {
  return line.reduce((sum, shape) => sum + widthOf(shape, measure) + gap, -gap);
}

/** The matrices as they break into lines at this measure. */
function breakLines(matrices: readonly Shape[], measure: number, page: Page): readonly (readonly Shape[])[] {
  const lines: Shape[][] = [];
  for (const matrix of matrices) {
    const line = lines.at(-1);
    if (line && widthOfLine([...line, matrix], measure, page) <= page.width) line.push(matrix);
    else lines.push([matrix]);
  }
  return lines;
}

/** A few rows or columns keep the room of their labels, even beside a matrix of many. */
function leastSide(cells: number): number {
  return clamp(cells * FEW_CELLS.side, SMALLEST, FEW_CELLS.most);
}

function clamp(size: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, size));
}
