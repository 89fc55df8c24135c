/** What moves the training: train or pause, some updates more, until it is right, the same start again, speed. */
import { type ReactNode, useMemo } from 'react';
import { needsMemory } from '../tasks/needsMemory.ts';
import { asText } from '../tasks/text.ts';
import { useActions, useMessages, useRun } from './context.ts';
import { useCovered } from './guessing/useRound.ts';
import { DivergedNotice } from './Notice.tsx';
import { Outcome } from './Outcome.tsx';
import { PaceSlider } from './PaceSlider.tsx';
import { isMoving, willMove } from './phase.ts';
import styles from './Transport.module.css';
import { MoreConditions } from './time/MoreConditions.tsx';

const MORE = [1, 10] as const;

/** Whether not all letters can be right, because the recurrence is cut and some letter has more than one follower. */
function useOutOfReach(): boolean {
  const isCut = useRun((run) => run.snapshot.ablation.recurrenceCut);
  const text = asText(useRun((run) => run.task));
  return useMemo(() => isCut && text !== null && needsMemory(text), [isCut, text]);
}

const TRAIN = 'train';

/** Puts the keyboard on the button that trains. */
export function focusTraining(): void {
  document.getElementById(TRAIN)?.focus();
}

export function Transport() {
  return (
    <div className={styles.transport}>
      <TransportButtons>
        <MoreConditions />
      </TransportButtons>
      <PaceSlider />
      <Aftermath />
    </div>
  );
}

/** What came of it: where a run that diverged stands, a replay under way, or when all letters were first right. */
export function Aftermath() {
  const diverged = useRun((run) => run.phase.kind === 'diverged');
  return diverged ? (
    <div id={DIVERGED} data-diverged>
      <DivergedNotice />
    </div>
  ) : (
    <Outcome />
  );
}

const DIVERGED = 'diverged-notice';

/** A button that cannot act stays reachable, and says why. */
function blockable(diverged: boolean, blocked: boolean, action: () => void) {
  return {
    'aria-disabled': blocked,
    'aria-describedby': diverged ? DIVERGED : undefined,
    onClick: blocked ? undefined : action,
  };
}

/** Trains or pauses; with `id`, the page's one that the keyboard is put on; another one says its `place`. */
export function TrainButton({ id, place }: { readonly id?: string; readonly place?: string }) {
  const words = useMessages().learning;
  const actions = useActions();
  const moving = useRun(willMove);
  const diverged = useRun((run) => run.phase.kind === 'diverged');
  const name = moving ? words.pause : words.train;
  return (
    <button
      id={id}
      type="button"
      aria-label={place && `${name} (${place})`}
      className={styles.primary}
      aria-keyshortcuts="Space"
      {...blockable(diverged, diverged, moving ? actions.pause : actions.train)}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d={moving ? 'M2 1h3v10H2zM7 1h3v10H7z' : 'M2.5 1v10L11 6z'} />
      </svg>
      {name}
    </button>
  );
}

/** `children` stand beside “until right”. */
export function TransportButtons({ children }: { readonly children?: ReactNode }) {
  const words = useMessages().learning;
  const actions = useActions();
  const diverged = useRun((run) => run.phase.kind === 'diverged');
  const covered = useCovered();
  // Covered predictions are not given away.
  const allRight =
    useRun((run) => !isMoving(run.phase) && run.snapshot.correct === run.snapshot.targets) && !covered;
  const outOfReach = useOutOfReach();
  const untilRight = useRun(
    (run) => run.until?.kind === 'accuracy' && run.until.share === 1 && run.phase.kind === 'training',
  );
  return (
    <>
      <div className={styles.buttons}>
        <TrainButton id={TRAIN} />
        <button
          type="button"
          className={styles.button}
          title={allRight ? words.allRightAlready : outOfReach ? words.outOfReach : words.untilRightHint}
          aria-pressed={untilRight}
          {...blockable(diverged, diverged || allRight || outOfReach, () =>
            untilRight ? actions.pause() : actions.trainUntil({ kind: 'accuracy', share: 1 }),
          )}
        >
          {words.untilRight}
        </button>
        {children}
      </div>
      <div className={styles.buttons}>
        <MoreButtons />
        <ResetButton />
      </div>
    </>
  );
}

/** Some updates more. */
export function MoreButtons() {
  const words = useMessages().learning;
  const actions = useActions();
  const diverged = useRun((run) => run.phase.kind === 'diverged');
  return MORE.map((updates) => (
    <button
      key={updates}
      type="button"
      className={styles.button}
      title={words.moreHint(updates)}
      aria-keyshortcuts={updates === 1 ? '.' : undefined}
      {...blockable(diverged, diverged, () => actions.advance(updates))}
    >
      {words.more(updates)}
    </button>
  ));
}

/** The same start again. */
export function ResetButton() {
  const words = useMessages().learning;
  const actions = useActions();
  return (
    <button type="button" className={styles.button} title={words.resetHint} onClick={() => actions.reset()}>
      <svg viewBox="0 0 16 16" className={styles.outline} aria-hidden="true">
        <path d="M3 3v4h4M3.2 6.8A5.4 5.4 0 1 1 2.8 9.5" />
      </svg>
      {words.reset}
    </button>
  );
}
