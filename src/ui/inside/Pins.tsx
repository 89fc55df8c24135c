/** The numbers that are kept to compare. */
import { useId, useState } from 'react';
import { inside } from '../../i18n/inside.ts';
import { useWords } from '../context.ts';
import styles from './Pins.module.css';
import { ReadingTitle } from './ReadingTitle.tsx';
import { Making } from './ReadOut.tsx';
import type { Reading } from './reading.ts';

export interface Pin {
  readonly key: string;
  readonly reading: Reading;
  readonly onRemove: () => void;
}

/** Side by side, so that what made one number stands beside what made another; folded to one line on demand. */
export function Pins({
  pins,
  update,
  full,
  most,
}: {
  readonly pins: readonly Pin[];
  /** All of them are of this update. */
  readonly update: string;
  readonly full: boolean;
  readonly most: number;
}) {
  const words = useWords(inside);
  const id = useId();
  const [open, setOpen] = useState(true);
  if (pins.length === 0) return null;
  return (
    <section aria-label={words.pinned} className={styles.tray}>
      <div className={styles.top}>
        <h3 className={styles.heading}>
          <button
            type="button"
            className={styles.fold}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {words.pinnedCount(pins.length)}
          </button>
        </h3>
        <span className={styles.note}>
          {update}
          {full && ` · ${words.pinsFull(most)}`}
        </span>
      </div>
      <ul id={id} className={styles.pins} hidden={!open}>
        {pins.map(({ key, reading, onRemove }) => (
          <li key={key} className={styles.pin}>
            <div className={styles.head}>
              <span className={styles.place}>
                <ReadingTitle reading={reading} />
              </span>
              <span className={styles.value}>{reading.value}</span>
              <button
                type="button"
                className={styles.remove}
                aria-label={words.unpin(reading.place)}
                onClick={onRemove}
              >
                ×
              </button>
            </div>
            <Making reading={reading} />
          </li>
        ))}
      </ul>
    </section>
  );
}
