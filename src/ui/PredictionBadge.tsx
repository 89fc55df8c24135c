import type { Block } from '../layout/blocks.ts';
import { isWord } from '../layout/letterSize.ts';
import { LetterText } from './LetterText.tsx';
import styles from './PredictionBadge.module.css';

/** Pixels at the right of the badge. */
const MARK_ROOM = 13;
/** The size of words: those of a row are about as large as each other. */
const WORD = 14;
/** Between the letter and what is beside it. */
const AIR = 4;
/** From the right edge to the middle of the mark, and by how much this reaches out of its room. */
const MARK_MIDDLE = 12;
const MARK_OVERHANG = 4;

/** What is predicted, right or wrong by colour and by mark; null where nobody knows. */
export function PredictionBadge({
  block,
  letter,
  right,
}: {
  readonly block: Block;
  readonly letter: string;
  readonly right: boolean | null;
}) {
  const middle = block.y + block.height / 2;
  return (
    <g className={right === null ? styles.open : right ? styles.right : styles.wrong}>
      <rect
        className={styles.badge}
        x={block.x + 1}
        y={block.y + 2}
        width={block.width - 2}
        height={block.height - 4}
        rx={7}
      />
      <LetterText
        letter={letter}
        x={block.x + (right === null ? block.width / 2 : (block.width - MARK_ROOM) / 2)}
        y={middle}
        size={isWord(letter) ? WORD : 18}
        room={block.width - 2 * AIR - (right === null ? 0 : MARK_ROOM + MARK_OVERHANG)}
        strong
      />
      {right !== null && (
        <text className={styles.mark} x={block.x + block.width - MARK_MIDDLE} y={middle + 1}>
          {right ? '✓' : '✗'}
        </text>
      )}
    </g>
  );
}
