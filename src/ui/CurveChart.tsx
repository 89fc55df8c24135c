import type { CurveLayout } from '../layout/curve.ts';
import type { Curve, Snapshot } from '../worker/protocol.ts';
import styles from './CurveChart.module.css';
import { useMessages } from './context.ts';

/** The drawing of the curve: axes, both lines, the present update, and the point being read. */
export function CurveChart({
  layout,
  curve,
  snapshot,
  read,
}: {
  readonly layout: CurveLayout;
  readonly curve: Curve;
  readonly snapshot: Snapshot;
  /** Index of the recorded point being read. */
  readonly read: number | null;
}) {
  const words = useMessages().learning;
  const { left, right, top, bottom, x, lossY, accuracyY } = layout;
  const now = x(snapshot.update);
  return (
    <svg className={styles.chart} aria-hidden="true">
      <g className={styles.title} transform="translate(0 9)">
        <path className={styles.loss} d="M1 -3q5 7 16 7" />
        <text x={22} y={4}>
          {words.lossAxis}
        </text>
      </g>
      <g className={`${styles.title} ${styles.green}`} transform={`translate(${right + 38} 9)`}>
        <path className={styles.accuracy} d="M-16 4h6v-7h9" />
        <text x={-22} y={4} textAnchor="end">
          {words.accuracyAxis}
        </text>
      </g>
      {layout.lossTicks.map(({ position, label }) => (
        <g key={label} transform={`translate(0 ${position})`}>
          <path className={styles.grid} d={`M${left} 0H${right}`} />
          <text className={styles.tick} x={left - 6} y={4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {layout.accuracyTicks.map(({ position, label }) => (
        <g key={label} className={styles.green} transform={`translate(${right} ${position})`}>
          <path className={styles.mark} d="M0 0h4" />
          <text className={styles.tick} x={7} y={4}>
            {label}
          </text>
        </g>
      ))}
      {layout.updateTicks.map(({ position, label }) => (
        <g key={label} transform={`translate(${position} ${bottom})`}>
          <path className={styles.mark} d="M0 0v4" />
          <text className={styles.tick} y={16} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      <path className={styles.playhead} d={`M${now} ${top}V${bottom}`} />
      <path className={styles.accuracy} d={layout.accuracyPath} />
      <path className={styles.loss} d={layout.lossPath} />
      <circle
        className={styles.accuracyNow}
        cx={now}
        cy={accuracyY(snapshot.correct / snapshot.targets)}
        r={3}
      />
      <circle className={styles.lossNow} cx={now} cy={lossY(snapshot.loss)} r={4.5} />
      {read !== null && (
        <g className={styles.read} transform={`translate(${x(curve.updates[read])} 0)`}>
          <path d={`M0 ${top}V${bottom}`} />
          <circle cy={accuracyY(curve.accuracies[read])} r={3.5} />
          <circle cy={lossY(curve.losses[read])} r={3.5} />
        </g>
      )}
    </svg>
  );
}
