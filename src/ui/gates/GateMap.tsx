/** One gate of one layer: its name, what it is held at, and its values as units × timesteps. */
import { useMemo } from 'react';
import type { ModelConfig } from '../../engine/index.ts';
import * as gateWords from '../../i18n/gates.ts';
import { formatFixed } from '../../layout/format.ts';
import type { Cell } from '../../layout/heatmap.ts';
import { meanGate } from '../../layout/reach.ts';
import { HeatmapExplorer, type Way } from '../canvas/HeatmapExplorer.tsx';
import { useView, useWords } from '../context.ts';
import { MathSymbol } from '../MathSymbol.tsx';
import { useMagnitudeTable } from '../reach/useMagnitudeTable.ts';
import { UnitLabels } from '../UnitLabels.tsx';
import styles from './GatesFigure.module.css';
import { type Gate, gateGrid } from './gate.ts';
import { HoldChoice, useHeld } from './HoldChoice.tsx';

export interface GateMapProps {
  readonly gate: Gate;
  readonly model: ModelConfig;
  /** Of all gates of its layer. */
  readonly values: Float64Array;
  readonly timesteps: number;
  readonly selected: number;
  /** CSS pixels. */
  readonly width: number;
  readonly describedBy: string;
  readonly cursor: Cell | null;
  readonly onCursor: (cell: Cell | null, way: Way) => void;
  readonly onPick: (cell: Cell) => void;
}

/** CSS pixels of a unit, and of all: as high as what stands beside at least. */
const ROW_HEIGHT = 12;
const HEIGHT = { least: 40, most: 72 };

export function GateMap({ gate, model, values, timesteps, selected, ...rest }: GateMapProps) {
  const words = useWords(gateWords);
  const { layer, letter, isCandidate } = gate;
  const held = useHeld(layer, gate.gate);
  const hasControls = useView((view) => !view.hidden.includes('controls'));
  const magnitudes = useMagnitudeTable();
  const { hiddenSize: units, layers } = model;
  const whole = useMemo(() => ({ from: 0, to: timesteps }), [timesteps]);
  const grid = useMemo(() => gateGrid(model, gate.gate, whole), [model, gate.gate, whole]);
  const height = Math.max(HEIGHT.least, Math.min(units * ROW_HEIGHT, HEIGHT.most));
  const at = { gate: letter, layer: layers > 1 ? layer + 1 : null };
  const mean = formatFixed(meanGate(values, model, letter, whole), 2);
  return (
    <div className={styles.gate} data-held={held !== null}>
      <div className={styles.label}>
        <span className={styles.name} title={words.hints[letter]}>
          <MathSymbol base={letter} subscript="t" layer={at.layer} /> {words.gates[letter]}
        </span>
        <span className={styles.mean}>{words.mean(mean)}</span>
        {hasControls && !isCandidate && (
          <HoldChoice layer={layer} gate={gate.gate} label={words.hold(null, at)} />
        )}
      </div>
      <div className={styles.units}>
        <UnitLabels units={units} height={height} />
      </div>
      <HeatmapExplorer
        label={words.map(null, at, mean, held === null ? null : String(held))}
        describedBy={rest.describedBy}
        values={values}
        grid={grid}
        domain={1}
        width={rest.width}
        height={height}
        selectedColumn={selected}
        cursor={rest.cursor}
        onCursor={rest.onCursor}
        onPick={rest.onPick}
        {...(!isCandidate && { colors: magnitudes })}
      />
    </div>
  );
}
