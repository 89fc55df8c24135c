import { type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import { grouped } from '../i18n/numbers.ts';
import { weightDomain } from '../layout/color.ts';
import { formatFixed } from '../layout/format.ts';
import type { Cell } from '../layout/heatmap.ts';
import {
  GATE_LETTERS,
  isSameMatrix,
  listMatrices,
  type Matrix,
  type MatrixMargins,
  type ParameterMap,
  sizeMatrices,
} from '../layout/matrices.ts';
import { locateParameter } from '../layout/weightName.ts';
import type { MatrixRef } from '../state/view.ts';
import { inputMarks } from '../tasks/task.ts';
import { letterMark } from '../tasks/text.ts';
import { ColorLegend } from './ColorLegend.tsx';
import type { Box, Way } from './canvas/HeatmapExplorer.tsx';
import { useActions, useConfig, useMessages, useRun, useView, useViewStore } from './context.ts';
import { Figure } from './Figure.tsx';
import { lazily } from './lazily.ts';
import { axisLetters } from './MatrixLabels.tsx';
import { largestParameter, parameterAt } from './parameterAt.ts';
import { Refusal } from './time/Refusal.tsx';
import { useDragWeight } from './time/useDragWeight.ts';
import { roundWeight } from './time/weightRange.ts';
import { useSize } from './useSize.ts';
import { WeightMatrix } from './WeightMatrix.tsx';
import styles from './WeightsFigure.module.css';
import { weightEnds } from './weightEnds.ts';

const WeightEditor = lazily(async () => (await import('./time/WeightEditor.tsx')).WeightEditor);

/** Above, the edge around a matrix that is lit keeps off its symbol, with all that hangs from it. */
const MARGINS: MatrixMargins = { labels: 26, biasGap: 5, gap: 20, above: 29, below: 18 };
const TIGHT_MARGINS: MatrixMargins = { ...MARGINS, labels: 22, gap: 14 };
/** Narrower figures are tight. */
const ROOMY = 560;
/** The letters of the gates stand beside the numbers of their units. */
const GATE_ROOM = 12;

interface Cursor extends Cell {
  readonly map: ParameterMap;
}

/** Which parameter is being set, what its editor stands beside, and what had the focus before. */
interface Editing {
  readonly place: Cursor;
  readonly box: Box;
  readonly opener: Element | null;
  /** What the weight would become, while it is dragged in its matrix. */
  readonly dragged: number | null;
}

/** Every weight matrix of the network once, with its bias and the link to its copies in the unrolled picture. */
export function WeightsFigure() {
  const model = useRun((run) => run.model);
  const parameters = useRun((run) => run.parameters);
  const { update } = useRun((run) => run.snapshot);
  const task = useRun((run) => run.task);
  const marks = useMemo(
    () => ({
      encoder: axisLetters(inputMarks(task)),
      decoder: axisLetters(inputMarks(task, 'decoder')),
      outputs: axisLetters(task.outputNames.map(letterMark)),
    }),
    [task],
  );
  const touched = useView((view) => view.matrix);
  const view = useViewStore();
  const actions = useActions();
  const words = useMessages().weights;
  const hintId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [spoken, setSpoken] = useState('');
  const [editing, setEditing] = useState<Editing | null>(null);
  const { prepare, dragWeight } = useDragWeight();

  const gates = GATE_LETTERS[model.cell];
  const gateRoom = gates.length > 0 ? GATE_ROOM : 0;
  const margins = useMemo(() => {
    const fitting = width < ROOMY ? TIGHT_MARGINS : MARGINS;
    return { ...fitting, labels: fitting.labels + gateRoom };
  }, [width, gateRoom]);
  const matrices = useMemo(() => listMatrices(model), [model]);
  const maps = useMemo(() => matrices.flatMap((matrix): ParameterMap[] => [matrix, matrix.bias]), [matrices]);
  const sizes = useMemo(() => sizeMatrices(matrices, width, margins), [matrices, width, margins]);
  const largest = useMemo(() => largestParameter(maps, parameters), [maps, parameters]);
  const domain = weightDomain(largest.magnitude);

  const ends = (map: ParameterMap, at: Cell) => weightEnds(map, at, model, task);
  const reading = (map: ParameterMap, at: Cell) =>
    words.reading({ ...ends(map, at), value: formatFixed(parameterAt(parameters, map, at), 2) });
  const point = (map: ParameterMap, at: Cell | null, way: Way) => {
    // What is being set stays marked while the pointer drags it, and while the keyboard is in its editor.
    if (editing && (!at || editing.dragged !== null)) return setCursor(editing.place);
    setCursor(at && { ...at, map });
    setSpoken(at && way === 'keyboard' ? reading(map, at) : '');
    const matrix = at && matrices.find((each) => each === map);
    if (!matrix) view.setState({ matrix: null });
    else if (!isSameMatrix(view.getState().matrix, matrix)) {
      view.setState({ matrix: matrixRef(matrix) });
    }
  };

  const edit = (map: ParameterMap, cell: Cell, box: Box) =>
    setEditing({ place: { ...cell, map }, box, opener: document.activeElement, dragged: null });
  const set = (place: Cursor, value: number) => {
    const index = indexOf(place);
    if (value !== roundWeight(parameters[index])) actions.intervene({ kind: 'weight', index, value });
  };
  const press = (map: ParameterMap, cell: Cell, box: Box, event: PointerEvent<Element>) => {
    const place = { ...cell, map };
    dragWeight(event, {
      from: parameterAt(parameters, map, cell),
      onChange: (dragged) => {
        setCursor(place);
        setEditing({ place, box, opener: null, dragged });
      },
      onDrop: (value) => {
        setEditing(null);
        set(place, value);
      },
      onCancel: () => setEditing(null),
    });
  };
  const close = () => {
    setEditing(null);
    if (editing?.opener instanceof HTMLElement) editing.opener.focus({ preventScroll: true });
  };
  const interventions = useConfig((config) => config.interventions);
  const edited = useMemo(
    () =>
      interventions.flatMap((each) => {
        const place =
          each.kind === 'weight' && each.update <= update ? locateParameter(model, each.index) : null;
        return place ? [place] : [];
      }),
    [interventions, update, model],
  );

  // A new network has other maps than the one the cursor stood on.
  const standing = cursor && maps.includes(cursor.map) ? cursor : null;
  const countOf = (some: readonly ParameterMap[]) =>
    some.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const weights = countOf(matrices);
  const parameterCount = countOf(maps);
  const summary = words.summary({
    matrices: matrices.length,
    weights: grouped(weights),
    biases: grouped(parameterCount - weights),
    update: grouped(update),
    largest: reading(largest.map, largest.cell),
  });

  return (
    <Figure
      name={words.name}
      summary={summary}
      table={({ weightsTable }) => weightsTable({ maps, parameters, ends, words })}
      className={editing ? styles.editing : ''}
      aside={<ColorLegend domain={domain} open={largest.magnitude > domain} />}
    >
      <div
        ref={frame}
        className={styles.matrices}
        style={{ columnGap: margins.gap }}
        onPointerEnter={prepare}
      >
        {width > 0 &&
          matrices.map((matrix, index) => {
            const { kind, layer, part } = matrix;
            const stands = standing?.map === matrix || standing?.map === matrix.bias;
            return (
              <WeightMatrix
                key={`${kind}${layer}${part}`}
                matrix={matrix}
                layer={model.layers > 1 && kind !== 'W_hy' ? layer + 1 : null}
                size={sizes[index]}
                margins={margins}
                describedBy={hintId}
                parameters={parameters}
                domain={domain}
                gates={kind === 'W_hy' ? [] : gates}
                columnLetters={kind === 'W_xh' && layer === 0 ? marks[part ?? 'encoder'] : null}
                rowLetters={kind === 'W_hy' ? marks.outputs : null}
                lit={isSameMatrix(matrix, touched)}
                cursor={stands ? standing : null}
                onCursor={point}
                onPick={edit}
                onPress={press}
                edited={edited}
              />
            );
          })}
      </div>
      {editing && maps.includes(editing.place.map) && (
        <WeightEditor
          key={indexOf(editing.place)}
          index={indexOf(editing.place)}
          box={editing.box}
          dragged={editing.dragged}
          onSet={(value) => {
            set(editing.place, value);
            close();
          }}
          onClose={close}
          onLeave={() => setEditing(null)}
        />
      )}
      <Refusal kinds={['weight']} />
      <div className={styles.sentences}>
        <p>
          {words.shared(matrices.length)}{' '}
          {words.parameters(grouped(parameterCount), grouped(weights), grouped(parameterCount - weights))}
        </p>
        <p className={styles.reading}>{standing && reading(standing.map, standing)}</p>
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

/** How it is named wherever it is used. */
function matrixRef({ kind, layer, part }: Matrix): MatrixRef {
  return { kind, layer, ...(part && { part }) };
}

/** Into the flat parameters. */
function indexOf({ map, row, column }: Cursor): number {
  return map.offset + row * map.columns + column;
}
