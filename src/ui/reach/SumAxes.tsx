/** What the rows and the columns of the matrices of a sum stand for, as at the matrices of the weights. */
import type { CellKind } from '../../engine/index.ts';
import { isWideLetter, isWord } from '../../layout/letterSize.ts';
import { GATE_LETTERS, type ParameterMap } from '../../layout/matrices.ts';
import { inputMarks, type Task } from '../../tasks/task.ts';
import { letterMark } from '../../tasks/text.ts';
import { AxisLabels } from '../AxisLabels.tsx';
import styles from './SumAxes.module.css';

/** CSS pixels from one label to the next, and the size of the largest. */
const LETTERS = { narrow: 9, wide: 13 };
const NUMBERS = { rows: 14, columns: 20, manyColumns: 26, few: 9 };
const LARGEST = { letter: 12, number: 11 };
const FEW = 9;
const SOME = 99;

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
  const letters = kind === 'W_hy' || kind === 'b_y' ? alongAxis(task.outputNames.map(letterMark)) : null;
  const blocks = Math.max(1, gates.length);
  const labels = letters ?? Array.from({ length: blocks }, () => numbers(rows / blocks)).flat();
  const spacing = rows / blocks <= FEW ? NUMBERS.few : NUMBERS.rows;
  return (
    <div className={styles.rows} style={{ width: rowLabelsWidth(gates), height: length }}>
      {gates.length > 0 && (
        <div className={styles.gates}>
          <AxisLabels along="rows" labels={gates} length={length} spacing={9} largest={LARGEST.letter} />
        </div>
      )}
      <AxisLabels
        along="rows"
        labels={labels}
        length={length}
        blocks={blocks}
        spacing={letters ? letterSpacing(letters) : spacing}
        largest={letters ? LARGEST.letter : LARGEST.number}
      />
    </div>
  );
}

/** Nothing below a bias, which has one column. */
export function ColumnNames({ map, task, length }: SumAxisProps) {
  const { kind, layer, part, columns } = map;
  if (kind.startsWith('b')) return null;
  const letters = kind === 'W_xh' && layer === 0 ? alongAxis(inputMarks(task, part)) : null;
  const spacing = columns <= FEW ? NUMBERS.few : columns <= SOME ? NUMBERS.columns : NUMBERS.manyColumns;
  return (
    <div className={styles.columns} style={{ width: length }}>
      <AxisLabels
        along="columns"
        labels={letters ?? numbers(columns)}
        length={length}
        spacing={letters ? letterSpacing(letters) : spacing}
        largest={letters ? LARGEST.letter : LARGEST.number}
      />
    </div>
  );
}

/** Letters stand along a matrix; words and pixels are numbered there, and read out by name. */
function alongAxis(marks: readonly string[]): readonly string[] | null {
  return marks.some((mark) => isWord(mark) || mark.startsWith('▦')) ? null : marks;
}

function letterSpacing(letters: readonly string[]): number {
  return letters.some(isWideLetter) ? LETTERS.wide : LETTERS.narrow;
}

function numbers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1));
}
