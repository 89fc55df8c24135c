/** Lies over scores, probabilities, predictions and targets of the columns in sight until the person has made a guess. */
import { findBlock } from '../../layout/blocks.ts';
import type { NetworkLayout } from '../../layout/network.ts';
import { letterMark } from '../../tasks/text.ts';
import { useActions, useRun, useView } from '../context.ts';
import styles from './Covers.module.css';
import { useRound } from './useRound.ts';

/** CSS pixels beyond what is covered; at the sides less than the selection, whose line stays in sight around it. */
const AIR = { side: 1, end: 4 };

export function Covers({ layout, columns }: { layout: NetworkLayout; columns: readonly number[] }) {
  const actions = useActions();
  const names = useRun((run) => run.task.outputNames);
  const selected = useView((view) => view.timestep);
  const { guesses } = useRound();
  const top = findBlock(layout.blocks, 'target')?.y ?? 0;
  const lowest = findBlock(layout.blocks, 'logits');
  const bottom = lowest ? lowest.y + lowest.height : top;
  return columns.map((t, index) => {
    const chosen = guesses[t];
    return (
      <div
        key={t}
        className={`${styles.cover} ${t === selected ? styles.selected : ''}`}
        style={{
          left: index * layout.columnWidth + (layout.columnWidth - layout.inner) / 2 - AIR.side,
          width: layout.inner + 2 * AIR.side,
          top: top - AIR.end,
          height: bottom - top + 2 * AIR.end,
        }}
        onClick={() => actions.selectTimestep(t)}
        aria-hidden="true"
      >
        {chosen === null ? '?' : letterMark(names[chosen])}
      </div>
    );
  });
}
