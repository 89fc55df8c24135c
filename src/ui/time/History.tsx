/** What a person changed in the run, and the futures they left by it. */
import { useState } from 'react';
import { time } from '../../i18n/time.ts';
import { formatFixed } from '../../layout/format.ts';
import type { Branch } from '../../state/run.ts';
import type { Intervention } from '../../worker/protocol.ts';
import { useActions, useApp, useConfig, useRun, useViewStore, useWords } from '../context.ts';
import { MathText } from '../MathText.tsx';
import styles from './History.module.css';
import { InterventionMark } from './InterventionMark.tsx';
import { differenceOf } from './parting.ts';
import { sendPlayhead } from './playhead.ts';
import { useChangeWords } from './useChangeWords.ts';

/** A longer list shows its last ones. */
const FEW = 4;

export function History() {
  return (
    <>
      <Interventions />
      <Futures />
    </>
  );
}

function Interventions() {
  const words = useWords(time);
  const app = useApp();
  const changeText = useChangeWords();
  const interventions = useConfig((config) => config.interventions);
  const present = useRun((run) => run.snapshot.update);
  const [isWhole, setWhole] = useState(false);
  const hidden = isWhole ? 0 : Math.max(0, interventions.length - FEW);
  if (interventions.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3>{words.interventions}</h3>
      {interventions.length > FEW && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? words.fewer : words.more(hidden)}
        </button>
      )}
      <ul className={styles.list}>
        {interventions.slice(hidden).map((intervention, position) => {
          const isAhead = intervention.update > present;
          const entry =
            words.entry(intervention.update, changeText(intervention)) + (isAhead ? words.ahead : '');
          return (
            <li key={keyOf(intervention)} className={styles.entry}>
              <button
                type="button"
                className={`${styles.jump} ${isAhead ? styles.ahead : ''}`}
                title={words.goThere}
                aria-label={entry}
                onClick={() => sendPlayhead(app, intervention.update)}
              >
                <svg viewBox="-6 -6 12 12" aria-hidden="true">
                  <InterventionMark kind={intervention.kind} />
                </svg>
                <span>
                  <MathText text={entry} />
                </span>
              </button>
              <button
                type="button"
                className={styles.remove}
                aria-label={words.remove(entry)}
                title={words.remove(entry)}
                onClick={() => app.actions.removeIntervention(hidden + position)}
              >
                <Cross />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function keyOf({ kind, update, ...rest }: Intervention): string {
  return `${update} ${kind} ${Object.values(rest).join()}`;
}

function Futures() {
  const words = useWords(time);
  const branches = useRun((run) => run.branches);
  if (branches.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3>{words.futures}</h3>
      <ul className={styles.list}>
        {branches.map((branch) => (
          <Future key={branch.id} branch={branch} />
        ))}
      </ul>
    </section>
  );
}

function Future({ branch }: { readonly branch: Branch }) {
  const words = useWords(time);
  const actions = useActions();
  const view = useViewStore();
  const changeText = useChangeWords();
  const present = useConfig((config) => config.interventions);
  const { id, curve, parting } = branch;
  const name = words.future(curve.updates.at(-1) ?? 0, formatFixed(curve.losses.at(-1) ?? 0, 3));
  const { own, others, after } = differenceOf(branch.interventions, present);
  const light = () => view.setState({ branch: id });
  const unlight = () => view.setState({ branch: null });
  return (
    <li
      className={styles.future}
      onPointerEnter={light}
      onPointerLeave={unlight}
      onFocus={light}
      onBlur={unlight}
    >
      <p>{name}</p>
      <button
        type="button"
        className={styles.button}
        aria-label={words.returnToNamed(name)}
        onClick={() => {
          unlight();
          actions.returnTo(id);
        }}
      >
        {words.returnTo}
      </button>
      <button
        type="button"
        className={styles.remove}
        aria-label={words.forgetNamed(name)}
        title={words.forgetNamed(name)}
        onClick={() => {
          unlight();
          actions.forgetBranch(id);
        }}
      >
        <Cross />
      </button>
      <p className={styles.parted}>
        <MathText
          text={[
            words.parted(parting),
            ...after.slice(0, FEW).map((each) => words.contains(each.update, changeText(each))),
            ...(own === null && others ? [words.without(changeText(others))] : []),
          ].join(', ')}
        />
      </p>
    </li>
  );
}

function Cross() {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <path d="M2 2l8 8M10 2l-8 8" />
    </svg>
  );
}
