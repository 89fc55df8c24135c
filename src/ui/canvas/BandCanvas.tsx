import type { Block } from '../../layout/blocks.ts';
import styles from './BandCanvas.module.css';
import { usePainted } from './usePainted.ts';

/** From the top of the highest block to the foot of the lowest. */
export interface Band {
  /** Device pixels. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
}

/** Of `width` CSS pixels. */
export function bandOf(blocks: readonly Block[], width: number, ratio: number): Band {
  const top = Math.floor(Math.min(...blocks.map(({ y }) => y)) * ratio);
  const foot = Math.ceil(Math.max(...blocks.map(({ y, height }) => y + height)) * ratio) + 1;
  return { top, width: Math.max(1, Math.round(width * ratio)), height: Math.max(1, foot - top), ratio };
}

export interface BandCanvasProps {
  readonly band: Band;
  /** As for `usePainted`. */
  readonly place: object;
  readonly draw: (context: CanvasRenderingContext2D) => void;
}

/** A canvas under the columns of the network, as high as the blocks that are drawn on it. */
export function BandCanvas({ band: { top, width, height, ratio }, place, draw }: BandCanvasProps) {
  return (
    <div aria-hidden="true">
      <canvas
        ref={usePainted(draw, place)}
        className={styles.canvas}
        width={width}
        height={height}
        style={{ top: top / ratio, width: width / ratio, height: height / ratio }}
      />
    </div>
  );
}
