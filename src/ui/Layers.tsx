import { useId } from 'react';
import styles from './Controls.module.css';
import { useActions, useConfig, useMessages } from './context.ts';
import { RangeField } from './RangeField.tsx';
import { LINEAR } from './rangeScale.ts';
import { SLIDER_SETTLES_AFTER, useSettled } from './useSettled.ts';

/** How many recurrent layers are stacked. */
export function Layers() {
  const words = useMessages().controls;
  const actions = useActions();
  const inForce = useConfig((config) => config.layers);
  const { draft, change, flush } = useSettled(inForce, (layers) => actions.choose({ layers }));
  const id = useId();
  return (
    <div>
      <div className={styles.row}>
        <label htmlFor={id}>{words.layers}</label>
        <output htmlFor={id} className={styles.value}>
          {draft}
        </output>
      </div>
      <RangeField
        id={id}
        field="layers"
        scale={LINEAR}
        value={draft}
        onChange={(layers) => change(layers, SLIDER_SETTLES_AFTER)}
        onDone={flush}
      />
    </div>
  );
}
