import { useId } from 'react';
import { TASKS, type TaskKind } from '../state/config.ts';
import styles from './Controls.module.css';
import { useActions, useConfig, useMessages, useView } from './context.ts';

/** Tasks that begin with words in the language of the page. */
const SPOKEN: readonly TaskKind[] = ['captions', 'feelings', 'motion'];

/** What the network learns. */
export function TaskChoice() {
  const words = useMessages().controls;
  const actions = useActions();
  const language = useView((view) => view.language);
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
          if (task) actions.choose({ task, ...(SPOKEN.includes(task) && { tongue: language }) });
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
