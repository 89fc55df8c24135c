/** A figure with its name, a one-sentence summary that stays current, and its numbers as a table on demand. */
import { type CSSProperties, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useMessages } from './context.ts';
import styles from './Figure.module.css';
import { lazily } from './lazily.ts';
import type { TableMaker } from './NumberTable.tsx';
import { useTold } from './useTold.ts';

const NumberTable = lazily(async () => (await import('./NumberTable.tsx')).NumberTable);

export interface FigureProps {
  readonly name: string;
  /** One sentence on what the figure shows now. */
  readonly summary: string;
  /** Called only while the table is open; null where there are no numbers, or none yet. */
  readonly table: TableMaker | null;
  /** Small controls or a legend at the right of the name. */
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly style?: CSSProperties;
  readonly children: ReactNode;
}

export function Figure({ name, summary, table, aside, className, style, children }: FigureProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { shell } = useMessages();
  const told = useTold(summary);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  };
  return (
    <figure
      className={`${styles.figure} ${open ? styles.open : ''} ${className ?? ''}`}
      style={style}
      onKeyDown={open ? closeOnEscape : undefined}
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-summary`}
    >
      <figcaption className={styles.caption}>
        <h2 id={`${id}-name`}>{name}</h2>
        {aside}
        {table && (
          <button
            ref={opener}
            type="button"
            className={styles.tableButton}
            aria-expanded={open}
            aria-label={shell.numbersOf(name)}
            title={shell.numbersOf(name)}
            onClick={() => setOpen(!open)}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M1.5 3.5h13v9h-13zM1.5 6.5h13M1.5 9.5h13M6 3.5v9M10.5 3.5v9" />
            </svg>
          </button>
        )}
      </figcaption>
      <p id={`${id}-summary`} className="visually-hidden">
        {told}
      </p>
      {open && table && <NumberTable table={table} onClose={close} />}
      {children}
    </figure>
  );
}
