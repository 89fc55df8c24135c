/** The buttons that do the next operation or go back one. */
import { inside } from '../../i18n/inside.ts';
import { useWords } from '../context.ts';
import type { Walk } from './useWalk.ts';
import styles from './WalkBar.module.css';

export function WalkBar({ walk, count }: { readonly walk: Walk; readonly count: number }) {
  const words = useWords(inside);
  return (
    <div className={styles.bar}>
      <button
        type="button"
        className={styles.button}
        aria-disabled={walk.isFirst}
        aria-keyshortcuts="p"
        onClick={walk.previous}
      >
        <span className={styles.long}>{words.previous}</span>
        <span className={styles.short} aria-hidden="true">
          ‹
        </span>{' '}
        <kbd>p</kbd>
      </button>
      <button
        type="button"
        className={`${styles.button} ${styles.next}`}
        aria-disabled={walk.isLast}
        aria-keyshortcuts="n"
        onClick={walk.next}
      >
        {words.next} <kbd>n</kbd>
      </button>
      {walk.at !== null && (
        <>
          <span className={styles.progress}>
            <span className={styles.long}>{words.progress(walk.at + 1, count)}</span>
            <span className={styles.short} aria-hidden="true">
              {walk.at + 1} / {count}
            </span>
          </span>
          <button type="button" className={styles.button} onClick={walk.leave}>
            {words.showAll} <kbd>{words.escape}</kbd>
          </button>
        </>
      )}
    </div>
  );
}
