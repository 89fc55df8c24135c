import { type PointerEvent, useMemo } from 'react';
import type { FlatParameters } from '../engine/index.ts';
import type { Cell } from '../layout/heatmap.ts';
import type { Matrix, MatrixMargins, MatrixSize, ParameterMap } from '../layout/matrices.ts';
import { AxisLabels } from './AxisLabels.tsx';
import { type Box, HeatmapExplorer, type Way } from './canvas/HeatmapExplorer.tsx';
import { useMessages } from './context.ts';
import { MathSymbol } from './MathSymbol.tsx';
import { MatrixLabels } from './MatrixLabels.tsx';
import styles from './WeightMatrix.module.css';

export interface WeightMatrixProps {
  readonly matrix: Matrix;
  /** From 1, or null where the symbol needs none. */
  readonly layer: number | null;
  readonly size: MatrixSize;
  readonly margins: MatrixMargins;
  readonly describedBy: string;
  /** The flat parameters of the network. */
  readonly parameters: FlatParameters;
  /** Values from −domain to +domain have their own colour. */
  readonly domain: number;
  /** Of the blocks of rows; none where there is one block. */
  readonly gates: readonly string[];
  /** Along the columns and the rows, in writing, where they have names short enough; else they are numbered. */
  readonly columnLetters: readonly string[] | null;
  readonly rowLetters: readonly string[] | null;
  readonly lit: boolean;
  /** The cell that is read, and whether it is of the matrix or of its bias. */
  readonly cursor: (Cell & { readonly map: ParameterMap }) | null;
  readonly onCursor: (map: ParameterMap, cell: Cell | null, way: Way) => void;
  readonly onPick: (map: ParameterMap, cell: Cell, column: Box) => void;
  readonly onPress: (map: ParameterMap, cell: Cell, column: Box, event: PointerEvent<Element>) => void;
  /** The parameters that were set by hand. */
  readonly edited: readonly (Cell & { readonly map: ParameterMap })[];
}

/** Of the gates' letters: between them and the numbers, and what each digit of these takes. */
const GATES = { air: 5, digit: 6.6 };
/** One weight matrix and its bias, with its symbol, its shape and what its rows and columns stand for. */
export function WeightMatrix(props: WeightMatrixProps) {
  const { matrix, layer, size, margins, gates, columnLetters, rowLetters, cursor } = props;
  const {
    hiddenState: { unitAxis },
    weights: words,
  } = useMessages();
  const { rows, columns, bias } = matrix;
  const blocks = Math.max(1, gates.length);
  const grid = (map: ParameterMap, width: number) => (
    <ParameterGrid
      {...props}
      map={map}
      width={width}
      blocks={blocks}
      cursor={cursor?.map === map ? cursor : null}
    />
  );
  return (
    <div
      className={styles.matrix}
      data-lit={props.lit}
      style={{ gridTemplateColumns: `${margins.labels}px auto auto`, columnGap: 0 }}
    >
      <div className={styles.title} style={{ height: margins.above }} aria-hidden="true">
        <MathSymbol base="W" subscript={matrix.kind.slice(2)} layer={layer} />
        {matrix.part && <span className={styles.part}>{words.parts[matrix.part]}</span>}
        <span className={styles.shape}>
          {rows} × {columns}
        </span>
      </div>
      <div className={styles.rows}>
        {gates.length > 0 && (
          <div
            className={styles.gates}
            style={{ right: GATES.air + GATES.digit * String(rows / blocks).length }}
          >
            <AxisLabels along="rows" labels={gates} length={size.height} spacing={9} largest={12} />
          </div>
        )}
        <MatrixLabels along="rows" letters={rowLetters} count={rows} blocks={blocks} length={size.height} />
      </div>
      {grid(matrix, size.width)}
      <div style={{ marginLeft: margins.biasGap }}>{grid(bias, size.biasWidth)}</div>
      {/* Once, where the two axes of units meet. */}
      <div className={styles.corner} aria-hidden="true">
        {matrix.kind === 'W_hh' && matrix.layer === 0 && unitAxis}
      </div>
      <div style={{ height: margins.below }}>
        <MatrixLabels along="columns" letters={columnLetters} count={columns} length={size.width} />
      </div>
      <div
        className={styles.bias}
        style={{ marginLeft: margins.biasGap, width: size.biasWidth }}
        aria-hidden="true"
      >
        <MathSymbol base="b" subscript={bias.kind.slice(2)} />
      </div>
    </div>
  );
}

interface ParameterGridProps extends WeightMatrixProps {
  readonly map: ParameterMap;
  readonly width: number;
  readonly blocks: number;
}

function ParameterGrid({ map, width, blocks, layer, size, cursor, ...rest }: ParameterGridProps) {
  const words = useMessages().weights;
  const { rows, columns, offset } = map;
  const grid = useMemo(
    () => ({ rows, columns, offset, rowStride: columns, columnStride: 1 }),
    [rows, columns, offset],
  );
  return (
    <HeatmapExplorer
      label={words.matrix({ symbol: map.kind, part: map.part, layer }, rows, columns)}
      describedBy={rest.describedBy}
      values={rest.parameters}
      grid={grid}
      domain={rest.domain}
      width={width}
      height={size.height}
      rowBlocks={blocks}
      digits={size.digits}
      lit={rest.lit && map === rest.matrix}
      cursor={cursor}
      onCursor={(cell, way) => rest.onCursor(map, cell, way)}
      onPick={(cell, column) => rest.onPick(map, cell, column)}
      onPress={(cell, column, event) => rest.onPress(map, cell, column, event)}
      marked={rest.edited.filter((place) => place.map.offset === map.offset)}
    />
  );
}
