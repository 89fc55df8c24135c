import { type ReactNode, useMemo } from 'react';
import { cells as cellsWords } from '../../i18n/cells.ts';
import { DOMAINS } from '../../layout/color.ts';
import { layoutAxis } from '../../layout/heatmap.ts';
import { type MagnitudeScale, magnitudePosition } from '../../layout/reach.ts';
import { Heatmap } from '../canvas/Heatmap.tsx';
import { usePixelRatio } from '../canvas/usePixelRatio.ts';
import { useRun, useView, useWords } from '../context.ts';
import { LetterText } from '../LetterText.tsx';
import { MathSymbol } from '../MathSymbol.tsx';
import type { StepDescription } from '../step.ts';
import { TimestepColumns } from '../TimestepColumns.tsx';
import styles from './RowDrawing.module.css';
import { GUTTER, LINE, type RowLayout, STATE_HEIGHT } from './rowLayout.ts';
import type { RowReach } from './rowReach.ts';

export interface RowDrawingProps {
  readonly layout: RowLayout;
  /** Of the timesteps shown. */
  readonly steps: readonly StepDescription[];
  readonly reach: RowReach | null;
  readonly domain: number;
  readonly scale: MagnitudeScale;
  /** Between the states and the letters, on the same columns. */
  readonly children: ReactNode;
}

const ABOVE = LINE.target + LINE.said + LINE.mark;
const BELOW = LINE.letter + LINE.bars;
const LETTER_SIZE = 14;

/** From above: target, prediction with its mark, states, letter, and the reach of one loss. */
export function RowDrawing({ layout, steps, reach, domain, scale, children }: RowDrawingProps) {
  const words = useWords(cellsWords);
  const selected = useView((view) => view.timestep);
  const { window, count, pitch, width } = layout;
  const column = selected - window.from;
  const isShown = column >= 0 && column < count;
  const columns = { from: window.from, count, width, className: styles.columns };
  const middle = (index: number) => ((index + 0.5) * width) / count;
  const size = Math.min(LETTER_SIZE, pitch * 0.95);
  return (
    <div className={styles.drawing} data-scrolls style={{ gridTemplateColumns: `${GUTTER}px ${width}px` }}>
      <div className={styles.labels} style={{ height: ABOVE }} aria-hidden="true">
        <span style={{ height: LINE.target }}>{words.rows.target}</span>
        <span style={{ height: LINE.said }}>{words.rows.said}</span>
      </div>
      <TimestepColumns {...columns}>
        <svg width={width} height={ABOVE} aria-hidden="true">
          {steps.map(({ number, target, prediction, right }, index) => (
            <g key={number} transform={`translate(${middle(index)} 0)`}>
              <LetterText
                letter={target ?? ''}
                x={0}
                y={LINE.target / 2}
                size={size * 0.86}
                room={pitch}
                muted
              />
              <g className={right ? styles.right : styles.wrong}>
                <rect
                  x={-pitch / 2 + 0.5}
                  y={LINE.target}
                  width={pitch - 1}
                  height={LINE.said + LINE.mark - 2}
                  rx={3}
                />
                <LetterText
                  letter={prediction ?? ''}
                  x={0}
                  y={LINE.target + LINE.said / 2}
                  size={size}
                  room={pitch - 2}
                  strong
                />
                <text className={styles.mark} y={LINE.target + LINE.said + 4}>
                  {right ? '✓' : '✗'}
                </text>
              </g>
            </g>
          ))}
        </svg>
      </TimestepColumns>
      <div className={styles.labels} aria-hidden="true">
        <span className={styles.symbol} style={{ height: STATE_HEIGHT }}>
          <MathSymbol base="h" subscript="t" />
        </span>
      </div>
      <TimestepColumns {...columns}>
        <States layout={layout} />
      </TimestepColumns>
      {children}
      <div className={styles.labels} aria-hidden="true">
        <span style={{ height: LINE.letter }}>{words.rows.letter}</span>
        <span className={styles.foot} style={{ height: LINE.bars }}>
          {words.rows.reach}
        </span>
      </div>
      <TimestepColumns {...columns}>
        <svg width={width} height={BELOW} aria-hidden="true">
          {steps.map(({ number, letter }, index) => (
            <g
              key={number}
              transform={`translate(${middle(index)} 0)`}
              className={index === column ? styles.selectedLetter : undefined}
            >
              <LetterText letter={letter} x={0} y={LINE.letter / 2} size={size} room={pitch} />
            </g>
          ))}
          {reach && (
            <Bars
              values={reach.hidden}
              width={width}
              count={count}
              domain={domain}
              scale={scale}
              selected={column}
            />
          )}
          {reach?.cellState && (
            <Bars
              values={reach.cellState}
              width={width}
              count={count}
              domain={domain}
              scale={scale}
              isOutline
            />
          )}
          <path className={styles.ground} d={`M0 ${BELOW - 0.5}H${width}`} />
        </svg>
      </TimestepColumns>
      {isShown && (
        <div
          className={styles.selected}
          style={{ left: GUTTER + (column * width) / count - 1, width: width / count + 2 }}
        />
      )}
    </div>
  );
}

interface BarsProps {
  readonly values: Float64Array;
  readonly width: number;
  readonly count: number;
  readonly domain: number;
  readonly scale: MagnitudeScale;
  readonly selected?: number;
  readonly isOutline?: boolean;
}

function Bars({ values, width, count, domain, scale, selected, isOutline = false }: BarsProps) {
  const pitch = width / count;
  const inset = Math.min(4, pitch * 0.14);
  return Array.from(values, (value, index) => {
    const height = (LINE.bars - 4) * magnitudePosition(value, domain, scale);
    return (
      <rect
        key={index}
        className={isOutline ? styles.outline : styles.bar}
        data-selected={index === selected}
        x={index * pitch + inset}
        y={BELOW - height}
        width={pitch - 2 * inset}
        height={height}
      />
    );
  });
}

/** h_t as colours, the highest layer on top. */
function States({ layout: { window, count, width } }: { readonly layout: RowLayout }) {
  const { layers } = useRun((run) => run.snapshot.trace);
  const { hiddenSize: H, cell, nonlinearity } = useRun((run) => run.model);
  const pixelRatio = usePixelRatio();
  const height = STATE_HEIGHT / layers.length;
  const rowAxis = useMemo(
    () => layoutAxis({ count: H, length: Math.round((height - 2) * pixelRatio), pixelRatio }),
    [H, height, pixelRatio],
  );
  const columnAxis = useMemo(
    () => layoutAxis({ count, length: Math.round(width * pixelRatio), pixelRatio }),
    [count, width, pixelRatio],
  );
  const grid = useMemo(
    () => ({ rows: H, columns: count, offset: (window.from + 1) * H, rowStride: 1, columnStride: H }),
    [H, count, window.from],
  );
  const domain = cell === 'rnn' && nonlinearity === 'relu' ? DOMAINS.relu : DOMAINS.hidden;
  return layers
    .map((layer, index) => (
      <div key={index} className={styles.map} style={{ height }}>
        <Heatmap
          values={layer.hidden}
          grid={grid}
          domain={domain}
          rowAxis={rowAxis}
          columnAxis={columnAxis}
          digits={false}
        />
      </div>
    ))
    .reverse();
}
