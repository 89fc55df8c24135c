/** The gates of one lab at every timestep, on the columns of its row; each can be held by hand. */
import { useMemo } from 'react';
import { cells as cellsWords } from '../../i18n/cells.ts';
import * as gateWords from '../../i18n/gates.ts';
import { formatFixed } from '../../layout/format.ts';
import { layoutAxis } from '../../layout/heatmap.ts';
import { GATE_LETTERS } from '../../layout/matrices.ts';
import { meanGate } from '../../layout/reach.ts';
import { Heatmap } from '../canvas/Heatmap.tsx';
import { usePixelRatio } from '../canvas/usePixelRatio.ts';
import { useRun, useWords } from '../context.ts';
import { type Gate, gateGrid, gatesOf } from '../gates/gate.ts';
import { HoldChoice, useHeld } from '../gates/HoldChoice.tsx';
import { useGateSight } from '../gates/useGateSight.ts';
import { useMagnitudeTable } from '../reach/useMagnitudeTable.ts';
import styles from './GateRows.module.css';
import { GUTTER, type RowLayout } from './rowLayout.ts';

export interface GateRowsProps {
  readonly layout: RowLayout;
  /** Of the lab. */
  readonly name: string;
}

/** CSS pixels of one gate of one layer. */
const HEIGHT = 30;

export function GateRows({ layout, name }: GateRowsProps) {
  const model = useRun((run) => run.model);
  const values = useRun((run) => run.snapshot.gates);
  useGateSight();
  return (
    values &&
    gatesOf(model).map((gate) => (
      <GateRow
        key={`${gate.layer}${gate.letter}`}
        layout={layout}
        name={name}
        gate={gate}
        values={values[gate.layer]}
      />
    ))
  );
}

/** What there is to say of the gates: that a cell has none, or that one was not held. */
export function GateNotice() {
  const words = useWords(cellsWords);
  const { none } = useWords(gateWords);
  const hasGates = useRun((run) => GATE_LETTERS[run.model.cell].length > 0);
  const refusal = useRun((run) => run.notice?.kind === 'refused' && run.notice.change.kind === 'hold');
  if (!hasGates) return <p className={styles.notice}>{none}</p>;
  if (!refusal) return null;
  return (
    <p role="alert" className={styles.notice}>
      {words.refused}
    </p>
  );
}

interface GateRowProps extends GateRowsProps {
  readonly gate: Gate;
  /** Of all gates of its layer. */
  readonly values: Float64Array;
}

function GateRow({ layout, name, gate: { layer, gate, letter, isCandidate }, values }: GateRowProps) {
  const words = useWords(gateWords);
  const model = useRun((run) => run.model);
  const held = useHeld(layer, gate);
  const magnitudes = useMagnitudeTable();
  const pixelRatio = usePixelRatio();
  const { window, count, width } = layout;
  const { hiddenSize: H, layers } = model;
  const rowAxis = useMemo(
    () => layoutAxis({ count: H, length: Math.round(HEIGHT * pixelRatio), pixelRatio }),
    [H, pixelRatio],
  );
  const columnAxis = useMemo(
    () => layoutAxis({ count, length: Math.round(width * pixelRatio), pixelRatio }),
    [count, width, pixelRatio],
  );
  const grid = useMemo(() => gateGrid(model, gate, window), [model, gate, window]);
  const at = { gate: letter, layer: layers > 1 ? layer + 1 : null };
  const mean = formatFixed(meanGate(values, model, letter, window), 2);
  return (
    <>
      <div className={styles.label} style={{ width: GUTTER }}>
        {!isCandidate && <HoldChoice layer={layer} gate={gate} label={words.hold(name, at)} />}
        <span className={styles.letter} title={words.gates[letter]}>
          <i>{letter}</i>
          {layers > 1 && <sub>{layer + 1}</sub>}
        </span>
      </div>
      <div
        role="img"
        className={styles.map}
        data-held={held !== null}
        aria-label={words.map(name, at, mean, held === null ? null : String(held))}
        title={`${words.gates[letter]}: ${words.mean(mean)}`}
      >
        <Heatmap
          values={values}
          grid={grid}
          domain={1}
          rowAxis={rowAxis}
          columnAxis={columnAxis}
          digits={false}
          {...(!isCandidate && { colors: magnitudes })}
        />
      </div>
    </>
  );
}
