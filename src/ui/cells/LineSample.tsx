import styles from './LineSample.module.css';

/** A piece of a lab's line as the chart draws it: solid, dashed or dotted. */
export function LineSample({ lab }: { readonly lab: number }) {
  return (
    <svg className={styles.sample} viewBox="0 0 28 8" aria-hidden="true">
      <path className={`${styles.line} ${LINES[lab]}`} d="M1 4H27" />
    </svg>
  );
}

/** The class of a line, by lab. */
export const LINES = [styles.first, styles.second, styles.third] as const;
