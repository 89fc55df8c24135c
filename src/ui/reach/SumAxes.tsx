/** What the rows and the columns of the matrices of a sum stand for, as at the matrices of the weights. */
import type { CellKind } from '../../engine/index.ts';
import { GATE_LETTERS, type ParameterMap } from '../../layout/matrices.ts';
import { inputMarks, type Task } from '../../tasks/task.ts';
import { letterMark } from '../../tasks/text.ts';
import { AxisLabels } from '../AxisLabels.tsx';
import { axisLetters, MatrixLabels } from '../MatrixLabels.tsx';
import styles from './SumAxes.module.css';

/** CSS pixels before the rows; the letters of the gates stand beside the numbers of their units. */
const ROWS = { letters: 24, gated: 38 };

/** The gates of whose rows a matrix or a bias consists; none where there is one block. */
export function gatesOf(cell: CellKind, { kind }: ParameterMap): readonly string[] {
  return kind === 'W_hy' || kind === 'b_y' ? [] : GATE_LETTERS[cell];
}

export function rowLabelsWidth(gates: readonly string[]): number {
  return gates.length > 0 ? ROWS.gated : ROWS.letters;
}

interface SumAxisProps {
  readonly map: ParameterMap;
  readonly task: Task;
  /** CSS pixels of the heatmap in this direction. */
  readonly length: number;
}

export function RowNames({ map, task, length, gates }: SumAxisProps & { readonly gates: readonly string[] }) {
  const { kind, rows } = map;
  const isOfOutputs = kind === 'W_hy' || kind === 'b_y';
  return (
    <div className={styles.rows} style={{ width: rowLabelsWidth(gates), height: length }}>
      {gates.length > 0 && (
        <div className={styles.gates}>
          <AxisLabels along="rows" labels={gates} length={length} spacing={9} largest={12} />
        </div>
      )}
      <MatrixLabels
        along="rows"
        letters={isOfOutputs ? axisLetters(task.outputNames.map(letterMark)) : null}
        count={rows}
        blocks={Math.max(1, gates.length)}
        length={length}
      />
    </div>
  );
}

/** Nothing below a bias, which has one column. */
export function ColumnNames({ map, task, length }: SumAxisProps) {
  const { kind, layer, part, columns } = map;
  if (kind.startsWith('b')) return null;
  const letters = kind === 'W_xh' && layer === 0 ? axisLetters(inputMarks(task, part)) : null;
  return (
    <div className={styles.columns} style={{ width: length }}>
      <MatrixLabels along="columns" letters={letters} count={columns} length={length} />
    </div>
  );
}
