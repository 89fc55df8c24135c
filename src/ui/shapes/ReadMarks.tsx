/** What is read, under the states: words, pictures, or nothing. */
import { Label } from './Label.tsx';
import { type LabelStyle, labelStyle } from './labels.ts';
import styles from './ReadMarks.module.css';
import type { SmallLayout } from './smallLayout.ts';
import type { ReadMark } from './stepMarks.ts';

/** The side of a picture that is the only one, and may reach under the next columns. */
const LARGE_PICTURE = 58;

export interface ReadMarksProps {
  readonly layout: SmallLayout;
  readonly reads: readonly ReadMark[];
  /** Whether other networks stand on the same columns: nothing may reach out of its own. */
  readonly isAligned: boolean;
}

function lookOf(reads: readonly ReadMark[], { pitch, labels }: SmallLayout): LabelStyle {
  const names = reads.flatMap((read) => (read.kind === 'name' ? [read.name] : []));
  return labelStyle(names, { pitch, room: labels - 4 });
}

/** Pixels of what is drawn where every mark stands in its own column. */
export function readHeight(reads: readonly ReadMark[], layout: SmallLayout): number {
  const hasPicture = reads.some(({ kind }) => kind === 'picture');
  return hasPicture ? layout.pitch - 3 : lookOf(reads, layout).height;
}

export function ReadMarks({ layout, reads, isAligned }: ReadMarksProps) {
  const { pitch, width, y } = layout;
  const look = lookOf(reads, layout);
  const isOnlyPicture = !isAligned && reads.filter(({ kind }) => kind === 'picture').length === 1;
  return reads.map((read, t) => {
    const middle = (t + 0.5) * pitch;
    switch (read.kind) {
      case 'name':
        return (
          <Label key={t} kind="read" name={read.name} look={look} x={middle} y={y.read + look.height / 2} />
        );
      case 'picture': {
        const side = isOnlyPicture ? Math.min(LARGE_PICTURE, width) : pitch - 3;
        return (
          <Picture
            key={t}
            side={read.side}
            pixels={read.pixels}
            x={Math.max(1, middle - side / 2)}
            y={y.read}
            size={side}
          />
        );
      }
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
  const cell = size / side;
  let ink = '';
  for (let i = 0; i < side * side; i++) {
    if (pixels[i] > 0.5)
      ink += `M${(i % side) * cell} ${Math.floor(i / side) * cell}h${cell}v${cell}h${-cell}z`;
  }
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className={styles.paper} width={size} height={size} rx={2} />
      <path className={styles.ink} d={ink} />
    </g>
  );
}
