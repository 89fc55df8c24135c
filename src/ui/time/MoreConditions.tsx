import { useId, useState } from 'react';
import { useMessages } from '../context.ts';
import { lazily } from '../lazily.ts';
import transport from '../Transport.module.css';
import styles from './MoreConditions.module.css';

const UntilForm = lazily(async () => (await import('./UntilForm.tsx')).UntilForm);

/** Opens the form of the conditions at which training stops; the form takes the line below the button. */
export function MoreConditions({ named = false }: { readonly named?: boolean }) {
  const words = useMessages().learning;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={`${transport.button} ${named ? '' : styles.icon}`}
        title={words.moreConditions}
        aria-label={words.moreConditions}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {named && words.moreConditions}
        <svg viewBox="0 0 16 16" className={styles.chevron} aria-hidden="true">
          <path d={isOpen ? 'M4 10l4-4 4 4' : 'M4 6l4 4 4-4'} />
        </svg>
      </button>
      <div id={id} className={styles.form} hidden={!isOpen}>
        {isOpen && <UntilForm />}
      </div>
    </>
  );
}
