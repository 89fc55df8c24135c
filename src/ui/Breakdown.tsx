import type { FallbackProps } from 'react-error-boundary';
import { useMessages } from './context.ts';
import styles from './Notice.module.css';

/** What is left where drawing the page failed: a sentence, and the ways on. */
export function Breakdown({ resetErrorBoundary }: FallbackProps) {
  const words = useMessages().notices;
  return (
    <main role="alert" className={styles.page}>
      <p className={styles.sentence}>{words.brokeDown}</p>
      <button type="button" className={styles.dismiss} onClick={resetErrorBoundary}>
        {words.drawAgain}
      </button>
      <button type="button" className={styles.dismiss} onClick={() => location.reload()}>
        {words.reload}
      </button>
    </main>
  );
}
