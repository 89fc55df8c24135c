/** What the person had guessed, above what the network said, once the answers are shown. */
import { guessing } from '../../i18n/guessing.ts';
import { findBlock } from '../../layout/blocks.ts';
import type { NetworkLayout } from '../../layout/network.ts';
import { letterMark } from '../../tasks/text.ts';
import { useRun, useWords } from '../context.ts';
import styles from './Guessed.module.css';
import { predictionsOf } from './useRound.ts';

const HEIGHT = 15;

export function Guessed({
  layout,
  columns,
  guesses,
}: {
  readonly layout: NetworkLayout;
  readonly columns: readonly number[];
  readonly guesses: readonly (number | null)[];
}) {
  const words = useWords(guessing);
  const names = useRun((run) => run.task.outputNames);
  const said = predictionsOf(useRun((run) => run.snapshot.trace));
  const bottom = findBlock(layout.blocks, 'prediction')?.y ?? 0;
  return columns.map((t, index) => {
    const chosen = guesses[t] ?? null;
    if (chosen === null) return null;
    return (
      <p
        key={t}
        className={`${styles.guessed} ${chosen === said[t] ? '' : styles.other}`}
        style={{ left: index * layout.columnWidth, width: layout.columnWidth, top: bottom - HEIGHT }}
        aria-hidden="true"
      >
        {words.yours}: <b>{letterMark(names[chosen])}</b> {chosen === said[t] ? '=' : '≠'}
      </p>
    );
  });
}
