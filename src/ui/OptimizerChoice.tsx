import { type ChangeEvent, useId } from 'react';
import styles from './Controls.module.css';
import { useActions, useConfig, useMessages } from './context.ts';

const OPTIMIZERS = ['sgd', 'momentum', 'adagrad', 'rmsprop', 'adam'] as const;

export function OptimizerChoice() {
  const words = useMessages().controls;
  const actions = useActions();
  const value = useConfig((config) => config.optimizer);
  const id = useId();
  const choose = (event: ChangeEvent<HTMLSelectElement>) => {
    const optimizer = OPTIMIZERS.find((kind) => kind === event.target.value);
    if (optimizer) actions.choose({ optimizer });
  };
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{words.optimizer}</label>
      <select id={id} className={styles.select} value={value} onChange={choose}>
        {OPTIMIZERS.map((optimizer) => (
          <option key={optimizer} value={optimizer}>
            {words.optimizers[optimizer]}
          </option>
        ))}
      </select>
    </div>
  );
}
