/** Asks for the network's prediction at the selected step, and tells how the guesses went once they are revealed. */
import { useEffect, useRef } from 'react';
import { guessing } from '../../i18n/guessing.ts';
import { isolated } from '../../i18n/isolated.ts';
import { countRound, guess, nextOpen, reveal } from '../../state/guesses.ts';
import type { Round } from '../../state/guessing.ts';
import { readName } from '../../tasks/task.ts';
import { letterMark } from '../../tasks/text.ts';
import { useActions, useMessages, useRun, useView, useViewStore, useWords } from '../context.ts';
import { isMoving } from '../phase.ts';
import styles from './GuessBar.module.css';
import { GuessMark } from './GuessMark.tsx';
import { useAnswers, useTally } from './useAnswers.ts';
import { useRound } from './useRound.ts';

/** With the bar, so that both are one file to load. */
export { Guessed } from './Guessed.tsx';

/** Larger vocabularies are chosen from a list. */
const MOST_BUTTONS = 12;

export function GuessBar() {
  const words = useWords(guessing);
  const { name } = useMessages().guessing;
  const round = useRound();
  const moving = useRun((run) => isMoving(run.phase));
  return (
    <section ref={bringIntoSight} className={styles.bar} aria-label={name}>
      {round.revealed ? (
        <Result round={round} />
      ) : moving ? (
        <p>{words.pauseFirst}</p>
      ) : (
        <Question round={round} />
      )}
    </section>
  );
}

/** Where the switch stands far below: the question comes to the lower edge, and the network above it into sight. */
function bringIntoSight(bar: HTMLElement | null): void {
  if (bar === null) return;
  const { top, bottom } = bar.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight) bar.scrollIntoView({ block: 'end', behavior: 'smooth' });
}

function Question({ round }: { readonly round: Round }) {
  const words = useWords(guessing);
  const actions = useActions();
  const view = useViewStore();
  const task = useRun((run) => run.task);
  const trace = useRun((run) => run.snapshot.trace);
  const timestep = useView(({ timestep }) => timestep);
  const choices = useRef<HTMLDivElement>(null);
  const made = round.guesses.filter((chosen) => chosen !== null).length;
  const answers = useAnswers();
  const tally = useTally();
  const { selectTimestep } = actions;
  const isFirst = useView((view) => view.round === null);
  // The next round begins at the first step.
  const begins = made === 0 && !isFirst;
  useEffect(() => {
    if (begins) selectTimestep(0);
  }, [begins, selectTimestep]);

  const show = (finished: Round) => {
    const { tally } = view.getState();
    view.setState(reveal(finished, tally, answers));
  };
  const choose = (letter: number) => {
    const next = guess(round, timestep, letter);
    const open = nextOpen(next, timestep);
    if (open === null) show(next);
    else {
      view.setState({ round: next });
      actions.selectTimestep(open);
    }
  };
  return (
    <>
      <p>{words.question(timestep + 1, isolated(readName(task, trace, timestep)))}</p>
      <div className={styles.choices} ref={choices}>
        {task.outputNames.length <= MOST_BUTTONS ? (
          task.outputNames.map((letter, id) => (
            <button
              key={letter}
              type="button"
              className={styles.letter}
              aria-pressed={round.guesses[timestep] === id}
              onClick={() => choose(id)}
            >
              {letterMark(letter)}
            </button>
          ))
        ) : (
          <select
            aria-label={words.letter}
            value={round.guesses[timestep] ?? ''}
            onChange={(event) => choose(Number(event.target.value))}
          >
            <option value="" disabled>
              ?
            </option>
            {task.outputNames.map((letter, id) => (
              <option key={letter} value={id}>
                {letterMark(letter)}
              </option>
            ))}
          </select>
        )}
      </div>
      <p className={styles.progress}>
        {words.progress(made, round.guesses.length)} {tally.rounds > 0 && words.tally(tally)}
      </p>
      <button type="button" className={styles.reveal} onClick={() => show(round)}>
        {words.reveal}
      </button>
    </>
  );
}

/** The button that had the keyboard is gone. */
function takeFocus(element: HTMLElement | null): void {
  if (document.activeElement === document.body) element?.focus({ preventScroll: true });
}

function Result({ round }: { readonly round: Round }) {
  const words = useWords(guessing);
  const tally = useTally();
  const count = countRound(round, useAnswers());
  return (
    <>
      <p role="status" tabIndex={-1} ref={takeFocus}>
        {count.guesses === 0 ? words.noGuess : words.result(count)}{' '}
        {tally.guesses > count.guesses && words.tally(tally)} {words.again}
      </p>
      {count.guesses > 0 && (
        <p className={styles.legend} aria-hidden="true">
          <span>
            <GuessMark same /> {words.same}
          </span>
          <span>
            <GuessMark same={false} /> {words.other}
          </span>
        </p>
      )}
    </>
  );
}
