import type { Block } from '../layout/blocks.ts';
import { LetterText } from './LetterText.tsx';
import styles from './PredictionBadge.module.css';

/** The predicted letter, right or wrong by colour and by mark. */
export function PredictionBadge({
  block,
  letter,
  right,
}: {
  readonly block: Block;
  readonly letter: string;
  readonly right: boolean;
}) {
  const middle = block.y + block.height / 2;
  return (
    <g className={right ? styles.right : styles.wrong}>
      <rect
        className={styles.badge}
        x={block.x + 1}
        y={block.y + 2}
        width={block.width - 2}
        height={block.height - 4}
        rx={7}
      />
      <LetterText letter={letter} x={block.x + block.width * 0.4} y={middle} size={18} strong />
      <text className={styles.mark} x={block.x + block.width - 13} y={middle + 1}>
        {right ? '✓' : '✗'}
      </text>
    </g>
  );
}
