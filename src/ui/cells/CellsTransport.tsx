/** What moves all three labs at once: they are always at the same update. */
import { useId, useRef, useState } from 'react';
import { cells as cellsWords } from '../../i18n/cells.ts';
import { grouped } from '../../i18n/numbers.ts';
import { useActions, useRun, useWords } from '../context.ts';
import { NumberField } from '../NumberField.tsx';
import { PaceSlider } from '../PaceSlider.tsx';
import transport from '../Transport.module.css';
import { MoreButtons, ResetButton, TrainButton } from '../Transport.tsx';
import styles from './CellsTransport.module.css';

const UPDATES_ON = 100;

export function CellsTransport() {
  return (
    <div className={transport.transport}>
      <TransportButtons />
      <TrainUntil />
      <PaceSlider />
    </div>
  );
}

/** The update of all, and what goes on from it. */
export function TransportButtons() {
  const words = useWords(cellsWords);
  const update = useRun((run) => run.snapshot.update);
  const moving = useRun((run) => run.phase.kind === 'training' || run.phase.kind === 'seeking');
  const id = useId();
  return (
    <>
      <p className={styles.update}>
        <span id={id} className={styles.name}>
          {words.update}
        </span>{' '}
        <strong role="status" aria-labelledby={id} aria-live={moving ? 'off' : 'polite'}>
          {grouped(update)}
        </strong>
      </p>
      <div className={transport.buttons}>
        <TrainButton id="train" />
        <MoreButtons />
        <ResetButton />
      </div>
    </>
  );
}

export function TrainUntil() {
  const words = useWords(cellsWords);
  const actions = useActions();
  const from = useRun((run) => run.snapshot.update);
  const next = UPDATES_ON * (Math.floor(from / UPDATES_ON) + 1);
  const [chosen, setChosen] = useState<number | null>(null);
  /** Whether training set out for what was chosen: once that is reached, the next round number is offered. */
  const [isUnderWay, setUnderWay] = useState(false);
  /** Where it was told that this is the goal, or beyond it. */
  const [toldAt, setToldAt] = useState<number | null>(null);
  /** Whether the goal is the one that was typed last. */
  const isAsTyped = useRef(true);
  const goal = chosen === null || (isUnderWay && chosen <= from) ? next : chosen;
  const go = () => {
    if (goal <= from) {
      setToldAt(from);
      return;
    }
    setUnderWay(true);
    actions.trainUntil({ kind: 'update', update: goal });
  };
  return (
    <form
      className={styles.until}
      title={words.untilHint}
      onSubmit={(event) => {
        event.preventDefault();
        if (isAsTyped.current) go();
      }}
    >
      <NumberField
        name={words.until}
        field="update"
        value={goal}
        onChange={(typed) => {
          setChosen(typed);
          setUnderWay(false);
          setToldAt(null);
        }}
        onRead={(isUsable) => {
          isAsTyped.current = isUsable;
        }}
      />
      <button type="submit" className={transport.button}>
        {words.go}
      </button>
      <p role="status" className={styles.there}>
        {toldAt === from && words.alreadyThere(grouped(from))}
      </p>
    </form>
  );
}
