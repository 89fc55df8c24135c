/** The network while it is folded: its columns as cards that slide over each other, the selected one on top. */
import type { Trace } from '../engine/index.ts';
import { foldColumns } from '../layout/fold.ts';
import type { NetworkLayout } from '../layout/network.ts';
import type { Task } from '../tasks/task.ts';
import { NetworkCanvas } from './canvas/NetworkCanvas.tsx';
import styles from './FoldedNetwork.module.css';
import { NetworkColumn } from './NetworkColumn.tsx';
import { ColumnArrows } from './NetworkLinks.tsx';

export interface FoldedNetworkProps {
  readonly layout: NetworkLayout;
  readonly task: Task;
  readonly trace: Trace;
  readonly relu: boolean;
  readonly layers: number;
  /** The columns in sight. */
  readonly columns: readonly number[];
  readonly scrollLeft: number;
  readonly viewWidth: number;
  readonly timestep: number;
  readonly end: number | null;
  readonly fold: number;
  readonly decimals: readonly number[];
  readonly onSelect: (timestep: number) => void;
}

/** Between a card's edge and its widest block. */
const PADDING = 5;
/** Shadows of more cards under each other would add up to black. */
const MOST_SHADOWS = 6;

export function FoldedNetwork(props: FoldedNetworkProps) {
  const { layout, task, trace, relu, layers, columns, scrollLeft, viewWidth, timestep, end, fold, onSelect } =
    props;
  const cards = foldColumns({ columns, layout, scrollLeft, viewWidth, selected: timestep, fold });
  const { columnWidth, height, inner } = layout;
  return (
    <div className={styles.cards} style={{ left: layout.gutter, width: viewWidth, height }}>
      {cards.map(({ t, x, depth }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has ←/→ and the step buttons
        // biome-ignore lint/a11y/useKeyWithClickEvents: the same
        <div
          key={t}
          className={styles.card}
          data-deep={depth > MOST_SHADOWS}
          style={{
            width: columnWidth,
            height,
            transform: `translateX(${x}px)`,
            zIndex: task.example.inputs.length - depth,
          }}
          onClick={() => onSelect(t)}
        >
          <div
            className={t === timestep ? styles.selected : styles.ground}
            style={{ left: (columnWidth - inner) / 2 - PADDING, width: inner + 2 * PADDING }}
          />
          <NetworkCanvas layout={layout} trace={trace} relu={relu} first={t} count={1} />
          <svg className={styles.svg} width={columnWidth} height={height} aria-hidden="true">
            <NetworkColumn
              t={t}
              layout={layout}
              task={task}
              trace={trace}
              relu={relu}
              selected={t === timestep}
              decimals={props.decimals}
            />
          </svg>
          <svg className={styles.arrows} width={columnWidth} height={height} aria-hidden="true">
            <ColumnArrows
              layout={layout}
              task={task}
              layers={layers}
              t={t}
              timesteps={task.example.inputs.length}
              timestep={timestep}
              isOver={end !== null && t > end}
              fold={fold}
            />
          </svg>
        </div>
      ))}
    </div>
  );
}
