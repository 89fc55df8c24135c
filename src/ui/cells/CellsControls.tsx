/** What the three labs have in common: text, size, seed. */
import { cells as cellsWords } from '../../i18n/cells.ts';
import { EQUALS } from '../../state/cells.ts';
import controls from '../Controls.module.css';
import { useWords } from '../context.ts';
import { HiddenUnits } from '../HiddenUnits.tsx';
import { SeedField } from '../SeedField.tsx';
import { SegmentedChoice } from '../SegmentedChoice.tsx';
import { TrainingText } from '../TrainingText.tsx';
import styles from './CellsControls.module.css';
import { useCells, useTogether } from './cellsContext.ts';

export function CellsControls() {
  const words = useWords(cellsWords);
  const { actions } = useCells();
  const equal = useTogether(({ comparison }) => comparison.equal);
  return (
    <div className={controls.controls}>
      <TrainingText />
      <div className={styles.equal}>
        <SegmentedChoice
          name={words.equal}
          options={EQUALS}
          words={words.equals}
          value={equal}
          onChange={actions.setEqual}
        />
        <p className={styles.hint}>{words.equalHint[equal]}</p>
      </div>
      <div className={controls.sliders}>
        <HiddenUnits />
      </div>
      <div className={controls.fields}>
        <SeedField />
      </div>
      <p className={styles.hint}>{words.anyTwo}</p>
    </div>
  );
}
