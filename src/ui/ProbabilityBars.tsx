import type { Block } from '../layout/blocks.ts';
import { formatFixed } from '../layout/format.ts';
import { isCode, isWord } from '../layout/letterSize.ts';
import { letterMark } from '../tasks/text.ts';
import { LetterText } from './LetterText.tsx';
import styles from './ProbabilityBars.module.css';

/** Pixels of the letter at the left and the number at the right, and the size of the number. */
const WIDE = { label: 18, number: 27, fontSize: 11 };
const NARROW = { label: 14, number: 20, fontSize: 9.5 };
/** The place and the height of a bar: beside a letter, or below a word, which has the row to itself. */
const BESIDE = { y: -6, height: 12 };
const BELOW = { y: 5, height: 3.5 };
/** Narrower blocks write smaller, and even narrower ones have no room for numbers. */
const LEAST_WIDE = 88;
const LEAST_NUMBERED = 50;

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
  readonly target: number | null;
  readonly vocabulary: readonly string[];
}) {
  const rowHeight = block.height / listed.length;
  const size = block.width >= LEAST_WIDE ? WIDE : NARROW;
  const withNumbers = block.width >= LEAST_NUMBERED;
  const number = withNumbers ? size.number : 0;
  const worded = hasCodes(vocabulary) || listed.some((letter) => isWord(vocabulary[letter]));
  const label = worded ? block.width - number : size.label;
  const bar = worded ? BELOW : BESIDE;
  const start = block.x + (worded ? 0 : label);
  const track = block.width - (worded ? 0 : label + number);
  return listed.map((letter, row) => {
    const middle = block.y + (row + 0.5) * rowHeight;
    const isLargest = letter === largest;
    return (
      // Keyed by its place: who takes another's place is written over it, which costs less than a new row.
      <g key={row} className={worded ? styles.worded : ''}>
        <LetterText
          letter={letterMark(vocabulary[letter])}
          x={worded ? start : block.x + label / 2 - 2}
          y={middle}
          size={worded ? 12 : 13}
          room={label - 3}
        />
        <rect
          className={letter === target ? styles.target : styles.track}
          x={start}
          y={middle + bar.y}
          width={track}
          height={bar.height}
          rx={3}
        />
        <rect
          className={isLargest ? styles.largest : styles.bar}
          x={start}
          y={middle + bar.y}
          // No finer than can be seen: a bar that stands still costs nothing.
          width={Math.max(1, Math.round(10 * track * probabilities[letter]) / 10)}
          height={bar.height}
          rx={3}
        />
        {withNumbers && (
          <text className={styles.percent} x={block.x + block.width} y={middle} fontSize={size.fontSize}>
            {formatFixed(100 * probabilities[letter], 0)}
          </text>
        )}
      </g>
    );
  });
}

const known = new WeakMap<readonly string[], boolean>();

/** Whether there are letters that are written by their codes: looked for once, not in every column. */
function hasCodes(vocabulary: readonly string[]): boolean {
  const has = known.get(vocabulary) ?? vocabulary.some((letter) => isCode(letterMark(letter)));
  known.set(vocabulary, has);
  return has;
}
