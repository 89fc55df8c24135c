/** The selected timestep in one sentence, and the buttons that move it. */
import { grouped } from '../i18n/numbers.ts';
import { useActions, useMessages, useView } from './context.ts';
import { FoldSlider } from './FoldSlider.tsx';
import { useCovered } from './guessing/useRound.ts';
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
  const covered = useCovered();
  return (
    <div className={styles.bar}>
      <StepButtons words={words} selected={timestep} timesteps={timesteps} onSelect={actions.selectTimestep}>
        <span className={styles.count} aria-hidden="true">
          t = {grouped(step.number)} / {grouped(timesteps)}
        </span>
      </StepButtons>
      <p className={styles.sentence}>{sentence}</p>
      <FoldSlider />
      <StepAnnouncer sentence={sentence} covered={covered} />
    </div>
  );
}
