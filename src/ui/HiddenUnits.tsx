import { useId } from 'react';
import styles from './Controls.module.css';
import { useActions, useConfig, useMessages } from './context.ts';
import { NumberField } from './NumberField.tsx';
import { RangeField } from './RangeField.tsx';
import { LOGARITHMIC } from './rangeScale.ts';
import { SLIDER_SETTLES_AFTER, useSettled } from './useSettled.ts';

/** How many hidden units a layer has: on a slider, or exactly. */
export function HiddenUnits() {
  const words = useMessages().controls;
  const actions = useActions();
  const inForce = useConfig((config) => config.hiddenSize);
  const { draft, change, flush } = useSettled(inForce, (hiddenSize) => actions.choose({ hiddenSize }));
  const id = useId();
  return (
    <div>
      <NumberField
        name={words.hiddenSizeExact}
        field="hiddenSize"
        value={draft}
        onChange={(units) => {
          change(units, null);
          flush();
        }}
        heading={
          <label htmlFor={id} className={styles.heading}>
            {words.hiddenSize}
          </label>
        }
      />
      <RangeField
        id={id}
        field="hiddenSize"
        scale={LOGARITHMIC}
        value={draft}
        onChange={(units) => change(units, SLIDER_SETTLES_AFTER)}
        onDone={flush}
      />
    </div>
  );
}
