import { useId } from 'react';
import { PACES } from '../state/view.ts';
import { useActions, useMessages, useView } from './context.ts';
import { InkSlider } from './InkSlider.tsx';
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
      <InkSlider
        id={id}
        className={styles.input}
        min={0}
        max={last}
        step={1}
        value={pace}
        aria-valuetext={value}
        onChange={actions.setPace}
      />
    </div>
  );
}
