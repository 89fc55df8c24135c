/** The numbers that are kept to compare. */
import { useId, useState } from 'react';
import { inside } from '../../i18n/inside.ts';
import { useWords } from '../context.ts';
import styles from './Pins.module.css';
import { ReadingTitle } from './ReadingTitle.tsx';
import { Making } from './ReadOut.tsx';
import type { Reading } from './reading.ts';
import { writeDerivation } from './writeDerivation.ts';

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
  const fineness = finenessOf(pins);
  const inOrder = [...pins].sort((a, b) => a.reading.timestep - b.reading.timestep);
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
        {inOrder.map(({ key, reading, onRemove }) => (
          <li key={key} className={styles.pin}>
            <div className={styles.head}>
              <span className={styles.place}>
                <ReadingTitle reading={reading} valued />
              </span>
              <button
                type="button"
                className={styles.remove}
                aria-label={words.unpin(reading.place)}
                onClick={onRemove}
              >
                ×
              </button>
            </div>
            <Making reading={reading} fineness={fineness.get(reading.operand.kind) ?? null} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How finely the numbers of each kind of operation are written: as the finest of them needs, for equal digits. */
function finenessOf(pins: readonly Pin[]): ReadonlyMap<string, number> {
  const finest = new Map<string, number>();
  for (const { reading } of pins) {
    const { derivation, row, operand } = reading;
    if (!derivation || derivation.squash === 'argmax') continue;
    const { fineness } = writeDerivation(derivation, row);
    finest.set(operand.kind, Math.max(finest.get(operand.kind) ?? 0, fineness));
  }
  return finest;
}
