/** What made the number that is pointed at. */
import { inside } from '../../i18n/inside.ts';
import { useWords } from '../context.ts';
import { DerivationView } from './DerivationView.tsx';
import { ReadingTitle } from './ReadingTitle.tsx';
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
  return (
    <>
      <div className={styles.head}>
        <span className={styles.place}>
          <ReadingTitle reading={reading} valued={reading.derivation === null} />
        </span>
        {kept ? (
          <span className={styles.hint}>{words.pinnedBelow}</span>
        ) : (
          <button type="button" className={styles.button} aria-disabled={full} onClick={onPin}>
            {words.pin}
          </button>
        )}
      </div>
      {!kept && <Making reading={reading} />}
    </>
  );
}

/** The products whose sum a number is, or what it is where it is given. */
export function Making({
  reading: { operand, derivation, row, timestep, given },
  fineness = null,
}: {
  readonly reading: Reading;
  /** How finely it is written where it is compared. */
  readonly fineness?: number | null;
}) {
  if (!derivation || operand.kind === 'given') return <p>{given}</p>;
  return (
    <DerivationView
      operation={operand}
      derivation={derivation}
      row={row}
      timestep={timestep}
      fineness={fineness}
    />
  );
}
