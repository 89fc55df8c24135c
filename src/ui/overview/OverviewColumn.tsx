import { useActions, useMessages, useRun } from '../context.ts';
import { LetterText } from '../LetterText.tsx';
import { describeStep } from '../step.ts';
import styles from './OverviewColumn.module.css';

/** CSS pixels; a column is as high as the strip allows. */
export const COLUMN_HEIGHT = 52;
const BADGE = { top: 3, height: 17, width: 32 };
const LETTER = { size: 13, room: 15 };
const READ_MIDDLE = 43;
/** From this width on the target stands at the right of the prediction, which moves aside for it. */
const TARGET = { from: 52, offset: 25, room: 34 };

export interface OverviewColumnProps {
  readonly t: number;
  readonly left: number;
  readonly width: number;
  readonly isSelected: boolean;
  /** What stands in place of the prediction while it has to be guessed, else null. */
  readonly cover: string | null;
}

/** One timestep of the strip. */
export function OverviewColumn({ t, left, width, isSelected, cover }: OverviewColumnProps) {
  const words = useMessages();
  const actions = useActions();
  const task = useRun((run) => run.task);
  const trace = useRun((run) => run.snapshot.trace);
  const step = describeStep(task, trace, t);
  const covered = cover !== null;
  const sentence = covered ? words.guessing.coveredStep(step.number, step.letter) : words.network.step(step);
  const isOpen = covered || step.target === null;
  const outcome = isOpen ? styles.covered : step.right ? styles.right : styles.wrong;
  const hasTarget = width >= TARGET.from;
  const middle = Math.min(width / 2, hasTarget ? width - TARGET.room : width);
  const line = BADGE.top + BADGE.height / 2;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has ←/→ everywhere
    <g
      className={`${styles.column} ${outcome}`}
      data-timestep={t}
      transform={`translate(${left} 0)`}
      onClick={() => actions.selectTimestep(t)}
    >
      <title>{sentence}</title>
      <rect width={width} height={COLUMN_HEIGHT} fill="transparent" />
      {(covered || step.prediction !== null) && (
        <rect
          className={styles.badge}
          x={middle - BADGE.width / 2 + 0.5}
          y={BADGE.top + 0.5}
          width={BADGE.width - 1}
          height={BADGE.height - 1}
          rx={4}
        />
      )}
      <LetterText
        letter={cover ?? step.prediction ?? ''}
        x={middle - (isOpen ? 0 : 6)}
        y={line}
        {...LETTER}
        strong
      />
      {!isOpen && step.prediction !== null && (
        <text className={styles.mark} x={middle + 8} y={line}>
          {step.right ? '✓' : '✗'}
        </text>
      )}
      {hasTarget && !covered && (
        <LetterText letter={step.target ?? ''} x={middle + TARGET.offset} y={line} {...LETTER} muted />
      )}
      <LetterText letter={step.letter} x={width / 2} y={READ_MIDDLE} {...LETTER} strong={isSelected} />
    </g>
  );
}
