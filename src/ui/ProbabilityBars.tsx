import { barLength, placeProbabilities } from '../layout/probabilityRows.ts';
import { letterMark } from '../tasks/text.ts';
import { LetterText } from './LetterText.tsx';
import styles from './ProbabilityBars.module.css';
import { isWorded, type ProbabilityBarsProps, percentOf } from './prediction.ts';

/** The listed letters with their probabilities as bars (ink, the largest darker) and whole percentages; the target outlined. */
export function ProbabilityBars({ block, prediction, vocabulary }: ProbabilityBarsProps) {
  const { listed, probabilities, said, target } = prediction;
  const worded = isWorded(vocabulary, listed);
  const { letter, bar, number, ...rows } = placeProbabilities(block, listed.length, worded);
  return listed.map((id, row) => {
    const middle = rows.middle + row * rows.step;
    const y = middle - rows.rise;
    const place = { ...bar, y: middle + bar.y };
    return (
      // Keyed by its place: who takes another's place is written over it, which costs less than a new row.
      <g key={row} className={rowClass(worded, id === target)}>
        <LetterText letter={letterMark(vocabulary[id])} {...letter} y={y} />
        <rect className={id === target ? styles.target : styles.track} {...place} />
        <rect
          className={id === said ? styles.largest : styles.bar}
          {...place}
          width={barLength(bar.width, probabilities[id])}
        />
        {number.fontSize > 0 && (
          <text className={styles.percent} {...number} y={y}>
            {percentOf(prediction, id)}
          </text>
        )}
      </g>
    );
  });
}

/** The bar below a word is too low for its outline to say enough: the target's word is bold as well. */
function rowClass(worded: boolean, isTarget: boolean): string {
  if (!worded) return '';
  return isTarget ? `${styles.worded} ${styles.wordedTarget}` : styles.worded;
}
