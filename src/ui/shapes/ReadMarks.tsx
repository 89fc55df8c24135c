/** What is read, under the states: words, pictures, or nothing. */
import { UNKNOWN } from '../../tasks/letterMark.ts';
import { Label } from './Label.tsx';
import { type LabelStyle, labelHeight, labelStyle, styleOf } from './labels.ts';
import styles from './ReadMarks.module.css';
import { OWN_WORD, type SmallLayout } from './smallLayout.ts';
import type { ReadMark } from './stepMarks.ts';

/** What a picture leaves of its column, and its frame of itself, at both sides together. */
const BESIDE = 2;
/** Pixels between what is read and the number of its step. */
const BELOW = 4;
const FRAME = 2;
/** Cells from so many pixels on have a grid between them. */
const GRID_FROM = 3.5;

export interface ReadMarksProps {
  readonly layout: SmallLayout;
  readonly reads: readonly ReadMark[];
  /** What the mark of an unknown word stands for. */
  readonly unknown: string;
}

function nameOf(read: ReadMark): string | null {
  if (read.kind === 'unknown') return UNKNOWN;
  return read.kind === 'name' ? read.name : null;
}

function namesIn(reads: readonly ReadMark[]): readonly string[] {
  return reads.flatMap((read) => nameOf(read) ?? []);
}

function lookOf(names: readonly string[], { pitch, rooms }: SmallLayout): LabelStyle {
  return labelStyle(names, { pitch, room: rooms.read - BELOW });
}

/** Pixels of what is drawn where every mark stands in its own column. */
export function readHeight(reads: readonly ReadMark[], layout: SmallLayout): number {
  const { pitch } = layout;
  if (reads.some(({ kind }) => kind === 'picture')) return pitch - BESIDE;
  const names = namesIn(reads);
  const hasOwn = reads.some(({ kind }) => kind === 'own');
  return Math.max(hasOwn ? OWN_WORD.height : 0, labelHeight(names, lookOf(names, layout), pitch));
}

export function ReadMarks({ layout, reads, unknown }: ReadMarksProps) {
  const { pitch, y } = layout;
  const look = lookOf(namesIn(reads), layout);
  return reads.map((read, t) => {
    const middle = (t + 0.5) * pitch;
    switch (read.kind) {
      case 'name':
      case 'unknown': {
        const name = nameOf(read) ?? '';
        const own = styleOf(name, look, pitch);
        return (
          <Label
            key={t}
            kind={read.kind === 'name' ? 'read' : 'unknown'}
            name={name}
            look={own}
            x={middle}
            y={y.read + own.height / 2}
            title={name === UNKNOWN ? unknown : undefined}
          />
        );
      }
      case 'picture':
        return (
          <Picture
            key={t}
            side={read.side}
            pixels={read.pixels}
            x={t * pitch + BESIDE / 2}
            y={y.read}
            size={pitch - BESIDE}
          />
        );
      default:
        return null;
    }
  });
}

interface PictureProps {
  /** Pixels in a row. */
  readonly side: number;
  readonly pixels: Float64Array;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

function Picture({ side, pixels, x, y, size }: PictureProps) {
  const cell = (size - FRAME) / side;
  let ink = '';
  for (let i = 0; i < side * side; i++) {
    if (pixels[i] > 0.5)
      ink += `M${(i % side) * cell} ${Math.floor(i / side) * cell}h${cell}v${cell}h${-cell}z`;
  }
  const lines = Array.from({ length: side - 1 }, (_, line) => (line + 1) * cell);
  const length = side * cell;
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className={styles.paper} x={0.5} y={0.5} width={size - 1} height={size - 1} rx={2} />
      <g transform={`translate(${FRAME / 2} ${FRAME / 2})`}>
        {cell >= GRID_FROM && (
          <path
            className={styles.grid}
            d={lines.map((at) => `M${at} 0v${length}M0 ${at}h${length}`).join('')}
          />
        )}
        <path className={styles.ink} d={ink} />
      </g>
    </g>
  );
}
