import { useMemo } from 'react';
import { DOMAINS } from '../layout/color.ts';
import { type Cell, cellSpan, layoutAxis } from '../layout/heatmap.ts';
import type { Matrix, MatrixSize } from '../layout/matrices.ts';
import { letterMark } from '../tasks/text.ts';
import { HeatmapExplorer, type Way } from './canvas/HeatmapExplorer.tsx';
import { MathSymbol } from './MathSymbol.tsx';
import styles from './WeightMatrix.module.css';

export interface WeightMatrixProps {
  readonly matrix: Matrix;
  /** From 1, or null where the symbol needs none. */
  readonly layer: number | null;
  readonly size: MatrixSize;
  readonly label: string;
  readonly describedBy: string;
  /** The flat parameters of the network. */
  readonly parameters: Float64Array;
  /** Of the blocks of rows; none where there is one block. */
  readonly gates: readonly string[];
  /** Along the columns and the rows, where they are letters. */
  readonly columnLetters: readonly string[] | null;
  readonly rowLetters: readonly string[] | null;
  readonly lit: boolean;
  readonly cursor: Cell | null;
  readonly onCursor: (cell: Cell | null, way: Way) => void;
}

/** CSS pixels a letter needs below a column and beside a row. */
const LETTER_ROOM = { left: 13, top: 11 };

/** One weight matrix with its symbol, its shape and what its rows and columns stand for. */
export function WeightMatrix({
  matrix,
  layer,
  size,
  gates,
  columnLetters,
  rowLetters,
  ...rest
}: WeightMatrixProps) {
  const { rows, columns, offset } = matrix;
  const grid = useMemo(
    () => ({ rows, columns, offset, rowStride: columns, columnStride: 1 }),
    [rows, columns, offset],
  );
  const sideLabels = rowLetters?.map(letterMark) ?? gates;
  return (
    <div className={styles.matrix} data-lit={rest.lit}>
      <div className={styles.title}>
        <MathSymbol base="W" subscript={matrix.kind.slice(2)} layer={layer} />
        <span className={styles.shape}>
          {rows} × {columns}
        </span>
      </div>
      <Labels className={styles.rows} along="top" labels={sideLabels} length={size.height} />
      <HeatmapExplorer
        label={rest.label}
        describedBy={rest.describedBy}
        values={rest.parameters}
        grid={grid}
        domain={DOMAINS.weight}
        width={size.width}
        height={size.height}
        rowBlocks={Math.max(1, gates.length)}
        digits={size.digits ? 2 : null}
        lit={rest.lit}
        cursor={rest.cursor}
        onCursor={rest.onCursor}
      />
      <Labels
        className={styles.columns}
        along="left"
        labels={columnLetters?.map(letterMark) ?? []}
        length={size.width}
      />
    </div>
  );
}

interface LabelsProps {
  readonly className: string;
  readonly along: 'left' | 'top';
  readonly labels: readonly string[];
  /** CSS pixels. */
  readonly length: number;
}

/** Labels spread evenly along one side; none where they would run into each other. */
function Labels({ className, along, labels, length }: LabelsProps) {
  const room = labels.length > 0 && length / labels.length >= LETTER_ROOM[along];
  const axis = useMemo(
    () => layoutAxis({ count: Math.max(1, labels.length), length, pixelRatio: 1 }),
    [labels.length, length],
  );
  return (
    <div className={className} aria-hidden="true">
      {room &&
        labels.map((label, index) => {
          const span = cellSpan(axis, index);
          return (
            <span key={`${index}:${label}`} style={{ [along]: span.start + span.length / 2 }}>
              {label}
            </span>
          );
        })}
    </div>
  );
}
