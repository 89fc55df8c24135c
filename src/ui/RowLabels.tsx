/** Names of the rows at the left of the unrolled network: in words where there is room, else as symbols. */
import type { Block } from '../layout/blocks.ts';
import type { NetworkLayout } from '../layout/network.ts';
import { useMessages, useRun } from './context.ts';
import styles from './RowLabels.module.css';

const SYMBOLS: Readonly<Partial<Record<Block['role'], readonly [base: string, sub: string | null]>>> = {
  prediction: ['ŷ', null],
  probability: ['p', null],
  logits: ['y', 't'],
  hidden: ['h', 't'],
  cellState: ['c', 't'],
  input: ['x', 't'],
};

export function RowLabels({ layout }: { readonly layout: NetworkLayout }) {
  const words = useMessages().network.rows;
  const layers = useRun((run) => run.model.layers);
  const labelled = layout.blocks.filter((block) => block.role !== 'cellState' && block.role !== 'letter');
  const hasCellState = layout.blocks.some((block) => block.role === 'cellState');
  return (
    <div className={styles.labels} style={{ width: layout.gutter }}>
      {labelled.map((block) => {
        const word = words[block.role];
        const middle = block.y + (block.role === 'input' ? 13 : block.height / 2);
        const layer = block.role === 'hidden' && layers > 1 ? block.layer + 1 : null;
        return (
          <div key={`${block.role}${block.layer}`} className={styles.label} style={{ top: middle }}>
            {layout.wideLabels ? (
              <>
                <span className={styles.name}>
                  {layer === null
                    ? block.role === 'hidden' && hasCellState
                      ? words.cellState.name
                      : word.name
                    : words.layer(layer)}{' '}
                  <QuantitySymbol quantity={block.role} />
                  {block.role === 'hidden' && hasCellState && (
                    <>
                      , <QuantitySymbol quantity="cellState" />
                    </>
                  )}
                </span>
                {layer === null && (
                  <span className={styles.note}>
                    {block.role === 'hidden' && hasCellState ? words.cellState.note : word.note}
                  </span>
                )}
              </>
            ) : (
              <abbr title={word.name} className={styles.short}>
                {SYMBOLS[block.role] ? <QuantitySymbol quantity={block.role} /> : word.short}
                {layer !== null && <sup>{layer}</sup>}
              </abbr>
            )}
          </div>
        );
      })}
    </div>
  );
}

function QuantitySymbol({ quantity }: { readonly quantity: Block['role'] }) {
  const symbol = SYMBOLS[quantity];
  if (!symbol) return null;
  const [base, sub] = symbol;
  if (sub === null) {
    return (
      <math>
        <mi>{base}</mi>
      </math>
    );
  }
  return (
    <math>
      <msub>
        <mi>{base}</mi>
        <mi>{sub}</mi>
      </msub>
    </math>
  );
}
