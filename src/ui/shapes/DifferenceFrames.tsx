/** Frames where a shape reads or says something and one beside it does not; where it does neither, what is missing. */
import * as shapesWords from '../../i18n/shapes.ts';
import { useWords } from '../context.ts';
import styles from './DifferenceFrames.module.css';
import type { ReadMark } from './stepMarks.ts';

/** Which timesteps are framed. */
export interface Differing {
  readonly read: readonly boolean[];
  readonly said: readonly boolean[];
}

/** From where to where a row goes. */
interface Row {
  readonly top: number;
  readonly bottom: number;
  /** The middle of what is written into an empty one, where something else is drawn in the middle of the row. */
  readonly words?: number | undefined;
}

export interface DifferenceFramesProps {
  readonly differing: Differing;
  readonly pitch: number;
  readonly rows: { readonly read: Row; readonly said: Row };
  readonly reads: readonly ReadMark['kind'][];
  /** Whether something is drawn where it is said. */
  readonly says: readonly boolean[];
}

/** Columns from here on have room for words. */
const WORDS_FROM = 56;
const AIR = 2;

export function DifferenceFrames({ differing, pitch, rows, reads, says }: DifferenceFramesProps) {
  const words = useWords(shapesWords);
  const place = (
    t: number,
    { top, bottom, words: middle = (top + bottom) / 2 }: Row,
    isFramed: boolean | undefined,
    missing: string | null,
  ) => (
    <g transform={`translate(${t * pitch} 0)`}>
      {isFramed && (
        <rect x={AIR} y={top - AIR} width={pitch - 2 * AIR} height={bottom - top + 2 * AIR} rx={5} />
      )}
      {missing !== null && (
        <text x={pitch / 2} y={middle}>
          {pitch < WORDS_FROM ? '–' : missing}
        </text>
      )}
    </g>
  );
  const unread = { nothing: words.noInput, own: words.ownWord, unknown: null, name: null, picture: null };
  return reads.map((read, t) => (
    <g key={t} className={styles.frames}>
      {place(t, rows.said, differing.said[t], says[t] ? null : words.noTarget)}
      {place(t, rows.read, differing.read[t], unread[read])}
    </g>
  ));
}
