/** The selected timestep in one sentence, and the buttons that move it. */
import { formatCount } from '../layout/format.ts';
import { useActions, useMessages, useView } from './context.ts';
import { FoldSlider } from './FoldSlider.tsx';
import { StepAnnouncer } from './StepAnnouncer.tsx';
import styles from './StepBar.module.css';
import { StepButtons } from './StepButtons.tsx';
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
      <StepButtons words={words} selected={timestep} timesteps={timesteps} onSelect={actions.selectTimestep}>
        <span className={styles.count} aria-hidden="true">
          t = {formatCount(step.number)} / {formatCount(timesteps)}
        </span>
      </StepButtons>
      <p className={styles.sentence}>{sentence}</p>
      <FoldSlider />
      <StepAnnouncer sentence={sentence} />
    </div>
  );
}
