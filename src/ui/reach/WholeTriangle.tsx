import { useId, useMemo, useRef } from 'react';
import { isolated } from '../../i18n/isolated.ts';
import * as reachWords from '../../i18n/reach.ts';
import { type Cell, cellSpan, layoutAxis } from '../../layout/heatmap.ts';
import {
  formatMagnitude,
  type MagnitudeScale,
  normsOf,
  rowsWithin,
  type StepWindow,
  triangleHeight,
  trianglePositions,
} from '../../layout/reach.ts';
import { readName } from '../../tasks/task.ts';
import type { WholeReach } from '../../worker/protocol.ts';
import { AxisLabels } from '../AxisLabels.tsx';
import { HeatmapExplorer } from '../canvas/HeatmapExplorer.tsx';
import { usePointedCell } from '../canvas/usePointedCell.ts';
import { useRun, useView, useWords } from '../context.ts';
import { useSize } from '../useSize.ts';
import { useMagnitudeTable } from './useMagnitudeTable.ts';
import styles from './WholeTriangle.module.css';

export interface WholeTriangleProps {
  /** Null while the run moves. */
  readonly whole: WholeReach | null;
  readonly layer: number;
  readonly state: 'h' | 'c';
  readonly domain: number;
  readonly scale: MagnitudeScale;
  readonly decades: number;
  /** What is shown in detail, and the timestep of the loss that is. */
  readonly window: StepWindow;
  readonly loss: number;
  /** The timesteps of a loss and of a state. */
  readonly onPick: (loss: number, step: number) => void;
}

/** CSS pixels of the numbers of the losses. */
const GUTTER = 38;
/** Of what stands there before the triangle does. */
const WAITING_HEIGHT = 300;
const NUMBER_ROOM = 34;
const LABEL = 11;

/** The losses of the whole text by all of its steps; the window that is shown in detail goes where one picks. */
export function WholeTriangle(props: WholeTriangleProps) {
  const words = useWords(reachWords);
  const { whole } = props;
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  return (
    <div ref={frame} className={styles.whole}>
      {!whole && (
        <p className={styles.later} style={{ height: WAITING_HEIGHT, marginLeft: GUTTER }}>
          {words.whole.later}
        </p>
      )}
      {whole && width > GUTTER && <Triangle {...props} whole={whole} width={Math.floor(width - GUTTER)} />}
    </div>
  );
}

function Triangle(props: WholeTriangleProps & { readonly whole: WholeReach; readonly width: number }) {
  const all = useWords(reachWords);
  const words = all.whole;
  const { whole, state, domain, scale, decades, width, loss } = props;
  const { losses, depth, isFinished } = whole;
  const task = useRun((run) => run.task);
  const trace = useRun((run) => run.snapshot.trace);
  const selected = useView((view) => view.timestep);
  const hintId = useId();
  const table = useMagnitudeTable();

  const norms = normsOf(whole, props.layer, state);
  const n = losses.length;
  const timesteps = norms.length / n;
  const height = triangleHeight(n);
  const positions = useMemo(
    () => trianglePositions(norms, losses, domain, scale, decades),
    [norms, losses, domain, scale, decades],
  );
  const grid = useMemo(
    () => ({ rows: n, columns: timesteps, offset: 0, rowStride: timesteps, columnStride: 1 }),
    [n, timesteps],
  );
  const columns = useMemo(
    () => layoutAxis({ count: timesteps, length: width, pixelRatio: 1 }),
    [timesteps, width],
  );
  const rows = useMemo(() => layoutAxis({ count: n, length: height, pixelRatio: 1 }), [n, height]);
  const numbers = useMemo(() => Array.from({ length: timesteps }, (_, t) => String(t + 1)), [timesteps]);
  const lossNumbers = useMemo(() => Array.from(losses, (s) => String(s + 1)), [losses]);

  const reading = ({ row, column }: Cell) => {
    const [s, t, value] = [losses[row], column, norms[row * timesteps + column]];
    if (t > s) return all.readingAfter(s + 1, t + 1);
    const at = { loss: s + 1, step: t + 1, letter: isolated(readName(task, trace, t)), state };
    return Number.isNaN(value) ? words.unknown(at) : all.reading({ ...at, value: formatMagnitude(value) });
  };
  const { pointed, spoken, point } = usePointedCell<Cell>(
    ({ row, column }) => row < n && column < timesteps,
    reading,
  );

  const step = Math.min(selected, timesteps - 1);
  const reaching = rowsWithin(losses, { from: step, to: timesteps }).first;
  const { first, end } = rowsWithin(losses, props.window);
  const top = first < n ? cellSpan(rows, first).start : height;
  const bottom = end > first ? endOf(cellSpan(rows, end - 1)) : top;
  const left = cellSpan(columns, props.window.from).start;
  const right = endOf(cellSpan(columns, props.window.to - 1));
  const column = cellSpan(columns, step);
  const row = losses.indexOf(loss);
  return (
    <>
      <p className={styles.sentence}>
        {words.shown({
          losses: n,
          every: n > 1 ? losses[1] - losses[0] : 1,
          all: timesteps,
          depth: depth < timesteps ? depth : null,
        })}{' '}
        {!isFinished && words.more}
      </p>
      <div className={styles.chart} style={{ gridTemplateColumns: `${GUTTER}px ${width}px` }}>
        <div className={styles.rows}>
          <AxisLabels along="rows" labels={lossNumbers} length={height} spacing={LABEL} largest={LABEL} />
        </div>
        <div className={styles.triangle}>
          <HeatmapExplorer
            label={words.map(n, timesteps)}
            describedBy={hintId}
            values={positions}
            grid={grid}
            domain={1}
            colors={table}
            width={width}
            height={height}
            cursor={pointed}
            onCursor={point}
            onPick={(cell) => props.onPick(losses[cell.row], cell.column)}
          />
          <svg className={styles.overlay} width={width} height={height} aria-hidden="true">
            <path
              className={styles.selected}
              d={`M${column.start + column.length / 2} ${cellSpan(rows, reaching).start}V${height}`}
            />
            {row >= 0 && (
              <path
                className={styles.chosen}
                d={`M0 ${endOf(cellSpan(rows, row))}H${endOf(cellSpan(columns, loss))}`}
              />
            )}
            <rect
              className={styles.window}
              x={left - 1}
              y={top - 1}
              width={right - left + 2}
              height={bottom - top + 2}
            />
          </svg>
        </div>
        <div className={styles.steps}>
          <AxisLabels along="columns" labels={numbers} length={width} spacing={NUMBER_ROOM} largest={LABEL} />
        </div>
      </div>
      <p className={styles.reading}>
        <span id={hintId} hidden={pointed !== null}>
          {words.hint}
        </span>
        {pointed && reading(pointed)}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {spoken}
      </p>
    </>
  );
}

function endOf({ start, length }: { readonly start: number; readonly length: number }): number {
  return start + length;
}
