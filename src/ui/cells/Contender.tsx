/** Another cell, optimizer, seed, depth or learning rate for one lab, so that any two runs can be compared. */
import { cells as cellsWords } from '../../i18n/cells.ts';
import { CELL_NAMES } from '../cellNames.ts';
import { useActions, useConfig, useMessages, useWords } from '../context.ts';
import { GateBias } from '../gates/GateBias.tsx';
import { Layers } from '../Layers.tsx';
import { LearningRate } from '../LearningRate.tsx';
import { OptimizerChoice } from '../OptimizerChoice.tsx';
import { SeedField } from '../SeedField.tsx';
import { SegmentedChoice } from '../SegmentedChoice.tsx';
import styles from './Contender.module.css';

const CELLS = ['rnn', 'gru', 'lstm'] as const;

/** Opens and closes the fields. */
export function ContenderButton({
  name,
  isOpen,
  onToggle,
}: {
  readonly name: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const words = useWords(cellsWords);
  return (
    <button
      type="button"
      className={styles.opener}
      aria-expanded={isOpen}
      aria-label={`${words.change}: ${name}`}
      title={words.changeHint(name)}
      onClick={onToggle}
    >
      {words.change}
    </button>
  );
}

export function ContenderFields() {
  const { cell: cellWord } = useMessages().controls;
  const actions = useActions();
  const cell = useConfig((config) => config.cell);
  return (
    <div className={styles.fields}>
      <SegmentedChoice
        small
        name={cellWord}
        options={CELLS}
        words={CELL_NAMES}
        value={cell}
        onChange={(chosen) => actions.choose({ cell: chosen })}
      />
      <OptimizerChoice />
      <LearningRate />
      <SeedField />
      <Layers />
      <GateBias />
    </div>
  );
}
