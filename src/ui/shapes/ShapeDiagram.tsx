/** The lecture's diagram: a box for each step, an input below and an output above where there is one. */
import styles from './ShapeDiagram.module.css';

export interface ShapeDiagramProps {
  readonly reads: readonly boolean[];
  readonly says: readonly boolean[];
  readonly isRecurrent: boolean;
}

const BOX = { width: 8, height: 7, gap: 5 };
const PITCH = BOX.width + BOX.gap;
const LINE = 12;

export function ShapeDiagram({ reads, says, isRecurrent }: ShapeDiagramProps) {
  const width = reads.length * PITCH - BOX.gap;
  return (
    <svg
      className={styles.diagram}
      width={width + 2}
      height={33}
      viewBox={`-1 -1 ${width + 2} 33`}
      aria-hidden="true"
    >
      {reads.map((reading, t) => (
        <g key={t} transform={`translate(${t * PITCH} 0)`}>
          {says[t] && <rect className={styles.output} width={BOX.width} height={BOX.height} rx={1.5} />}
          {says[t] && <path d={`M4 ${LINE}v-5`} />}
          <rect className={styles.state} y={LINE} width={BOX.width} height={BOX.height} rx={1.5} />
          {reading && <path d={`M4 ${2 * LINE}v-5`} />}
          {reading && (
            <rect className={styles.input} y={2 * LINE} width={BOX.width} height={BOX.height} rx={1.5} />
          )}
          {isRecurrent && t > 0 && <path d={`M${-BOX.gap} ${LINE + BOX.height / 2}h${BOX.gap}`} />}
        </g>
      ))}
    </svg>
  );
}
