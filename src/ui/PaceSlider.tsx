import { type CSSProperties, useId } from 'react';
import { PACES } from '../state/view.ts';
import { useActions, useMessages, useView } from './context.ts';
import styles from './PaceSlider.module.css';

/** How many updates a second training makes, from one to as fast as the machine goes. */
export function PaceSlider() {
  const words = useMessages().learning;
  const actions = useActions();
  const pace = useView((view) => view.pace);
  const id = useId();
  const last = PACES.length - 1;
  const value = words.pace(PACES[pace]);
  return (
    <div className={styles.pace}>
      <label htmlFor={id}>{words.speed}</label>
      <span className={styles.value} aria-hidden="true">
        {value}
      </span>
      <input
        id={id}
        type="range"
        className={styles.input}
        min={0}
        max={last}
        step={1}
        value={pace}
        aria-valuetext={value}
        style={{ '--filled': `${(pace / last) * 100}%` } as CSSProperties}
        onChange={(event) => actions.setPace(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
