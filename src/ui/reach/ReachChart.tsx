import { useMemo } from 'react';
import { colorIndex } from '../../layout/color.ts';
import { type Cell, cellSpan, layoutAxis } from '../../layout/heatmap.ts';
import { formatMagnitude, type MagnitudeScale, trianglePositions } from '../../layout/reach.ts';
import { AxisLabels } from '../AxisLabels.tsx';
import { HeatmapExplorer, type Way } from '../canvas/HeatmapExplorer.tsx';
import { numberSize } from './numberSize.ts';
import { ReachBars } from './ReachBars.tsx';
import styles from './ReachChart.module.css';
import { useMagnitudeTable } from './useMagnitudeTable.ts';

export interface ReachChartProps {
  /** (n·n), row s, column t. */
  readonly norms: Float64Array;
  readonly from: number;
  readonly n: number;
  /** Of the timesteps shown, as they are drawn. */
  readonly letters: readonly string[];
  /** From the first timestep shown, like the row and the column of the cursor. */
  readonly loss: number;
  readonly selected: number;
  /** The upper ends of the colours, for all losses, and of the bars, for the chosen one. */
  readonly domain: number;
  readonly barDomain: number;
  readonly scale: MagnitudeScale;
  /** Of the logarithmic scale. */
  readonly decades: number;
  /** CSS pixels. */
  readonly room: number;
  readonly lossAxis: string;
  readonly label: string;
  readonly describedBy: string;
  readonly cursor: Cell | null;
  readonly onCursor: (cell: Cell | null, way: Way) => void;
  readonly onPick: (cell: Cell) => void;
}

/** CSS pixels: the numbers of the losses, the pitch of columns and rows, and the height of the triangle at most. */
const GUTTER = 38;
const PITCH = { least: 6, most: 68 };
const ROW = { least: 5, most: 28 };
const TALLEST = 300;
/** A cell at least this large shows its number. */
const DIGITS = { width: 34, height: 17, air: 3, most: 11.5 };

/** The reach of one loss as bars over their letters, and below them the triangle of all losses on the same columns. */
export function ReachChart(props: ReachChartProps) {
  const { norms, from, n, loss, selected, domain, scale, decades } = props;
  const table = useMagnitudeTable();
  const pitch = Math.min(PITCH.most, Math.max(PITCH.least, (props.room - GUTTER) / n));
  const row = Math.min(ROW.most, Math.max(ROW.least, TALLEST / n));
  const width = Math.floor(pitch * n);
  const height = Math.round(row * n);
  const digits = useMemo(
    () => (pitch >= DIGITS.width && row >= DIGITS.height ? Array.from(norms, formatMagnitude) : null),
    [norms, pitch, row],
  );
  const positions = useMemo(
    () => trianglePositions(norms, [...Array(n).keys()], domain, scale, decades),
    [norms, n, domain, scale, decades],
  );
  const grid = useMemo(() => ({ rows: n, columns: n, offset: 0, rowStride: n, columnStride: 1 }), [n]);
  const numbers = useMemo(() => Array.from({ length: n }, (_, s) => String(from + s + 1)), [n, from]);
  const columns = useMemo(() => layoutAxis({ count: n, length: width, pixelRatio: 1 }), [n, width]);
  const rows = useMemo(() => layoutAxis({ count: n, length: height, pixelRatio: 1 }), [n, height]);
  const chosen = cellSpan(rows, loss);
  const end = cellSpan(columns, loss);
  const column = cellSpan(columns, selected);
  const top = cellSpan(rows, selected).start;
  return (
    <div className={styles.chart} style={{ gridTemplateColumns: `${GUTTER}px ${width}px` }}>
      <ReachBars
        values={norms.subarray(loss * n, loss * n + loss + 1)}
        letters={props.letters}
        axis={columns}
        selected={selected}
        domain={props.barDomain}
        scale={scale}
        decades={decades}
        onPick={(column) => props.onPick({ row: loss, column })}
      />
      <div className={styles.rows}>
        <span className={styles.axis} aria-hidden="true">
          {props.lossAxis}
        </span>
        <AxisLabels along="rows" labels={numbers} length={height} spacing={11} largest={11} />
      </div>
      <div className={styles.triangle}>
        <HeatmapExplorer
          label={props.label}
          describedBy={props.describedBy}
          values={positions}
          grid={grid}
          domain={1}
          colors={table}
          width={width}
          height={height}
          cursor={props.cursor}
          onCursor={props.onCursor}
          onPick={props.onPick}
        />
        <svg
          className={styles.overlay}
          width={width}
          height={height}
          fontSize={digits ? numberSize(digits, pitch - DIGITS.air, DIGITS.most) : undefined}
          aria-hidden="true"
        >
          <rect
            className={styles.selected}
            x={column.start - 1}
            y={top - 1}
            width={column.length + 2}
            height={height - top + 2}
          />
          <rect
            className={styles.chosen}
            x={-1}
            y={chosen.start - 1}
            width={end.start + end.length + 2}
            height={chosen.length + 2}
          />
          {digits?.map((text, index) => {
            const [s, t] = [Math.floor(index / n), index % n];
            const [x, y] = [cellSpan(columns, t), cellSpan(rows, s)];
            return (
              t <= s && (
                <text
                  key={index}
                  x={x.start + x.length / 2}
                  y={y.start + y.length / 2}
                  fill={table.ink[colorIndex(positions[index], 1)]}
                >
                  {text}
                </text>
              )
            );
          })}
        </svg>
      </div>
    </div>
  );
}
