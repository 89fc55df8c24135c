import { useMemo } from 'react';
import { type Cell, cellSpan, layoutAxis, tickCells } from '../layout/heatmap.ts';
import { HeatmapExplorer, type Way } from './canvas/HeatmapExplorer.tsx';
import styles from './HiddenStateFigure.module.css';
import { MathSymbol } from './MathSymbol.tsx';

export interface HiddenStateMapProps {
  readonly symbol: 'h' | 'c';
  /** From 1, or null where there is one layer. */
  readonly layer: number | null;
  /** Whether the symbol is written above: needed where there is more than one map. */
  readonly titled: boolean;
  readonly label: string;
  readonly describedBy: string;
  /** ((T+1)·H), row 0 is the state before the first timestep. */
  readonly states: Float64Array;
  readonly units: number;
  readonly timesteps: number;
  readonly domain: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly selected: number;
  readonly cursor: Cell | null;
  readonly onCursor: (cell: Cell | null, way: Way) => void;
  readonly onPick: (cell: Cell) => void;
}

/** CSS pixels from one unit's number to the next. */
const UNIT_ROOM = 13;

/** One state over the text: units × timesteps. */
export function HiddenStateMap({ symbol, layer, titled, units, timesteps, ...rest }: HiddenStateMapProps) {
  const { states, height } = rest;
  const grid = useMemo(
    () => ({ rows: units, columns: timesteps, offset: units, rowStride: 1, columnStride: units }),
    [units, timesteps],
  );
  return (
    <div className={styles.map}>
      {titled && (
        <div className={styles.title}>
          <MathSymbol base={symbol} subscript="t" layer={layer} />
        </div>
      )}
      <UnitTicks units={units} height={height} />
      <HeatmapExplorer
        label={rest.label}
        describedBy={rest.describedBy}
        values={states}
        grid={grid}
        domain={rest.domain}
        width={rest.width}
        height={height}
        selectedColumn={rest.selected}
        cursor={rest.cursor}
        onCursor={rest.onCursor}
        onPick={rest.onPick}
      />
    </div>
  );
}

function UnitTicks({ units, height }: { readonly units: number; readonly height: number }) {
  const axis = useMemo(() => layoutAxis({ count: units, length: height, pixelRatio: 1 }), [units, height]);
  return (
    <div className={styles.units} aria-hidden="true">
      {tickCells(axis, UNIT_ROOM).map((cell) => {
        const { start, length } = cellSpan(axis, cell);
        return (
          <span key={cell} style={{ top: start + length / 2 }}>
            {cell + 1}
          </span>
        );
      })}
    </div>
  );
}
