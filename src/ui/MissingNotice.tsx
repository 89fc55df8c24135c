import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useMessages } from './context.ts';
import { askAgain, missing } from './lazily.ts';
import styles from './Notice.module.css';

/** Says that a part of the page could not be loaded. A reload comes back to the same run. */
export function MissingNotice() {
  const words = useMessages().notices;
  const isTold = useStore(missing, (state) => state.isTold);
  useEffect(() => {
    if (!isTold) return undefined;
    window.addEventListener('online', askAgain);
    return () => window.removeEventListener('online', askAgain);
  }, [isTold]);
  return (
    <div role="alert">
      {isTold && (
        <div className={styles.page}>
          <p className={styles.sentence}>{words.partMissing}</p>
          <button type="button" className={styles.dismiss} onClick={() => location.reload()}>
            {words.reload}
          </button>
          <button
            type="button"
            className={styles.dismiss}
            onClick={() => missing.setState({ isTold: false })}
          >
            {words.dismiss}
          </button>
        </div>
      )}
    </div>
  );
}
