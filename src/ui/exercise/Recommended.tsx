/** What a network is recommended for the exercise, where the one in sight is another. */
import * as recommendedWords from '../../i18n/recommended.ts';
import { defaultConfig } from '../../state/config.ts';
import { CELL_NAMES } from '../cellNames.ts';
import { useActions, useConfig, useWords } from '../context.ts';
import styles from './ExerciseControls.module.css';

export function Recommended() {
  const words = useWords(recommendedWords);
  const actions = useActions();
  const config = useConfig((config) => config);
  const { cell, hiddenSize, layers } = defaultConfig(config.task);
  if (config.cell === cell && config.hiddenSize === hiddenSize && config.layers === layers) return null;
  return (
    <p className={styles.goal}>
      {words.learnedWith({ cell: CELL_NAMES[cell], hiddenSize })}{' '}
      <button
        type="button"
        className={styles.link}
        onClick={() => actions.choose({ cell, hiddenSize, layers })}
      >
        {words.take}
      </button>
    </p>
  );
}
