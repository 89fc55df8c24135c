import { type CSSProperties, useMemo } from 'react';
import { cellSpan, layoutAxis, tickCells } from '../layout/heatmap.ts';
import { fitMark, isHeaped, isNamedMark } from '../layout/letterSize.ts';
import styles from './AxisLabels.module.css';

export interface AxisLabelsProps {
  /** Of the rows or columns, from the first. */
  readonly labels: readonly string[];
  /** Beside the rows, or below the columns. */
  readonly along: 'rows' | 'columns';
  /** CSS pixels of the heatmap in this direction. */
  readonly length: number;
  /** As the heatmap keeps them apart. */
  readonly blocks?: number;
  /** CSS pixels from one label to the next; with less room they are thinned. */
  readonly spacing: number;
  readonly largest: number;
}

/** CSS pixels beside the rows. */
const ROW_LABEL = 16;

/** What the rows or columns of a heatmap stand for: each one's label where there is room, else some at round places. */
export function AxisLabels({ labels, along, length, blocks = 1, spacing, largest }: AxisLabelsProps) {
  const axis = useMemo(
    () => layoutAxis({ count: Math.max(1, labels.length), length, pixelRatio: 1, blocks }),
    [labels.length, length, blocks],
  );
  const cells = labels.length / blocks;
  const ticks = useMemo(() => {
    const block = layoutAxis({ count: Math.max(1, cells), length: length / blocks, pixelRatio: 1 });
    const cell = length / labels.length;
    // The second one keeps away from the first, the last one of a block from the first one of the next.
    const hasRoom = (tick: number) =>
      tick * cell > spacing - 1 && (blocks === 1 || (cells - tick) * cell > spacing - 1);
    const round = tickCells(block, spacing).filter((tick) => tick === 0 || hasRoom(tick));
    // Where no round place has room beside the first one, the last one says how far they go.
    const ticks = round.length === 1 && hasRoom(cells - 1) ? [0, cells - 1] : round;
    return Array.from({ length: blocks }, (_, index) => ticks.map((tick) => index * cells + tick)).flat();
  }, [cells, blocks, length, spacing, labels.length]);
  const fontSize = Math.min(largest, Math.max(spacing, Math.floor(length / Math.max(1, labels.length))));
  // Beside the rows a name has the margin, below the columns its own.
  const room = along === 'rows' ? ROW_LABEL : length / Math.max(1, labels.length) - 2;
  return (
    <div className={styles[along]} style={{ fontSize }} aria-hidden="true">
      {labels.length > 0 &&
        ticks.map((cell) => {
          const span = cellSpan(axis, cell);
          const middle = span.start + span.length / 2;
          const style: CSSProperties = along === 'rows' ? { top: middle } : { left: middle };
          return (
            <span key={cell} className={isHeaped(labels[cell]) ? styles.heaped : undefined} style={style}>
              {isNamedMark(labels[cell]) ? (
                <NamedMark mark={labels[cell]} size={fontSize} room={room} />
              ) : (
                labels[cell]
              )}
            </span>
          );
        })}
    </div>
  );
}

function NamedMark({ mark, size, room }: { mark: string; size: number; room: number }) {
  const { rows, fontSize } = fitMark(mark, size, room);
  return (
    <span className={styles.mark} style={{ fontSize }}>
      {rows.join('\n')}
    </span>
  );
}
