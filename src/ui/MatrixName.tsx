import type { MatrixRef } from '../state/view.ts';
import styles from './MatrixName.module.css';

/** The symbol of a matrix inside an SVG drawing, such as W with the subscript xh; stacked layers carry their number. */
export function MatrixName({
  kind,
  layer,
  layers,
  x,
  y,
  anchor = 'start',
}: {
  readonly kind: MatrixRef['kind'];
  readonly layer: number;
  readonly layers: number;
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
}) {
  return (
    <text className={styles.name} x={x} y={y} textAnchor={anchor}>
      W
      <tspan className={styles.small} dy={3}>
        {kind.slice(2)}
      </tspan>
      {layers > 1 && kind !== 'W_hy' && (
        <tspan className={styles.small} dy={-8}>
          ({layer + 1})
        </tspan>
      )}
    </text>
  );
}
