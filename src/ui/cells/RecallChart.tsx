import { useRef } from 'react';
import { cells as cellsWords } from '../../i18n/cells.ts';
import { formatUpdates } from '../../layout/curve.ts';
import { wholeTicks } from '../../layout/wholeTicks.ts';
import { mediansOf, resultsOf, type Start, SWEEP_CELLS, type Sweep } from '../../state/sweep.ts';
import { useWords } from '../context.ts';
import { useSize } from '../useSize.ts';
import { LINES } from './LineSample.tsx';
import styles from './RecallChart.module.css';

export interface RecallChartProps {
  readonly sweep: Sweep;
  readonly start: Start;
}

/** CSS pixels. */
const HEIGHT = 190;
const MARGIN = { left: 40, right: 10, top: 34, bottom: 34 };
/** Where those stand that did not remember, above the budget. */
const FAILED = 16;
const QUARTERS = [0, 0.25, 0.5, 0.75, 1];
/** About as many lags have their number. */
const LAGS_NAMED = 5;
/** Cells stand beside each other at one lag. */
const BESIDE = 6;

/** Updates over lags for one start. */
export function RecallChart({ sweep, start }: RecallChartProps) {
  const words = useWords(cellsWords).recall;
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const { choice } = sweep;
  const { budget, lag: longest, seeds } = choice;
  const [left, right] = [MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right)];
  const [top, bottom] = [MARGIN.top, HEIGHT - MARGIN.bottom];
  const x = (lag: number) => left + 12 + ((right - left - 24) * lag) / longest;
  const y = (update: number | null) =>
    update === null ? top - FAILED : bottom - ((bottom - top) * update) / budget;
  return (
    <div ref={frame} className={styles.frame}>
      {width > 0 && (
        <svg className={styles.chart} width={width} height={HEIGHT} aria-hidden="true">
          <rect
            className={styles.failed}
            x={left}
            y={top - 2 * FAILED + 4}
            width={right - left}
            height={2 * FAILED - 8}
          />
          {QUARTERS.map((share) => share * budget).map((update) => (
            <g key={update} transform={`translate(0 ${y(update)})`}>
              <path className={styles.grid} d={`M${left} 0H${right}`} />
              <text className={styles.tick} x={left - 6} y={4} textAnchor="end">
                {formatUpdates(update)}
              </text>
            </g>
          ))}
          {wholeTicks(longest, LAGS_NAMED).map((lag) => (
            <text key={lag} className={styles.tick} x={x(lag)} y={bottom + 15} textAnchor="middle">
              {lag}
            </text>
          ))}
          <text className={styles.label} x={(left + right) / 2} y={HEIGHT - 4} textAnchor="middle">
            {words.lagAxis}
          </text>
          {SWEEP_CELLS.map((cell, index) => {
            const results = resultsOf(sweep, cell, start);
            const beside = (index - 1) * BESIDE;
            const medians = mediansOf(results, seeds);
            return (
              <g key={cell}>
                <path
                  className={`${styles.median} ${LINES[index]}`}
                  d={medians
                    .map(
                      ({ lag, update }, point) => `${point === 0 ? 'M' : 'L'}${x(lag) + beside} ${y(update)}`,
                    )
                    .join('')}
                />
                {results.map(({ lag, seed, update }) => (
                  <path
                    key={`${lag} ${seed}`}
                    className={`${styles.point} ${styles[cell]}`}
                    data-failed={update === null}
                    transform={`translate(${x(lag) + beside} ${y(update)})`}
                    d={SHAPES[cell]}
                  />
                ))}
              </g>
            );
          })}
        </svg>
      )}
      <p className={styles.axis} aria-hidden="true">
        <span>{words.updateAxis}</span>
        <span className={styles.band}>{words.failed(budget)}</span>
      </p>
    </div>
  );
}

/** The mark of one cell, for a legend. */
export function RecallMark({ cell }: { readonly cell: (typeof SWEEP_CELLS)[number] }) {
  return (
    <svg className={styles.mark} viewBox="-6 -6 12 12" aria-hidden="true">
      <path className={`${styles.point} ${styles[cell]}`} d={SHAPES[cell]} />
    </svg>
  );
}

/** A circle, a square, a triangle: the cells differ without their colours. */
const SHAPES = {
  rnn: 'M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0',
  gru: 'M-3.2 -3.2h6.4v6.4h-6.4z',
  lstm: 'M0 -4.2l4.2 7.4h-8.4z',
};
