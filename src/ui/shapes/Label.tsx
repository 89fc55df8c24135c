/** A name in a box: of what is read, ink on both sides changed, or dashed where the word is unknown; of what is said, by whether it is right. */
import styles from './Label.module.css';
import { type LabelStyle, shortened } from './labels.ts';

export interface LabelProps {
  readonly kind: 'read' | 'unknown' | 'right' | 'wrong' | 'open';
  readonly name: string;
  readonly look: LabelStyle;
  /** The middle. */
  readonly x: number;
  readonly y: number;
  /** What the name stands for, for the pointer. */
  readonly title?: string | undefined;
}

export function Label({ kind, name, look, x, y, title }: LabelProps) {
  const seen = shortened(name, look);
  const told = title ?? (seen === name ? undefined : name);
  return (
    <g className={styles[kind]} transform={`translate(${x} ${y})`}>
      {told !== undefined && <title>{told}</title>}
      <rect x={-look.width / 2} y={-look.height / 2} width={look.width} height={look.height} rx={4} />
      <text fontSize={look.fontSize} transform={look.isLevel ? undefined : 'rotate(-90)'}>
        {seen}
      </text>
    </g>
  );
}
