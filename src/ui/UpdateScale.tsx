/** Over which axis a curve is drawn: a long run gets a logarithmic one, on which its start is seen, unless the person chooses. */
import { useState } from 'react';
import { useMessages } from './context.ts';
import styles from './UpdateScale.module.css';

/** Updates on the axis from which on it is logarithmic. */
const LONG = 10_000;
/** Before, either axis shows all of a run. */
const WORTH_A_CHOICE = 1000;

/** `updates` is how far the axis goes. */
export function useUpdateScale(updates: number) {
  const [chosen, choose] = useState<boolean | null>(null);
  return { updates, isLogarithmic: chosen ?? updates > LONG, choose };
}

/** The switch between both axes, where there is something to choose. */
export function UpdateScale({ updates, isLogarithmic, choose }: ReturnType<typeof useUpdateScale>) {
  const words = useMessages().learning;
  return (
    updates >= WORTH_A_CHOICE && (
      <button
        type="button"
        className={styles.scale}
        aria-pressed={isLogarithmic}
        title={words.logHint}
        onClick={() => choose(!isLogarithmic)}
      >
        {words.log}
      </button>
    )
  );
}
