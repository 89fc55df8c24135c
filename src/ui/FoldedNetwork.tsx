/** The network while it is folded: its columns as cards that slide over each other, the selected one on top. */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Trace } from '../engine/index.ts';
import { type Card, foldColumns, recurrentLoop } from '../layout/fold.ts';
import type { NetworkLayout } from '../layout/network.ts';
import { CARD_PADDING } from '../layout/networkLinks.ts';
import type { Task } from '../tasks/task.ts';
import { DenseBlocks } from './DenseBlocks.tsx';
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

/** How far below the topmost a card casts a shadow: those of more cards would add up to black. */
const DEEPEST_SHADOW = 1;

export function FoldedNetwork(props: FoldedNetworkProps) {
  const { layout, task, trace, relu, layers, columns, scrollLeft, viewWidth, timestep, end, fold, onSelect } =
    props;
  const cards = foldColumns({ columns, layout, scrollLeft, viewWidth, selected: timestep, fold });
  const { columnWidth, height, inner } = layout;
  const frame = useRef<HTMLDivElement>(null);
  useWholeTexts(frame, cards);
  return (
    <div ref={frame} className={styles.cards} style={{ left: layout.gutter, width: viewWidth, height }}>
      {cards.map(({ t, x, depth }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has ←/→ and the step buttons
        // biome-ignore lint/a11y/useKeyWithClickEvents: the same
        <div
          key={t}
          className={styles.card}
          data-deep={depth > DEEPEST_SHADOW}
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
            style={{ left: (columnWidth - inner) / 2 - CARD_PADDING, width: inner + 2 * CARD_PADDING }}
          />
          <DenseBlocks layout={layout} trace={trace} relu={relu} first={t} count={1} />
          <svg className={styles.svg} data-column width={columnWidth} height={height} aria-hidden="true">
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
              bend={recurrentLoop}
            />
          </svg>
        </div>
      ))}
    </div>
  );
}

/** What is written in a card of which a part is covered is either seen whole or not at all. */
function useWholeTexts(frame: RefObject<HTMLElement | null>, cards: readonly Card[]): void {
  // After every render: numbers that change become wider and narrower.
  useLayoutEffect(() => {
    const columns = frame.current?.querySelectorAll<SVGElement>('[data-column]') ?? [];
    // All are measured before any is changed, which would have the browser lay out the page again for each.
    const texts = [...columns].flatMap((column, index) => {
      const { left } = column.getBoundingClientRect();
      const { from, to } = cards[index];
      return [...column.querySelectorAll('text')].map((text) => {
        const box = text.getBoundingClientRect();
        return { text, isWhole: box.left - left >= from && box.right - left <= to };
      });
    });
    for (const { text, isWhole } of texts) text.style.visibility = isWhole ? '' : 'hidden';
  });
}
