/** The gates of one lab at every timestep, on the columns of its row; each can be held by hand. */
import { useMemo } from 'react';
import { cells as cellsWords } from '../../i18n/cells.ts';
import { formatFixed } from '../../layout/format.ts';
import { layoutAxis } from '../../layout/heatmap.ts';
import { GATE_LETTERS } from '../../layout/matrices.ts';
import { meanGate } from '../../layout/reach.ts';
import { Heatmap } from '../canvas/Heatmap.tsx';
import { usePixelRatio } from '../canvas/usePixelRatio.ts';
import { useActions, useRun, useWords } from '../context.ts';
import { useMagnitudeTable } from '../reach/useMagnitudeTable.ts';
import styles from './GateRows.module.css';
import { GUTTER, type RowLayout } from './rowLayout.ts';

export interface GateRowsProps {
  readonly layout: RowLayout;
  /** Of the lab. */
  readonly name: string;
}

const HOLDS = ['free', 'shut', 'open'] as const;
const CANDIDATES = ['g', 'n'];
/** CSS pixels of one gate of one layer. */
const HEIGHT = 30;

export function GateRows({ layout, name }: GateRowsProps) {
  const { cell, layers } = useRun((run) => run.model);
  const letters = GATE_LETTERS[cell];
  return (
    <>
      {Array.from({ length: layers }, (_, index) => layers - 1 - index).map((layer) =>
        letters.map((letter, gate) => (
          <GateRow
            key={`${layer}${letter}`}
            layout={layout}
            name={name}
            layer={layer}
            gate={gate}
            letter={letter}
          />
        )),
      )}
    </>
  );
}

/** What there is to say of the gates: that a cell has none, or that one was not held. */
export function GateNotice() {
  const words = useWords(cellsWords);
  const hasGates = useRun((run) => GATE_LETTERS[run.model.cell].length > 0);
  const refusal = useRun((run) => run.notice?.kind === 'refused' && run.notice.change.kind === 'hold');
  if (!hasGates) return <p className={styles.notice}>{words.noGates}</p>;
  if (!refusal) return null;
  return (
    <p role="alert" className={styles.notice}>
      {words.refused}
    </p>
  );
}

interface GateRowProps extends GateRowsProps {
  readonly layer: number;
  /** Its index in PyTorch's order, and its letter. */
  readonly gate: number;
  readonly letter: string;
}

function GateRow({ layout, name, layer, gate, letter }: GateRowProps) {
  const words = useWords(cellsWords);
  const { intervene } = useActions();
  const model = useRun((run) => run.model);
  const trace = useRun((run) => run.snapshot.trace.layers[layer]);
  const held = useRun((run) =>
    run.snapshot.ablation.held?.find((one) => one.layer === layer && one.gate === gate),
  );
  const magnitudes = useMagnitudeTable();
  const pixelRatio = usePixelRatio();
  const { window, count, width } = layout;
  const { cell, hiddenSize: H, layers } = model;
  const gates = GATE_LETTERS[cell].length;
  const isCandidate = CANDIDATES.includes(letter);
  const rowAxis = useMemo(
    () => layoutAxis({ count: H, length: Math.round(HEIGHT * pixelRatio), pixelRatio }),
    [H, pixelRatio],
  );
  const columnAxis = useMemo(
    () => layoutAxis({ count, length: Math.round(width * pixelRatio), pixelRatio }),
    [count, width, pixelRatio],
  );
  const grid = useMemo(
    () => ({
      rows: H,
      columns: count,
      offset: window.from * gates * H + gate * H,
      rowStride: 1,
      columnStride: gates * H,
    }),
    [H, count, window.from, gates, gate],
  );
  const at = { gate: letter, layer: layers > 1 ? layer + 1 : null };
  const mean = formatFixed(meanGate(trace, model, letter, window), 2);
  const choose = (hold: string) => {
    if (hold === 'free') intervene({ kind: 'release', layer, gate });
    else intervene({ kind: 'hold', layer, gate, value: hold === 'open' ? 1 : 0 });
  };
  return (
    <>
      <div className={styles.label} style={{ width: GUTTER }}>
        {!isCandidate && (
          <select
            className={styles.hold}
            aria-label={words.hold(name, at)}
            data-held={held !== undefined}
            value={HOLDS[held === undefined ? 0 : held.value + 1]}
            onChange={(event) => choose(event.target.value)}
          >
            {HOLDS.map((hold) => (
              <option key={hold} value={hold}>
                {words.holds[hold]}
              </option>
            ))}
          </select>
        )}
        <span className={styles.letter} title={words.gateNames[letter]}>
          <i>{letter}</i>
          {layers > 1 && <sub>{layer + 1}</sub>}
        </span>
      </div>
      <div
        role="img"
        className={styles.map}
        data-held={held !== undefined}
        aria-label={words.gateMap(name, at, mean, held === undefined ? null : String(held.value))}
        title={`${words.gateNames[letter]}: ${words.mean(mean)}`}
      >
        <Heatmap
          values={trace.gates}
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
