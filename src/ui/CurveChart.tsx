import { type ReactNode, useId } from 'react';
import type { CurveAxes, CurveLines } from '../layout/curve.ts';
import styles from './CurveChart.module.css';
import { useMessages } from './context.ts';
import type { CurvePoint } from './curvePoint.ts';

export interface CurveChartProps {
  readonly axes: CurveAxes;
  readonly lines: CurveLines;
  /** Where the playhead is. */
  readonly at: CurvePoint;
  /** Only the place is told: neither line is drawn. */
  readonly covered: boolean;
  /** Whether the curve goes on beyond the playhead. */
  readonly goesOn: boolean;
  /** The recorded point under the pointer. */
  readonly read: CurvePoint | null;
  /** What lies under the lines, in the same coordinates. */
  readonly children?: ReactNode;
  /** What is written over the lines, also that of the playhead. */
  readonly over?: ReactNode;
}

/**
 * The drawing of the curve: axes, both lines, the playhead, and the point being read. What is always there stands where
 * it is without a transform: browsers group what they paint by it, and would have to do so anew with every point.
 */
export function CurveChart({ axes, lines, at, covered, goesOn, read, children, over }: CurveChartProps) {
  const words = useMessages().learning;
  const behind = useId();
  const { left, right, top, bottom, x, lossY, accuracyY } = axes;
  const now = x(at.update);
  return (
    <svg className={styles.chart} aria-hidden="true">
      <g className={styles.title}>
        <path className={styles.loss} d="M1 6q5 7 16 7" />
        <text x={22} y={13}>
          {words.lossAxis}
        </text>
      </g>
      <g className={`${styles.title} ${styles.green}`}>
        <path className={styles.accuracy} d={`M${right + 22} 13h6v-7h9`} />
        <text x={right + 16} y={13} textAnchor="end">
          {words.accuracyAxis}
        </text>
      </g>
      {axes.lossTicks.map(({ position, label }) => (
        <g key={label}>
          <path className={styles.grid} d={`M${left} ${position}H${right}`} />
          <text className={styles.tick} x={left - 6} y={position + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {axes.accuracyTicks.map(({ position, label }) => (
        <g key={label} className={styles.green}>
          {/* Inwards: before a number it would read as a minus. */}
          <path className={styles.mark} d={`M${right} ${position}h-4`} />
          <text className={styles.tick} x={right + 5} y={position + 4}>
            {label}
          </text>
        </g>
      ))}
      {axes.updateTicks.map(({ position, label }) => (
        <g key={label}>
          <path className={styles.mark} d={`M${position} ${bottom}v4`} />
          <text className={styles.tick} x={position} y={bottom + 16} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      {children}
      {goesOn && !covered && (
        <>
          <clipPath id={behind}>
            <rect x={0} y={0} width={now} height={bottom + 4} />
          </clipPath>
          <path className={`${styles.accuracy} ${styles.ahead}`} d={lines.accuracy} />
          <path className={`${styles.loss} ${styles.ahead}`} d={lines.loss} />
        </>
      )}
      {!covered && (
        <g {...(goesOn && { clipPath: `url(#${behind})` })}>
          <path className={styles.accuracy} d={lines.accuracy} />
          <path className={styles.loss} d={lines.loss} />
        </g>
      )}
      <path className={styles.line} d={`M${now} ${top}V${bottom}`} />
      {over}
      <g className={styles.playhead}>
        {!covered && Number.isFinite(at.loss) && (
          <>
            <circle className={styles.accuracyNow} cx={now} cy={accuracyY(at.accuracy)} r={3} />
            <circle className={styles.lossNow} cx={now} cy={lossY(at.loss)} r={4.5} />
          </>
        )}
        <path className={styles.grip} d={`M${now} ${bottom - 6}l5 6v6h-10v-6z`} />
        <path className={styles.hit} d={`M${now} ${top - 6}V${bottom + 18}`} />
      </g>
      {read !== null && (
        <g className={styles.read} transform={`translate(${x(read.update)} 0)`}>
          <path d={`M0 ${top}V${bottom}`} />
          <circle cy={accuracyY(read.accuracy)} r={3.5} />
          <circle cy={lossY(read.loss)} r={3.5} />
        </g>
      )}
    </svg>
  );
}
