import { useMemo } from 'react';
import type { Cell } from '../layout/heatmap.ts';
import { HeatmapExplorer, type Way } from './canvas/HeatmapExplorer.tsx';
import styles from './HiddenStateFigure.module.css';
import { lazily } from './lazily.ts';
import { MathSymbol } from './MathSymbol.tsx';
import { useIsFrozen } from './time/useIsFrozen.ts';
import { UnitLabels } from './UnitLabels.tsx';

/** Loaded with the first unit that is frozen. */
const FrozenMarks = lazily(async () => (await import('./time/FrozenMarks.tsx')).FrozenMarks);

export interface HiddenStateMapProps {
  readonly symbol: 'h' | 'c';
  /** From 1, or null where there is one layer. */
  readonly layer: number | null;
  /** Whether the symbol is written above: needed where there is more than one map. */
  readonly titled: boolean;
  /** What the rows are, written above their numbers; null where another map says it. */
  readonly rowName: string | null;
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

/** One state over the text: units × timesteps. */
export function HiddenStateMap(props: HiddenStateMapProps) {
  const { symbol, layer, titled, rowName, units, timesteps, ...rest } = props;
  const { states, height } = rest;
  const isFrozen = useIsFrozen();
  const grid = useMemo(
    () => ({ rows: units, columns: timesteps, offset: units, rowStride: 1, columnStride: units }),
    [units, timesteps],
  );
  return (
    <div className={styles.map}>
      <div className={styles.rowName} aria-hidden="true">
        {rowName}
      </div>
      <div className={titled ? styles.title : undefined} aria-hidden="true">
        {titled && <MathSymbol base={symbol} subscript="t" layer={layer} />}
      </div>
      <div className={styles.units}>
        <UnitLabels units={units} height={height} />
        {isFrozen && <FrozenMarks layer={(layer ?? 1) - 1} height={height} />}
      </div>
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
