/** The selected timestep in one sentence, and the buttons that move it. */
import { formatCount } from '../layout/format.ts';
import { useActions, useMessages, useView } from './context.ts';
import { FoldSlider } from './FoldSlider.tsx';
import { StepAnnouncer } from './StepAnnouncer.tsx';
import styles from './StepBar.module.css';
import type { StepDescription } from './step.ts';

export function StepBar({
  step,
  timesteps,
  sentence,
}: {
  readonly step: StepDescription;
  readonly timesteps: number;
  readonly sentence: string;
}) {
  const words = useMessages().network;
  const actions = useActions();
  const timestep = useView((view) => view.timestep);
  return (
    <div className={styles.bar}>
      <button
        type="button"
        className={styles.button}
        aria-label={words.previous}
        title={words.previous}
        aria-disabled={timestep === 0}
        onClick={() => actions.selectTimestep(timestep - 1)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M10 3 5 8l5 5" />
        </svg>
      </button>
      <span className={styles.count} aria-hidden="true">
        t = {formatCount(step.number)} / {formatCount(timesteps)}
      </span>
      <button
        type="button"
        className={styles.button}
        aria-label={words.next}
        title={words.next}
        aria-disabled={timestep === timesteps - 1}
        onClick={() => actions.selectTimestep(timestep + 1)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="m6 3 5 5-5 5" />
        </svg>
      </button>
      <p className={styles.sentence}>{sentence}</p>
      <FoldSlider />
      <StepAnnouncer sentence={sentence} />
    </div>
  );
}
