import type { Messages } from '../i18n/index.ts';
import { formatCount, formatFixed } from '../layout/format.ts';
import type { Cell } from '../layout/heatmap.ts';
import type { Matrix } from '../layout/matrices.ts';
import type { NumberTableProps } from './NumberTable.tsx';

/** The most weights in the table; of more, every matrix gives its first ones. */
const MOST_WEIGHTS = 200;

/** One weight of the flat parameters. */
export function weightAt(
  parameters: Float64Array,
  { offset, columns }: Matrix,
  { row, column }: Cell,
): number {
  return parameters[offset + row * columns + column];
}

/** The weight of largest magnitude in all matrices. */
export function largestWeight(matrices: readonly Matrix[], parameters: Float64Array) {
  let largest = { matrix: matrices[0], cell: { row: 0, column: 0 } };
  let magnitude = -1;
  for (const matrix of matrices) {
    for (let index = 0; index < matrix.rows * matrix.columns; index++) {
      const each = Math.abs(parameters[matrix.offset + index]);
      if (each > magnitude) {
        magnitude = each;
        largest = { matrix, cell: cellOf(matrix, index) };
      }
    }
  }
  return largest;
}

export interface WeightsTableOptions {
  readonly matrices: readonly Matrix[];
  readonly parameters: Float64Array;
  readonly ends: (matrix: Matrix, at: Cell) => Omit<Parameters<Messages['weights']['reading']>[0], 'value'>;
  readonly words: Messages['weights'];
}

/** The weights as numbers: a row for each. */
export function weightsTable({ matrices, parameters, ends, words }: WeightsTableOptions): NumberTableProps {
  const counts = matrices.map(({ rows, columns }) => rows * columns);
  const all = counts.reduce((sum, each) => sum + each, 0);
  const share = all <= MOST_WEIGHTS ? all : Math.floor(MOST_WEIGHTS / matrices.length);
  const rows = matrices.flatMap((matrix, which) =>
    Array.from({ length: Math.min(share, counts[which]) }, (_, index) => {
      const at = cellOf(matrix, index);
      return [
        words.reading({ ...ends(matrix, at), value: null }),
        formatFixed(weightAt(parameters, matrix, at), 4),
      ];
    }),
  );
  return {
    caption: words.table(formatCount(rows.length), formatCount(all)),
    columns: [words.weightColumn, words.valueColumn],
    rows,
  };
}

function cellOf({ columns }: Matrix, index: number): Cell {
  return { row: Math.floor(index / columns), column: index % columns };
}
