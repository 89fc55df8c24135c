/** Which weight matrices a network has, where they lie in the flat parameters, and how large they are drawn. */
import type { CellKind, ModelConfig } from '../engine/index.ts';

/** A weight matrix, row-major in the flat parameters. */
export interface Matrix {
  /** Named as in the equations. Above the first layer W_xh reads the layer below. */
  readonly kind: 'W_xh' | 'W_hh' | 'W_hy';
  /** From 0; 0 for W_hy, of which there is one. */
  readonly layer: number;
  readonly rows: number;
  readonly columns: number;
  readonly offset: number;
}

/** The letters of the blocks of H rows in a cell's matrices, in PyTorch's order; none for the vanilla cell. */
export const GATE_LETTERS: Readonly<Record<CellKind, readonly string[]>> = {
  rnn: [],
  lstm: ['i', 'f', 'g', 'o'],
  gru: ['r', 'z', 'n'],
};

/** The matrices in PyTorch's order: W_xh and W_hh of each layer (two biases of G·H follow), then W_hy. */
export function listMatrices(model: ModelConfig): readonly Matrix[] {
  const { cell, inputSize, hiddenSize, layers, outputSize } = model;
  const rows = Math.max(1, GATE_LETTERS[cell].length) * hiddenSize;
  const matrices: Matrix[] = [];
  let offset = 0;
  for (let layer = 0; layer < layers; layer++) {
    const columns = layer === 0 ? inputSize : hiddenSize;
    matrices.push({ kind: 'W_xh', layer, rows, columns, offset });
    offset += rows * columns;
    matrices.push({ kind: 'W_hh', layer, rows, columns: hiddenSize, offset });
    offset += rows * hiddenSize + 2 * rows;
  }
  matrices.push({ kind: 'W_hy', layer: 0, rows: outputSize, columns: hiddenSize, offset });
  return matrices;
}

/** Whether both name the same matrix; W_hy is one, whatever layer is given. */
export function isSameMatrix(
  a: Pick<Matrix, 'kind' | 'layer'> | null,
  b: Pick<Matrix, 'kind' | 'layer'> | null,
): boolean {
  return a !== null && b !== null && a.kind === b.kind && (a.kind === 'W_hy' || a.layer === b.layer);
}

/** The gate letter and unit (from 0) of a row of W_xh or W_hh. */
export function gateOfRow(cell: CellKind, hiddenSize: number, row: number) {
  return { gate: GATE_LETTERS[cell][Math.floor(row / hiddenSize)] ?? null, unit: row % hiddenSize };
}

export interface MatrixSize {
  readonly width: number;
  readonly height: number;
  /** Whether two decimals can be read in every cell. */
  readonly digits: boolean;
}

/** CSS pixels: cells with digits, the most a cell takes with and without them, the least a matrix takes. */
const DIGITS = { width: 34, height: 20 };
const LARGEST = { width: 44, height: 26 };
const LARGEST_PLAIN = { width: 24, height: 22 };
const SMALLEST_MATRIX = 28;
/** A figure at least this wide has its matrices side by side, a narrower one below each other. */
const WIDE = 560;
const HEIGHT = { wide: 132, narrow: 260 };
const LARGEST_PLAIN_MATRIX = 240;

/** The sizes of matrices that share one cell size, drawn in `width` CSS pixels with `margin` beside each. */
export function sizeMatrices(
  matrices: readonly Pick<Matrix, 'rows' | 'columns'>[],
  width: number,
  margin: number,
): readonly MatrixSize[] {
  const wide = width >= WIDE;
  const columns = matrices.map((matrix) => matrix.columns);
  const room = wide ? width - margin * matrices.length : width - margin;
  const most = wide ? columns.reduce((sum, each) => sum + each, 0) : Math.max(...columns);
  const height = wide ? HEIGHT.wide : HEIGHT.narrow;
  const cell = {
    width: Math.min(LARGEST.width, room / most),
    height: Math.min(LARGEST.height, height / Math.max(...matrices.map((matrix) => matrix.rows))),
  };
  const digits = cell.width >= DIGITS.width && cell.height >= DIGITS.height;
  const plainHeight = Math.min(cell.height, LARGEST_PLAIN.height);
  const plain = { width: Math.min(cell.width, LARGEST_PLAIN.width, 3 * plainHeight), height: plainHeight };
  const { width: cellWidth, height: cellHeight } = digits ? cell : plain;
  return matrices.map((matrix) => ({
    width: clampSize(matrix.columns * cellWidth, digits ? room : Math.min(room, LARGEST_PLAIN_MATRIX)),
    height: clampSize(matrix.rows * cellHeight, height),
    digits,
  }));
}

function clampSize(size: number, largest: number): number {
  return Math.round(Math.min(largest, Math.max(SMALLEST_MATRIX, size)));
}
