/** From which language into which numbers are translated; a click turns it around. */
import * as shapesWords from '../../i18n/shapes.ts';
import { useWords } from '../context.ts';
import styles from './Direction.module.css';
import { useBoard, useShapes } from './shapesContext.ts';

export function Direction() {
  const words = useWords(shapesWords);
  const { actions } = useShapes();
  const from = useBoard((board) => board.choice.numbersFrom);
  const other = from === 'en' ? 'ko' : 'en';
  const hint = words.turnAround(words.directions[other]);
  return (
    <span className={styles.direction}>
      {words.directions[from]}
      <button
        type="button"
        className={styles.turn}
        aria-label={hint}
        title={hint}
        onClick={() => actions.choose({ numbersFrom: other })}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 5.5h11m-3-3 3 3-3 3M14 10.5H3m3-3-3 3 3 3" />
        </svg>
      </button>
    </span>
  );
}
