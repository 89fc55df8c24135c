/** What made the number that is pointed at, and the numbers that are kept to compare. */
import { inside } from '../../i18n/inside.ts';
import { useWords } from '../context.ts';
import { MathText } from '../MathText.tsx';
import { DerivationView } from './DerivationView.tsx';
import styles from './ReadOut.module.css';
import type { Reading } from './reading.ts';

export function ReadOut({
  reading,
  onPin,
  kept,
  full,
}: {
  readonly reading: Reading;
  readonly onPin: () => void;
  /** What made it stands below already. */
  readonly kept: boolean;
  /** No more can be kept. */
  readonly full: boolean;
}) {
  const words = useWords(inside);
  const { place, timestep, derivation, row, given } = reading;
  if (derivation && kept) {
    return (
      <div className={styles.head}>
        <span className={styles.place}>{place}</span>
        <span className={styles.hint}>{words.pinnedBelow}</span>
      </div>
    );
  }
  return (
    <>
      <div className={styles.head}>
        <span className={styles.place}>{place}</span>
        {derivation && (
          <button type="button" className={styles.button} aria-disabled={full} onClick={onPin}>
            {words.pin}
          </button>
        )}
      </div>
      {derivation ? (
        <DerivationView derivation={derivation} row={row} timestep={timestep} />
      ) : (
        <p>
          <MathText text={given} />
        </p>
      )}
    </>
  );
}

export interface Pin {
  readonly key: string;
  readonly reading: Reading;
  readonly onRemove: () => void;
}

/** Side by side, so that what made one number stands beside what made another. */
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
  if (pins.length === 0) return null;
  return (
    <section aria-label={words.pinned} className={styles.tray}>
      <h3 className={styles.heading}>
        {words.pinned} <span className={styles.update}>{update}</span>
      </h3>
      <ul className={styles.pins}>
        {pins.map(({ key, reading, onRemove }) => (
          <li key={key} className={styles.pin}>
            <div className={styles.head}>
              <span className={styles.place}>{reading.place}</span>
              <span className={styles.value}>{reading.value}</span>
              <button
                type="button"
                className={styles.remove}
                aria-label={words.unpin(reading.place)}
                title={words.unpin(reading.place)}
                onClick={onRemove}
              >
                ×
              </button>
            </div>
            {reading.derivation && (
              <DerivationView derivation={reading.derivation} row={reading.row} timestep={reading.timestep} />
            )}
          </li>
        ))}
      </ul>
      {full && <p className={styles.hint}>{words.pinsFull(most)}</p>}
    </section>
  );
}
