import { useId } from 'react';
import { TASKS } from '../state/config.ts';
import styles from './Controls.module.css';
import { useActions, useConfig, useMessages } from './context.ts';

/** What the network learns. */
export function TaskChoice() {
  const words = useMessages().controls;
  const actions = useActions();
  const value = useConfig((config) => config.task);
  const id = useId();
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{words.task}</label>
      <select
        id={id}
        className={styles.select}
        value={value}
        onChange={(event) => {
          const task = TASKS.find((kind) => kind === event.target.value);
          if (task) actions.choose({ task });
        }}
      >
        {TASKS.map((task) => (
          <option key={task} value={task}>
            {words.tasks[task]}
          </option>
        ))}
      </select>
    </div>
  );
}
