import { useId, useMemo, useRef, useState } from 'react';
import { DOMAINS } from '../layout/color.ts';
import { formatCount, formatFixed } from '../layout/format.ts';
import type { Cell } from '../layout/heatmap.ts';
import { GATE_LETTERS, isSameMatrix, listMatrices, type Matrix, sizeMatrices } from '../layout/matrices.ts';
import { ColorLegend } from './ColorLegend.tsx';
import type { Way } from './canvas/HeatmapExplorer.tsx';
import { useMessages, useRun, useView, useViewStore } from './context.ts';
import { Figure } from './Figure.tsx';
import { useSize } from './useSize.ts';
import { WeightMatrix } from './WeightMatrix.tsx';
import styles from './WeightsFigure.module.css';
import { weightEnds } from './weightEnds.ts';
import { largestWeight, weightAt, weightsTable } from './weightsTable.ts';

/** CSS pixels beside each matrix: its row letters and the gap to the next. */
const MARGIN = 40;
/** Looking for the largest of more weights than this would cost as much as drawing them. */
const FEW_WEIGHTS = 20_000;

interface Cursor extends Cell {
  /** Which matrix it stands on. */
  readonly index: number;
}

/** Every weight matrix of the network once, with the link to its copies in the unrolled picture. */
export function WeightsFigure() {
  const model = useRun((run) => run.model);
  const parameters = useRun((run) => run.parameters);
  const update = useRun((run) => run.snapshot.update);
  const vocabulary = useRun((run) => run.task.vocabulary);
  const touched = useView((view) => view.matrix);
  const view = useViewStore();
  const words = useMessages().weights;
  const hintId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [spoken, setSpoken] = useState('');

  const matrices = useMemo(() => listMatrices(model), [model]);
  const sizes = useMemo(() => sizeMatrices(matrices, width, MARGIN), [matrices, width]);

  const ends = (matrix: Matrix, at: Cell) => weightEnds(matrix, at, model, vocabulary);
  const reading = (matrix: Matrix, at: Cell) =>
    words.reading({ ...ends(matrix, at), value: formatFixed(weightAt(parameters, matrix, at), 2) });
  const point = (index: number) => (at: Cell | null, way: Way) => {
    const matrix = matrices[index];
    setCursor(at && { ...at, index });
    setSpoken(at && way === 'keyboard' ? reading(matrix, at) : '');
    const { kind, layer } = matrix;
    if (!at) view.setState({ matrix: null });
    else if (!isSameMatrix(view.getState().matrix, matrix)) view.setState({ matrix: { kind, layer } });
  };

  // A new network may be smaller than the one the cursor stood on.
  const read = cursor && matrices[cursor.index];
  const standing = read && cursor.row < read.rows && cursor.column < read.columns ? cursor : null;
  const total = matrices.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const largest = total <= FEW_WEIGHTS ? largestWeight(matrices, parameters) : null;
  const summary = words.summary({
    matrices: matrices.length,
    weights: formatCount(total),
    update: formatCount(update),
    largest: largest && reading(largest.matrix, largest.cell),
  });

  return (
    <Figure
      name={words.name}
      summary={summary}
      table={() => weightsTable({ matrices, parameters, ends, words })}
      aside={<ColorLegend domain={DOMAINS.weight} />}
    >
      <div ref={frame} className={styles.matrices}>
        {width > 0 &&
          matrices.map((matrix, index) => {
            const { kind, layer } = matrix;
            const lit = isSameMatrix(matrix, touched);
            const number = model.layers > 1 && kind !== 'W_hy' ? layer + 1 : null;
            return (
              <WeightMatrix
                key={`${kind}${layer}`}
                matrix={matrix}
                layer={number}
                size={sizes[index]}
                label={words.matrix({ symbol: kind, layer: number }, matrix.rows, matrix.columns)}
                describedBy={hintId}
                parameters={parameters}
                gates={kind === 'W_hy' ? [] : GATE_LETTERS[model.cell]}
                columnLetters={kind === 'W_xh' && layer === 0 ? vocabulary : null}
                rowLetters={kind === 'W_hy' ? vocabulary : null}
                lit={lit}
                cursor={standing?.index === index ? standing : null}
                onCursor={point(index)}
              />
            );
          })}
      </div>
      <div className={styles.sentences}>
        <p>{words.shared(matrices.length)}</p>
        <p className={styles.reading}>{read && standing && reading(read, standing)}</p>
      </div>
      <p id={hintId} hidden>
        {words.hint}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {spoken}
      </p>
    </Figure>
  );
}
