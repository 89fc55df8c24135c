/** Sentences owed to the person: at the top of the page, and where training broke down. */
import { isOfLink } from '../state/run.ts';
import { useActions, useMessages, useRun } from './context.ts';
import { lazily } from './lazily.ts';
import styles from './Notice.module.css';
import { noticeSentence } from './noticeSentence.ts';

/** Loaded when there is something to say about a link. */
const LinkNotice = lazily(async () => (await import('./LinkNotice.tsx')).LinkNotice);

const DivergedSentence = lazily(async () => (await import('./DivergedSentence.tsx')).DivergedSentence);

/** Loaded when something happened to the run. */
export const RunNotice = lazily(async () => (await import('./RunNotice.tsx')).RunNotice);

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
            {isOfLink(notice) ? (
              <LinkNotice key={notice.keys.join()} notice={notice} />
            ) : (
              (noticeSentence(notice, words.notices) ?? <RunNotice notice={notice} />)
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
  const diverged = useRun((run) => run.phase.kind === 'diverged');
  if (!diverged) return null;
  return (
    <p role="alert" className={styles.diverged}>
      <DivergedSentence />
    </p>
  );
}
