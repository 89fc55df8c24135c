import { useMessages } from './context.ts';
import styles from './Loading.module.css';

/** Stands in the place of a panel that is on its way. */
export function Loading() {
  return <p className={styles.loading}>{useMessages().panels.loading}</p>;
}
