/** A name in a box: of what is read, ink on both sides changed; of what is said, by whether it is right. */
import styles from './Label.module.css';
import type { LabelStyle } from './labels.ts';

export interface LabelProps {
  readonly kind: 'read' | 'right' | 'wrong' | 'open';
  readonly name: string;
  readonly look: LabelStyle;
  /** The middle. */
  readonly x: number;
  readonly y: number;
}

export function Label({ kind, name, look, x, y }: LabelProps) {
  return (
    <g className={styles[kind]} transform={`translate(${x} ${y})`}>
      <rect x={-look.width / 2} y={-look.height / 2} width={look.width} height={look.height} rx={4} />
      <text fontSize={look.fontSize} transform={look.isLevel ? undefined : 'rotate(-90)'}>
        {name}
      </text>
    </g>
  );
}
