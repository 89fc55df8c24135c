import { useRun } from '../context.ts';
import styles from './FrozenMarks.module.css';
import { SNOWFLAKE } from './snowflake.ts';

/** Beside the rows of a heatmap of `height` pixels: a mark at each unit of a layer that is held at 0. */
export function FrozenMarks({ layer, height }: { readonly layer: number; readonly height: number }) {
  const frozen = useRun((run) => run.snapshot.ablation.frozen);
  const units = useRun((run) => run.model.hiddenSize);
  return frozen
    .filter((place) => place.layer === layer)
    .map(({ unit }) => (
      <svg
        key={unit}
        className={styles.mark}
        viewBox="-6 -6 12 12"
        style={{ top: ((unit + 0.5) * height) / units }}
        aria-hidden="true"
      >
        <path d={SNOWFLAKE} />
      </svg>
    ));
}
