/** Over which axis a curve is drawn: a long run gets a logarithmic one, on which its start is seen, unless the person chooses. */
import { type ReactNode, useState } from 'react';
import { useMessages } from './context.ts';
import styles from './UpdateScale.module.css';

/** Updates on the axis from which on it is logarithmic. */
const LONG = 10_000;
/** Before, either axis shows all of a run. */
const WORTH_A_CHOICE = 1000;

export interface UpdateScale {
  readonly isLogarithmic: boolean;
  /** The switch, where there is something to choose. */
  readonly choice: ReactNode;
}

/** `updates` is how far the axis goes. */
export function useUpdateScale(updates: number): UpdateScale {
  const words = useMessages().learning;
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isLogarithmic = chosen ?? updates > LONG;
  return {
    isLogarithmic,
    choice: updates >= WORTH_A_CHOICE && (
      <button
        type="button"
        className={styles.scale}
        aria-pressed={isLogarithmic}
        title={words.logHint}
        onClick={() => setChosen(!isLogarithmic)}
      >
        {words.log}
      </button>
    ),
  };
}
