import type { Block } from '../layout/blocks.ts';
import { WHOLE_VOCABULARY } from '../layout/network.ts';
import { letterMark } from '../tasks/text.ts';
import { useMessages } from './context.ts';
import { LetterText } from './LetterText.tsx';
import styles from './OneHot.module.css';

/** Narrower cells have no room for a digit and a letter. */
const LEAST_CELL = 11;

/** The one-hot vector x_t in ink and outline; a vocabulary without room as a ruler with one mark and its index. */
export function OneHot({
  block,
  index,
  vocabulary,
}: {
  readonly block: Block;
  readonly index: number;
  readonly vocabulary: readonly string[];
}) {
  const words = useMessages();
  const size = vocabulary.length;
  if (size > WHOLE_VOCABULARY || block.width / size < LEAST_CELL) {
    const markWidth = Math.max(3, block.width / size);
    return (
      <>
        <rect className={styles.empty} x={block.x} y={block.y + 4} width={block.width} height={14} rx={3} />
        <rect
          className={styles.one}
          x={block.x + (index / (size - 1)) * (block.width - markWidth)}
          y={block.y + 4}
          width={markWidth}
          height={14}
        />
        <text className={styles.index} x={block.x + block.width / 2} y={block.y + 32}>
          {words.network.oneHotIndex(index)}
        </text>
      </>
    );
  }
  const cell = Math.min(28, block.width / size);
  const left = block.x + (block.width - cell * size) / 2;
  return vocabulary.map((letter, position) => {
    const x = left + position * cell;
    const hot = position === index;
    return (
      <g key={letter}>
        <rect
          className={hot ? styles.one : styles.empty}
          x={x + 1}
          y={block.y}
          width={cell - 2}
          height={26}
          rx={Math.min(4, cell / 4)}
        />
        <text
          className={hot ? styles.oneDigit : styles.zeroDigit}
          x={x + cell / 2}
          y={block.y + 13}
          fontSize={Math.min(12, cell - 1)}
        >
          {hot ? 1 : 0}
        </text>
        <LetterText
          letter={letterMark(letter)}
          x={x + cell / 2}
          y={block.y + 35}
          size={11}
          room={cell - 1}
          muted={!hot}
        />
      </g>
    );
  });
}
