import { useMemo } from 'react';
import { isolated } from '../../i18n/isolated.ts';
import { time } from '../../i18n/time.ts';
import { type ConfusedLetter, memorylessCeiling } from '../../tasks/memoryless.ts';
import { asText, letterMark } from '../../tasks/text.ts';
import { useRun, useWords } from '../context.ts';
import styles from './CutRecurrence.module.css';

/** How many letters are named as examples, and how many of what follows each. */
const NAMED = { letters: 2, followers: 3 };

/** What the text allows without memory and why, and whether the intact network runs beside. */
export function CutExperiment({
  wantsTwin,
  onTwin,
}: {
  readonly wantsTwin: boolean;
  readonly onTwin: (on: boolean) => void;
}) {
  const words = useWords(time);
  const text = asText(useRun((run) => run.task));
  const isCut = useRun((run) => run.snapshot.ablation.recurrenceCut);
  const ceiling = useMemo(() => text && memorylessCeiling(text), [text]);
  if (ceiling === null) return null;
  const { right, targets, confused } = ceiling;
  const reasons = [...confused].sort((one, other) => lostIn(other) - lostIn(one)).slice(0, NAMED.letters);
  return (
    <>
      {isCut && (
        <p className={styles.why}>
          {words.withoutMemory(right, targets)}{' '}
          {reasons.length === 0
            ? words.noMemoryNeeded
            : words.becauseOf(
                reasons.map(({ letter, followers }) => ({
                  letter: isolated(letterMark(letter)),
                  followers: followers
                    .slice(0, NAMED.followers)
                    .map((follower) => ({ ...follower, letter: isolated(letterMark(follower.letter)) })),
                  others: Math.max(0, followers.length - NAMED.followers),
                })),
                confused.length - reasons.length,
              )}
        </p>
      )}
      <label className={styles.twin}>
        <input
          type="checkbox"
          checked={wantsTwin}
          onChange={({ currentTarget: { checked } }) => onTwin(checked)}
        />
        {words.runTwin}
        <svg viewBox="0 0 22 8" aria-hidden="true">
          <path d="M0 4H22" />
        </svg>
      </label>
    </>
  );
}

/** How many targets cannot be had right after this letter. */
function lostIn({ followers }: ConfusedLetter): number {
  return followers.slice(1).reduce((sum, { count }) => sum + count, 0);
}
