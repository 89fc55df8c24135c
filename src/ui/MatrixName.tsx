import type { MatrixLabel } from '../layout/matrixLabel.ts';
import type { MatrixRef } from '../state/view.ts';
import styles from './MatrixName.module.css';

/** Small characters as shares of the large one. */
const SMALL = 0.8;

/** The symbol of a matrix inside an SVG drawing, such as W with the subscript xh; stacked layers carry their number. */
export function MatrixName({
  kind,
  layer,
  place,
}: {
  readonly kind: MatrixRef['kind'];
  /** From 1, or null where the symbol needs none. */
  readonly layer: number | null;
  readonly place: MatrixLabel;
}) {
  const { x, y, anchor, fontSize } = place;
  return (
    <text
      className={anchor === 'middle' ? `${styles.name} ${styles.halo}` : styles.name}
      x={x}
      y={y}
      textAnchor={anchor}
      fontSize={fontSize}
    >
      W
      <tspan fontSize={SMALL * fontSize} dy={3}>
        {kind.slice(2)}
      </tspan>
      {layer !== null && (
        // Over the subscript, which is about as wide as its letters are high.
        <tspan fontSize={SMALL * fontSize} dx={-SMALL * fontSize} dy={-9}>
          ({layer})
        </tspan>
      )}
    </text>
  );
}
