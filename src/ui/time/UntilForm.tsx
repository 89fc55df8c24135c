/** Trains until a condition that the person sets: an update, an accuracy or a loss. */
import { useId, useRef, useState } from 'react';
import { time } from '../../i18n/time.ts';
import type { LimitedField } from '../../state/config.ts';
import type { Condition } from '../../worker/protocol.ts';
import { useActions, useRun, useWords } from '../context.ts';
import { NumberField } from '../NumberField.tsx';
import styles from './UntilForm.module.css';

type Kind = Condition['kind'];

const KINDS: readonly Kind[] = ['update', 'accuracy', 'loss'];
const FIELDS: Readonly<Record<Kind, LimitedField>> = {
  update: 'update',
  accuracy: 'accuracyPercent',
  loss: 'lossGoal',
};
/** Round numbers of updates to begin with. */
const UPDATES_ON = 100;

export function UntilForm() {
  const words = useWords(time);
  const actions = useActions();
  const id = useId();
  const snapshot = useRun((run) => run.snapshot);
  const diverged = useRun((run) => run.phase.kind === 'diverged');
  const [kind, setKind] = useState<Kind>('update');
  const [values, setValues] = useState<Readonly<Record<Kind, number>>>(() => ({
    update: UPDATES_ON * (Math.floor(snapshot.update / UPDATES_ON) + 1),
    accuracy: 75,
    loss: 0.1,
  }));
  /** What was asked for in vain, because it is so already. */
  const [met, setMet] = useState<Condition | null>(null);
  if (met !== null && !isMetAt(met, snapshot)) setMet(null);
  /** Whether the value is the one that was typed last. */
  const isAsTyped = useRef(true);
  const value = values[kind];
  const start = () => {
    const condition = conditionOf(kind, value);
    const already = isMetAt(condition, snapshot);
    setMet(already ? condition : null);
    if (!already) actions.trainUntil(condition);
  };
  return (
    <form
      className={styles.form}
      // Also while something unusable is typed, which is not handed on.
      onChange={() => setMet(null)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!diverged && isAsTyped.current) start();
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {words.untilWhat}
      </label>
      <select
        id={id}
        className={styles.kind}
        value={kind}
        onChange={(event) => {
          isAsTyped.current = true;
          setKind(KINDS.find((each) => each === event.target.value) ?? kind);
        }}
      >
        {KINDS.map((each) => (
          <option key={each} value={each}>
            {words.until[each]}
          </option>
        ))}
      </select>
      <NumberField
        key={kind}
        name={words.until[kind]}
        field={FIELDS[kind]}
        value={value}
        onChange={(next) => {
          setMet(null);
          setValues({ ...values, [kind]: next });
        }}
        onRead={(isUsable) => {
          isAsTyped.current = isUsable;
        }}
        heading={<span />}
        {...(kind === 'loss' && { refusal: words.noSuchLoss })}
      />
      <button type="submit" className={styles.go} aria-disabled={diverged}>
        {words.go}
      </button>
      <p role="status" className={styles.met}>
        {met &&
          (met.kind === 'update' && met.update < snapshot.update
            ? words.updatePast(met.update)
            : words.alreadyMet)}
      </p>
    </form>
  );
}

function conditionOf(kind: Kind, value: number): Condition {
  if (kind === 'update') return { kind, update: value };
  return kind === 'accuracy' ? { kind, share: value / 100 } : { kind, nats: value };
}

function isMetAt(
  condition: Condition,
  at: { readonly update: number; readonly correct: number; readonly targets: number; readonly loss: number },
): boolean {
  if (condition.kind === 'update') return at.update >= condition.update;
  return condition.kind === 'accuracy'
    ? at.correct >= condition.share * at.targets
    : at.loss <= condition.nats;
}
