/** What is read, under the states: words, pictures, or nothing. */
import { Label } from './Label.tsx';
import { labelStyle } from './labels.ts';
import styles from './ReadMarks.module.css';
import type { SmallLayout } from './smallLayout.ts';
import type { ReadMark } from './stepMarks.ts';

/** The side of a picture that is the only one, and may reach under the next columns. */
const LARGE_PICTURE = 58;

export interface ReadMarksProps {
  readonly layout: SmallLayout;
  readonly reads: readonly ReadMark[];
}

export function ReadMarks({ layout: { pitch, width, labels, y }, reads }: ReadMarksProps) {
  const names = reads.flatMap((read) => (read.kind === 'name' ? [read.name] : []));
  const look = labelStyle(names, { pitch, room: labels - 4 });
  const isOnlyPicture = reads.filter(({ kind }) => kind === 'picture').length === 1;
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
