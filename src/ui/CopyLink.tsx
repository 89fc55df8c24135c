import { useEffect, useState } from 'react';
import styles from './CopyLink.module.css';
import { useActions, useMessages } from './context.ts';

type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'copied' }
  | { readonly kind: 'refused'; readonly link: string };

const SHOWN_FOR = 4000;

/** Copies the link; where the browser refuses, shows it to be copied by hand. */
export function CopyLink() {
  const { shell } = useMessages();
  const actions = useActions();
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const copy = async () => {
    const copied = await actions.copyLink();
    setOutcome(copied ? { kind: 'copied' } : { kind: 'refused', link: actions.link() });
  };
  useEffect(() => {
    if (outcome.kind !== 'copied') return;
    const timer = setTimeout(() => setOutcome({ kind: 'none' }), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [outcome]);
  return (
    <div>
      <button type="button" className={styles.button} onClick={copy}>
        {shell.copyLink}
      </button>
      <div role="status" className={outcome.kind === 'none' ? styles.silent : styles.outcome}>
        {outcome.kind === 'copied' && shell.linkCopied}
        {outcome.kind === 'refused' && (
          <>
            <label htmlFor="link-to-copy">{shell.linkNotCopied}</label>
            <input
              id="link-to-copy"
              readOnly
              value={outcome.link}
              onFocus={(event) => event.currentTarget.select()}
            />
            <button type="button" className={styles.button} onClick={() => setOutcome({ kind: 'none' })}>
              {shell.close}
            </button>
          </>
        )}
      </div>
    </div>
  );
}
