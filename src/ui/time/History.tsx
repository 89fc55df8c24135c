/** What a person changed in the run, and the futures they left by it. */
import { Fragment, useState } from 'react';
import { time } from '../../i18n/time.ts';
import { formatFixed } from '../../layout/format.ts';
import type { Branch } from '../../state/run.ts';
import type { Intervention } from '../../worker/protocol.ts';
import { useActions, useApp, useConfig, useRun, useViewStore, useWords } from '../context.ts';
import { MathText } from '../MathText.tsx';
import { futureDash } from './futureDash.ts';
import styles from './History.module.css';
import { InterventionMark } from './InterventionMark.tsx';
import { differencesOf } from './parting.ts';
import { sendPlayhead } from './playhead.ts';
import { useChangeWords } from './useChangeWords.ts';

/** A longer list shows its last ones. */
const FEW = 4;
/** How many differences of a future are named; the others are counted. */
const NAMED = 2;

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
        {branches.map((branch, position) => (
          <Future key={branch.id} branch={branch} position={position} />
        ))}
      </ul>
    </section>
  );
}

interface FutureProps {
  readonly branch: Branch;
  /** Gives it the dashes and the number of its curve. */
  readonly position: number;
}

function Future({ branch, position }: FutureProps) {
  const words = useWords(time);
  const actions = useActions();
  const view = useViewStore();
  const changeText = useChangeWords();
  const present = useConfig((config) => config.interventions);
  const { id, curve } = branch;
  const name = words.future(curve.updates.at(-1) ?? 0, formatFixed(curve.losses.at(-1) ?? 0, 3));
  const differences = differencesOf(branch.interventions, present).map(({ intervention, isOwn }, index) =>
    words.difference(isOwn, changeText(intervention), intervention.update, index === 0),
  );
  const all = differences.length > 0 ? differences : [words.reordered];
  const more = all.length - NAMED;
  const told = more > 0 ? [...all.slice(0, NAMED - 1), words.andMore(all[NAMED - 1], more)] : all;
  const whole = all.join(', ');
  const light = () => view.setState({ branch: id });
  const unlight = () => view.setState({ branch: null });
  return (
    <li
      className={styles.future}
      onPointerEnter={light}
      // One that has the focus stays lit.
      onPointerLeave={(event) => {
        if (!event.currentTarget.contains(document.activeElement)) unlight();
      }}
      onFocus={light}
      onBlur={unlight}
    >
      <span className={styles.sign} aria-hidden="true">
        {position + 1}
        <svg aria-hidden="true">
          <path d="M2 2V200" strokeDasharray={futureDash(position)} />
        </svg>
      </span>
      <p>{name}</p>
      <button
        type="button"
        className={styles.button}
        aria-label={words.returnToNamed(name)}
        title={whole}
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
      <p className={styles.differences} title={more > 0 ? whole : undefined}>
        {told.map((each, index) => (
          <Fragment key={each}>
            <span>
              <MathText text={index < told.length - 1 ? `${each},` : each} />
            </span>{' '}
          </Fragment>
        ))}
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
