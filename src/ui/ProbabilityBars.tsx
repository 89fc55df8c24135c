import type { Block } from '../layout/blocks.ts';
import { formatFixed } from '../layout/format.ts';
import { letterMark } from '../tasks/text.ts';
import { LetterText } from './LetterText.tsx';
import styles from './ProbabilityBars.module.css';

const LABEL = 18;
const NUMBER = 23;
/** Narrower blocks have no room for numbers. */
const WITH_NUMBERS = 60;

/** The listed letters with their probabilities as bars (ink, the largest darker) and whole percentages; the target outlined. */
export function ProbabilityBars({
  block,
  listed,
  probabilities,
  largest,
  target,
  vocabulary,
}: {
  readonly block: Block;
  readonly listed: readonly number[];
  readonly probabilities: ArrayLike<number>;
  readonly largest: number;
  /** Outlined, so that it is found among the bars. */
  readonly target: number;
  readonly vocabulary: readonly string[];
}) {
  const rowHeight = block.height / listed.length;
  const withNumbers = block.width >= WITH_NUMBERS;
  const track = block.width - LABEL - (withNumbers ? NUMBER : 0);
  return listed.map((letter, row) => {
    const middle = block.y + (row + 0.5) * rowHeight;
    const isLargest = letter === largest;
    return (
      <g key={letter}>
        <LetterText
          letter={letterMark(vocabulary[letter])}
          x={block.x + LABEL / 2 - 2}
          y={middle}
          size={13}
        />
        <rect
          className={letter === target ? styles.target : styles.track}
          x={block.x + LABEL}
          y={middle - 6}
          width={track}
          height={12}
          rx={3}
        />
        <rect
          className={isLargest ? styles.largest : styles.bar}
          x={block.x + LABEL}
          y={middle - 6}
          width={Math.max(1, track * probabilities[letter])}
          height={12}
          rx={3}
        />
        {withNumbers && (
          <text className={styles.percent} x={block.x + block.width} y={middle}>
            {formatFixed(100 * probabilities[letter], 0)}
          </text>
        )}
      </g>
    );
  });
}
