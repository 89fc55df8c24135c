/** Buttons that go to the updates one wants to see again: the start, the first success, the furthest. */
import type { ReactNode } from 'react';
import { useApp, useMessages, useRun, useView } from '../context.ts';
import { useCovered } from '../guessing/useRound.ts';
import styles from './Jumps.module.css';
import { furthestOf, placeOf, sendPlayhead, stepBack } from './playhead.ts';

/** Of a text; the batches of an exercise differ too much for one to say anything of all. */
const PERCENTS = [75, 100] as const;

export function Jumps() {
  const words = useMessages().learning;
  const app = useApp();
  const playhead = useView((view) => view.playhead);
  const place = useRun((run) => placeOf(run, { playhead }));
  const furthest = useRun(furthestOf);
  const milestones = useRun((run) => run.snapshot.milestones);
  const targets = useRun((run) => run.snapshot.targets);
  const isText = useRun((run) => run.exercise === null);
  const covered = useCovered();
  const isStart = place === 0;
  const isEnd = place === furthest;
  return (
    <div className={styles.jumps} role="group" aria-label={words.jumps}>
      <Jump
        name={words.jump.start}
        hint={words.jumpHint(words.jump.start, 0)}
        onJump={isStart ? null : () => sendPlayhead(app, 0)}
        icon="M4 3v10M13 3v10L6 8z"
      />
      <Jump
        name={words.jump.back}
        hint={words.jump.back}
        keys=","
        onJump={isStart ? null : () => stepBack(app)}
        icon="M11 3v10L4 8z"
      />
      {(isText && !covered ? PERCENTS : []).map((percent) => {
        const first = milestones.find(({ correct }) => correct * 100 >= percent * targets);
        const name = words.jump.first(percent);
        return (
          <Jump
            key={percent}
            name={name}
            hint={first ? words.jumpHint(name, first.update) : words.notReached(percent)}
            onJump={first ? () => sendPlayhead(app, first.update) : null}
          >
            {name}
          </Jump>
        );
      })}
      <Jump
        name={words.jump.furthest}
        hint={words.jumpHint(words.jump.furthest, furthest)}
        onJump={isEnd ? null : () => sendPlayhead(app, furthest)}
        icon="M12 3v10M3 3v10l7-5z"
      />
    </div>
  );
}

/** A button that stays reachable where it cannot act; its hint says why. */
function Jump({ name, hint, keys, onJump, icon, children }: JumpProps) {
  return (
    <button
      type="button"
      className={styles.jump}
      title={hint}
      aria-label={name}
      aria-description={hint}
      aria-disabled={onJump === null}
      {...(keys && { 'aria-keyshortcuts': keys })}
      onClick={() => onJump?.()}
    >
      {icon && (
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={icon} />
        </svg>
      )}
      {children}
    </button>
  );
}

interface JumpProps {
  readonly name: string;
  readonly hint: string;
  readonly keys?: string;
  /** Null where there is nowhere to go. */
  readonly onJump: (() => void) | null;
  readonly icon?: string;
  readonly children?: ReactNode;
}
