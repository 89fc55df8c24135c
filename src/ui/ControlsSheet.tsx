/** On narrow screens: one line that names the text or task and the network, and opens the controls as a sheet. */
import { useRef } from 'react';
import { Controls } from './Controls.tsx';
import styles from './ControlsSheet.module.css';
import { CELL_NAMES } from './cellNames.ts';
import { useConfig, useMessages } from './context.ts';

export function ControlsSheet() {
  const { shell, controls } = useMessages();
  const sheet = useRef<HTMLDialogElement>(null);
  const subject = useConfig(({ task, text }) => (task === 'text' ? text : controls.tasks[task]));
  const cell = useConfig((config) => config.cell);
  const hiddenSize = useConfig((config) => config.hiddenSize);
  const layers = useConfig((config) => config.layers);
  return (
    <>
      <button type="button" className={styles.opener} onClick={() => sheet.current?.showModal()}>
        <span className={styles.label}>{shell.changeNetwork}</span>
        <span className={styles.text} dir="auto">
          {subject}
        </span>
        <span className={styles.model}>
          {CELL_NAMES[cell]} {layers > 1 ? `${layers}×` : ''}
          {hiddenSize}
        </span>
      </button>
      <dialog ref={sheet} className={styles.sheet} closedby="any" aria-label={shell.controls}>
        <form method="dialog" className={styles.top}>
          <h2>{shell.changeNetwork}</h2>
          <button type="submit" className={styles.close}>
            {shell.close}
          </button>
        </form>
        <Controls />
      </dialog>
    </>
  );
}
