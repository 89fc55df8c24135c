/** How well the network does at this update: accuracy, loss, update, gradient norm. */
import { type ReactNode, useId } from 'react';
import { formatFixed, formatLoss, formatPercent } from '../layout/format.ts';
import { useMessages, useRun } from './context.ts';
import { useCovered } from './guessing/useRound.ts';
import { lazily } from './lazily.ts';
import { isMoving } from './phase.ts';
import styles from './Scores.module.css';
import { useReplay } from './time/ReplayProgress.tsx';

/** All of an exercise, counted while it is learned. */
const Examined = lazily(async () => (await import('./exercise/Examined.tsx')).Examined);

export function Scores() {
  const { learning: words, guessing } = useMessages();
  const covered = useCovered();
  const snapshot = useRun((run) => run.snapshot);
  const moving = useRun((run) => isMoving(run.phase));
  const outputs = useRun((run) => run.task.outputNames.length);
  const exercise = useRun((run) => run.exercise);
  const twin = useRun((run) => run.twin);
  const isReplaying = useReplay() !== null;
  const { correct, targets } = snapshot;
  const accuracyAndLoss = covered ? (
    <Status name={`${words.accuracy}, ${words.loss}`} moving={moving}>
      <strong className={styles.largest}>?</strong> <span className={styles.note}>{guessing.covered}</span>
    </Status>
  ) : (
    <>
      <Status name={words.accuracy} moving={moving}>
        <strong className={styles.largest}>{formatPercent(correct / targets)}%</strong>{' '}
        <span className={styles.note}>
          <span className={styles.unseen}>(</span>
          {words.lettersRight(correct, targets)}
          <span className={styles.unseen}>)</span>
        </span>
        {twin && (
          <span className={styles.twin}>{words.twin(`${formatPercent(twin.correct / twin.targets)}%`)}</span>
        )}
      </Status>
      <p className={styles.score}>
        <span className={styles.name}>{words.loss}</span>{' '}
        <strong className={styles.large}>{formatLoss(snapshot.loss)}</strong>{' '}
        <span className={styles.note}>{words.natsPerLetter}</span>{' '}
        <span className={styles.small}>{words.uniformGuess(formatFixed(Math.log(outputs), 3))}</span>
        {twin && <span className={styles.twin}>{words.twin(formatLoss(twin.loss))}</span>}
      </p>
    </>
  );
  return (
    <>
      <div className={styles.scores} data-scores>
        {accuracyAndLoss}
        <div className={styles.counters}>
          <Status name={words.update} moving={moving} inline>
            <strong className={isReplaying ? styles.nearest : ''}>
              <GroupedDigits value={snapshot.update} />
            </strong>
          </Status>
          <p className={styles.inline}>
            <span className={styles.name}>{words.gradientNorm}</span>{' '}
            <strong>{formatLoss(snapshot.gradientNorm)}</strong>
          </p>
        </div>
      </div>
      {exercise && <Examined exercise={exercise} />}
    </>
  );
}

/** A number that is spoken when it changes, but not sixty times a second. */
function Status({
  name,
  moving,
  inline = false,
  children,
}: {
  readonly name: string;
  readonly moving: boolean;
  readonly inline?: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <div className={inline ? styles.inline : styles.score}>
      <span id={id} className={styles.name}>
        {name}
      </span>
      <p className={styles.status} role="status" aria-labelledby={id} aria-live={moving ? 'off' : 'polite'}>
        {children}
      </p>
    </div>
  );
}

/** Thousands are set apart by the style sheet, so that the text remains plain digits to copy and to read by a script. */
function GroupedDigits({ value }: { readonly value: number }) {
  const digits = String(value);
  const groups = digits.match(/\d{1,3}(?=(\d{3})*$)/g) ?? [digits];
  return groups.map((group, index) => (
    // By its place from the end: a group that stays is written over.
    <span key={groups.length - index} className={styles.digits}>
      {group}
    </span>
  ));
}
