/** Under the steps after the end of an answer: that nothing is read there any more, in as many words as there is room for. */
import * as shapesWords from '../../i18n/shapes.ts';
import { useWords } from '../context.ts';
import styles from './EndedNote.module.css';
import { noteWidth } from './labels.ts';

/** Of a line, and from the upper edge to the middle of the first. */
const LINE = 13;
const FIRST = 9;
const AIR = 2;

export interface EndedNoteProps {
  /** Of the columns. */
  readonly left: number;
  readonly width: number;
  readonly top: number;
}

export function EndedNote({ left, width, top }: EndedNoteProps) {
  const words = useWords(shapesWords);
  const lines = words.ended.find((each) => Math.max(...each.map(noteWidth)) + 2 * AIR <= width);
  return (
    <g className={styles.note}>
      <title>{words.afterEnd}</title>
      {lines?.map((line, index) => (
        <text key={line} x={left + width / 2} y={top + FIRST + index * LINE}>
          {line}
        </text>
      ))}
    </g>
  );
}
