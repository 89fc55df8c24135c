/** The way of the dot over the grid: faint as a whole, strong up to the frame in sight. */
import type { Video } from '../../../tasks/motion.ts';
import styles from './PathDrawing.module.css';

export interface PathDrawingProps {
  readonly video: Video;
  readonly frame: number;
  readonly side: number;
}

export function PathDrawing({ video, frame, side }: PathDrawingProps) {
  const pointOf = (cell: number) => `${(cell % side) + 0.5} ${Math.floor(cell / side) + 0.5}`;
  const lineThrough = (cells: Video) => (cells.length > 0 ? `M${cells.map(pointOf).join('L')}` : '');
  return (
    <svg className={styles.drawing} viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
      <path className={styles.path} d={lineThrough(video)} />
      <path className={styles.past} d={lineThrough(video.slice(0, frame + 1))} />
      {video.length > 0 && (
        <circle
          className={styles.start}
          cx={(video[0] % side) + 0.5}
          cy={Math.floor(video[0] / side) + 0.5}
          r={0.14}
        />
      )}
    </svg>
  );
}
