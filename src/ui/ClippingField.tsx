import { useEffect, useState } from 'react';
import styles from './Controls.module.css';
import { useActions, useConfig, useMessages } from './context.ts';
import { NumberField } from './NumberField.tsx';

/** A bound that leaves well-behaved gradients of short texts alone. */
const FIRST_BOUND = 1;

/** Gradient clipping by the global norm; the bound is remembered while it is off. */
export function ClippingField() {
  const words = useMessages().controls;
  const actions = useActions();
  const clipNorm = useConfig((config) => config.clipNorm);
  const [remembered, setRemembered] = useState(clipNorm ?? FIRST_BOUND);
  useEffect(() => {
    if (clipNorm !== null) setRemembered(clipNorm);
  }, [clipNorm]);
  return (
    <NumberField
      name={words.clipNorm}
      field="clipNorm"
      value={clipNorm ?? remembered}
      disabled={clipNorm === null}
      onChange={(norm) => actions.choose({ clipNorm: norm })}
      heading={
        <label className={styles.checkable}>
          <input
            type="checkbox"
            checked={clipNorm !== null}
            onChange={(event) => actions.choose({ clipNorm: event.target.checked ? remembered : null })}
          />
          {words.clip}
        </label>
      }
    />
  );
}
