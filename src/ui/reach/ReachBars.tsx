import { type Axis, cellSpan } from '../../layout/heatmap.ts';
import { fitWord, isWord } from '../../layout/letterSize.ts';
import { formatMagnitude, type MagnitudeScale, magnitudePosition } from '../../layout/reach.ts';
import { numberSize } from './numberSize.ts';
import styles from './ReachChart.module.css';

export interface ReachBarsProps {
  /** Of the timesteps up to the loss: (loss + 1). */
  readonly values: Float64Array;
  /** Of all timesteps shown. */
  readonly letters: readonly string[];
  readonly axis: Axis;
  readonly selected: number;
  readonly domain: number;
  readonly scale: MagnitudeScale;
  readonly decades: number;
  readonly onPick: (column: number) => void;
}

/** CSS pixels: numbers on top, full bars, letters below. */
const TOP = 16;
const BAR = 64;
const BELOW = 24;
/** What a number needs beside its neighbours, and the size of letters. */
const NUMBER_ROOM = 36;
const NUMBER_SIZE = 11;
const LETTER = { most: 14, least: 8, narrow: 1.35, wide: 0.98 };
const WIDE_LETTER = /[\u1100-\u11ff\u2e80-\uffff]|[\ud800-\udbff]/;

/** How much of one loss reaches each letter. */
export function ReachBars({
  values,
  letters,
  axis,
  selected,
  domain,
  scale,
  decades,
  onPick,
}: ReachBarsProps) {
  const n = letters.length;
  const pitch = axis.length / n;
  const numbered = pitch >= NUMBER_ROOM;
  const size = pitch * (letters.some((letter) => WIDE_LETTER.test(letter)) ? LETTER.wide : LETTER.narrow);
  const numbers = Array.from(values, formatMagnitude);
  const numberFont = numbered ? numberSize(numbers, pitch - 2, NUMBER_SIZE) : NUMBER_SIZE;
  const every = Math.ceil(LETTER.least / size);
  const ground = TOP + BAR;
  const largest = values.indexOf(Math.max(...values));
  return (
    <svg className={styles.bars} width={axis.length} height={ground + BELOW} aria-hidden="true">
      {letters.map((letter, t) => {
        const { start, length } = cellSpan(axis, t);
        const middle = start + length / 2;
        const value = t < values.length ? values[t] : null;
        const bar = value === null ? 0 : BAR * magnitudePosition(value, domain, scale, decades);
        const inset = Math.min(6, length * 0.12);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has the triangle below
          <g
            key={t}
            className={styles.column}
            data-selected={t === selected}
            data-beyond={value === null}
            onClick={() => onPick(t)}
          >
            <rect x={start} y={0} width={length + 1} height={ground + BELOW} fill="transparent" />
            {value !== null && (
              <>
                <path className={styles.track} d={`M${start + inset} ${ground}h${length - 2 * inset}`} />
                <rect
                  className={styles.bar}
                  x={start + inset}
                  y={ground - bar}
                  width={length - 2 * inset}
                  height={bar}
                  rx={Math.min(3, length / 4)}
                />
                {(numbered ||
                  t === selected ||
                  (t === largest && Math.abs(t - selected) * pitch > NUMBER_ROOM)) && (
                  <text className={styles.value} x={middle} y={ground - bar - 5} fontSize={numberFont}>
                    {numbers[t]}
                  </text>
                )}
              </>
            )}
            {(t % every === 0 || t === selected) && (
              <text
                className={styles.letter}
                x={middle}
                y={ground + 16}
                fontSize={fontSizeOf(letter, Math.min(LETTER.most, Math.max(LETTER.least, size)), length - 2)}
              >
                {letter}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** A word keeps to its column. */
function fontSizeOf(letter: string, size: number, room: number): number {
  return isWord(letter) ? fitWord(letter, size, room) : size;
}
