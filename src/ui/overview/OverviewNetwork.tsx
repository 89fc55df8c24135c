/** Timesteps as small columns, from below as in the network: the letter read, the state h_t, the prediction. */
import { useMemo, useRef, useState } from 'react';
import { overview } from '../../i18n/overview.ts';
import { DOMAINS } from '../../layout/color.ts';
import { layoutAxis } from '../../layout/heatmap.ts';
import { overviewWindow } from '../../layout/overview.ts';
import { letterMark } from '../../tasks/text.ts';
import { Heatmap } from '../canvas/Heatmap.tsx';
import { usePixelRatio } from '../canvas/usePixelRatio.ts';
import { useRun, useView, useWords } from '../context.ts';
import { useCovered, useRound } from '../guessing/useRound.ts';
import { MathSymbol } from '../MathSymbol.tsx';
import { useSize } from '../useSize.ts';
import { COLUMN_HEIGHT, OverviewColumn } from './OverviewColumn.tsx';
import styles from './OverviewNetwork.module.css';

/** CSS pixels. */
const STATE = { height: 11, gap: 4 };

export function OverviewNetwork() {
  const words = useWords(overview);
  const names = useRun((run) => run.task.outputNames);
  const { guesses } = useRound();
  const covered = useCovered();
  const trace = useRun((run) => run.snapshot.trace);
  const timestep = useView((view) => view.timestep);
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const [firstBefore, setFirst] = useState<number | null>(null);
  const { timesteps } = trace;
  const selected = Math.min(timestep, timesteps - 1);
  const { first, count, columnWidth } = overviewWindow(timesteps, selected, width, firstBefore);
  if (width > 0 && first !== firstBefore) setFirst(first);
  const columns = Array.from({ length: width > 0 ? count : 0 }, (_, index) => first + index);
  const coverOf = (t: number) => {
    if (!covered) return null;
    const guess = guesses[t];
    return guess === null ? '?' : letterMark(names[guess]);
  };
  const share = (from: number) => `${(from / timesteps) * 100}%`;
  return (
    <div className={styles.network} aria-hidden="true">
      <div className={styles.names}>
        <span>{words.predicts}</span>
        <MathSymbol base="h" subscript="t" />
        <span>{words.reads}</span>
      </div>
      <div className={styles.frame} ref={frame}>
        <div className={styles.columns} style={{ width: count * columnWidth }}>
          <div
            className={styles.selection}
            style={{
              width: columnWidth - 2,
              transform: `translateX(${(selected - first) * columnWidth + 1}px)`,
            }}
          />
          <States first={first} count={count} columnWidth={columnWidth} />
          <svg className={styles.svg} width={count * columnWidth} height={COLUMN_HEIGHT} aria-hidden="true">
            {columns.map((t, index) => (
              <OverviewColumn
                key={t}
                t={t}
                left={index * columnWidth}
                width={columnWidth}
                isSelected={t === selected}
                cover={coverOf(t)}
              />
            ))}
          </svg>
          {count < timesteps && (
            <div className={styles.whole}>
              <span className={styles.part} style={{ left: share(first), width: share(count) }} />
              <span className={styles.place} style={{ left: share(selected + 0.5) }} />
            </div>
          )}
        </div>
      </div>
    </div>
  );
}

/** h_t of the highest layer, from which the prediction is made: one block of cells a timestep. */
function States({ first, count, columnWidth }: { first: number; count: number; columnWidth: number }) {
  const { cell, nonlinearity, hiddenSize, layers } = useRun((run) => run.model);
  const { hidden } = useRun((run) => run.snapshot.trace).layers[layers - 1];
  const pixelRatio = usePixelRatio();
  const cells = count * hiddenSize;
  const columnAxis = useMemo(
    () =>
      layoutAxis({
        count: cells,
        length: Math.round((count * columnWidth - STATE.gap) * pixelRatio),
        pixelRatio,
        blocks: count,
      }),
    [cells, count, columnWidth, pixelRatio],
  );
  const rowAxis = useMemo(
    () => layoutAxis({ count: 1, length: Math.round(STATE.height * pixelRatio), pixelRatio }),
    [pixelRatio],
  );
  const grid = useMemo(
    // Row 0 of the states is the one before the first timestep.
    () => ({ rows: 1, columns: cells, offset: (first + 1) * hiddenSize, rowStride: 0, columnStride: 1 }),
    [cells, first, hiddenSize],
  );
  return (
    <div className={styles.states} style={{ left: STATE.gap / 2 }}>
      <Heatmap
        values={hidden}
        grid={grid}
        domain={cell === 'rnn' && nonlinearity === 'relu' ? DOMAINS.relu : DOMAINS.hidden}
        rowAxis={rowAxis}
        columnAxis={columnAxis}
        digits={false}
      />
    </div>
  );
}
