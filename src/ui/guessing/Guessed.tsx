/** What the person had guessed, above what the network said, once the answers are shown. */
import { findBlock } from '../../layout/blocks.ts';
import type { NetworkLayout } from '../../layout/network.ts';
import { letterMark } from '../../tasks/text.ts';
import { useRun } from '../context.ts';
import styles from './Guessed.module.css';
import { GuessMark } from './GuessMark.tsx';
import { predictionsOf } from './useRound.ts';

/** CSS pixels: of a mark, and from its foot to the prediction below it. */
const HEIGHT = 14;
const AIR = 4;

export function Guessed({
  layout,
  columns,
  guesses,
}: {
  readonly layout: NetworkLayout;
  readonly columns: readonly number[];
  readonly guesses: readonly (number | null)[];
}) {
  const names = useRun((run) => run.task.outputNames);
  const said = predictionsOf(useRun((run) => run.snapshot.trace));
  const bottom = findBlock(layout.blocks, 'prediction')?.y ?? 0;
  return columns.map((t, index) => {
    const chosen = guesses[t] ?? null;
    if (chosen === null) return null;
    return (
      <p
        key={t}
        className={styles.place}
        style={{ left: index * layout.columnWidth, width: layout.columnWidth, top: bottom - HEIGHT - AIR }}
        aria-hidden="true"
      >
        <GuessMark same={chosen === said[t]}>{letterMark(names[chosen])}</GuessMark>
      </p>
    );
  });
}
