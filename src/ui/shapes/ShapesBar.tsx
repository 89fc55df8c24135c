/** What moves all five at once, and what they have in common. */
import * as shapesWords from '../../i18n/shapes.ts';
import { DOMAINS } from '../../layout/color.ts';
import { CellChoice } from '../CellChoice.tsx';
import { ColorLegend } from '../ColorLegend.tsx';
import controls from '../Controls.module.css';
import { useActions, useMessages, useRun, useView, useWords } from '../context.ts';
import { HiddenUnits } from '../HiddenUnits.tsx';
import { Layers } from '../Layers.tsx';
import { MathSymbol } from '../MathSymbol.tsx';
import { PaceSlider } from '../PaceSlider.tsx';
import { isMoving } from '../phase.ts';
import { SeedField } from '../SeedField.tsx';
import { SegmentedChoice } from '../SegmentedChoice.tsx';
import { StepButtons } from '../StepButtons.tsx';
import transport from '../Transport.module.css';
import styles from './ShapesBar.module.css';
import { useBoard, useLongest, useShapes } from './shapesContext.ts';

const MORE = [1, 10] as const;
const TONGUES = ['en', 'ko'] as const;

export function ShapesBar() {
  return (
    <div className={styles.bar}>
      <ShapesMoves />
      <ShapesChoices />
    </div>
  );
}

/** Trains all, and steps through all. `under` is for the foot of a narrow page: the speed is chosen elsewhere there. */
export function ShapesMoves({ under = false }: { readonly under?: boolean }) {
  const words = useWords(shapesWords);
  const { learning, network } = useMessages();
  const { actions: together } = useShapes();
  const actions = useActions();
  const moving = useRun((run) => isMoving(run.phase));
  const timestep = useView((view) => view.timestep);
  const longest = useLongest();
  return (
    <section className={under ? `${styles.moves} ${styles.foot}` : styles.moves} aria-label={words.transport}>
      <button
        id="train"
        type="button"
        className={transport.primary}
        aria-keyshortcuts="Space"
        onClick={moving ? actions.pause : actions.train}
      >
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d={moving ? 'M2 1h3v10H2zM7 1h3v10H7z' : 'M2.5 1v10L11 6z'} />
        </svg>
        {moving ? words.pauseAll : words.trainAll}
      </button>
      {MORE.map((updates) => (
        <button
          key={updates}
          type="button"
          className={transport.button}
          title={learning.moreHint(updates)}
          onClick={() => actions.advance(updates)}
        >
          {learning.more(updates)}
        </button>
      ))}
      <button type="button" className={transport.button} title={words.resetHint} onClick={actions.reset}>
        {words.reset}
      </button>
      <button
        type="button"
        className={transport.button}
        title={words.trainedHint}
        onClick={together.goToTrained}
      >
        {words.trained}
      </button>
      {!under && (
        <>
          <div className={styles.pace}>
            <PaceSlider />
          </div>
          <Lead />
        </>
      )}
      <div className={styles.steps} role="group" aria-label={words.step}>
        <StepButtons words={words} selected={timestep} timesteps={longest} onSelect={actions.selectTimestep}>
          <span role="status" aria-label={network.stepStatus} className={styles.step}>
            t = {timestep + 1}
          </span>
        </StepButtons>
      </div>
    </section>
  );
}

/** What all of this is about; while a single shape is to be compared, that there have to be more. */
export function Lead() {
  const words = useWords(shapesWords);
  const isAlone = useBoard((board) => board.compared.length === 1);
  return (
    <div className={styles.lead}>
      <p>{isAlone ? words.choose : words.lead}</p>
      <ColorLegend domain={DOMAINS.hidden}>
        <MathSymbol base="h" subscript="t" />
      </ColorLegend>
    </div>
  );
}

/** What all five have in common. */
export function ShapesChoices() {
  const words = useWords(shapesWords);
  const { actions: together } = useShapes();
  const tongue = useBoard((board) => board.choice.tongue);
  return (
    <section className={`${controls.controls} ${styles.choices}`} aria-label={words.choices}>
      <CellChoice />
      <div className={styles.slid}>
        <HiddenUnits />
      </div>
      <div className={styles.slid}>
        <Layers />
      </div>
      <div className={styles.seed}>
        <SeedField />
      </div>
      <SegmentedChoice
        name={words.tongue}
        options={TONGUES}
        words={words.tongues}
        value={tongue}
        onChange={(chosen) => together.choose({ tongue: chosen })}
      />
    </section>
  );
}
