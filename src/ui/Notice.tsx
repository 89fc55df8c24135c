/** Sentences owed to the person: at the top of the page, and where training broke down. */
import { lazy, Suspense } from 'react';
import { useActions, useMessages, useRun } from './context.ts';
import styles from './Notice.module.css';
import { noticeSentence } from './noticeSentence.ts';

/** Loaded when there is something to say about a link. */
const LinkNotice = lazy(() => import('./LinkNotice.tsx').then((part) => ({ default: part.LinkNotice })));

/** The notice about the page as a whole, until it is dismissed. */
export function PageNotice() {
  const words = useMessages();
  const actions = useActions();
  // A change that was refused is told at the control that was used.
  const notice = useRun((run) => (run.notice?.kind === 'refused' ? null : run.notice));
  return (
    <div role="alert">
      {notice && (
        <div className={styles.page}>
          <p className={styles.sentence}>
            {'keys' in notice ? (
              <Suspense>
                <LinkNotice key={notice.keys.join()} notice={notice} />
              </Suspense>
            ) : (
              noticeSentence(notice, words.notices)
            )}
          </p>
          <button type="button" className={styles.dismiss} onClick={() => actions.dismissNotice()}>
            {words.notices.dismiss}
          </button>
        </div>
      )}
    </div>
  );
}

/** What happened when the loss stopped being a number, and what to do. */
export function DivergedNotice() {
  const words = useMessages();
  const phase = useRun((run) => (run.phase.kind === 'diverged' ? run.phase : null));
  const lastGood = useRun((run) => run.snapshot.update);
  if (!phase) return null;
  return (
    <p role="alert" className={styles.diverged}>
      {words.notices.diverged({
        update: phase.update,
        loss: phase.loss,
        lastGood,
        clip: words.controls.clip,
        reset: words.learning.reset,
      })}
    </p>
  );
}
