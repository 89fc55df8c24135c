/** Names of the rows at the left of the unrolled network: in words where there is room, else as symbols. */
import type { Block, NetworkLayout } from '../layout/network.ts';
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
                  {word.name} <QuantitySymbol quantity={block.role} layer={layer} />
                  {block.role === 'hidden' && hasCellState && (
                    <>
                      , <QuantitySymbol quantity="cellState" layer={layer} />
                    </>
                  )}
                </span>
                <span className={styles.note}>
                  {block.role === 'hidden' && hasCellState ? words.cellState.note : word.note}
                </span>
              </>
            ) : (
              <abbr title={word.name} className={styles.short}>
                {SYMBOLS[block.role] ? <QuantitySymbol quantity={block.role} layer={layer} /> : word.short}
              </abbr>
            )}
          </div>
        );
      })}
    </div>
  );
}

function QuantitySymbol({
  quantity,
  layer,
}: {
  readonly quantity: Block['role'];
  readonly layer: number | null;
}) {
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
      {layer === null ? (
        <msub>
          <mi>{base}</mi>
          <mi>{sub}</mi>
        </msub>
      ) : (
        <msubsup>
          <mi>{base}</mi>
          <mi>{sub}</mi>
          <mrow>
            <mo>(</mo>
            <mn>{layer}</mn>
            <mo>)</mo>
          </mrow>
        </msubsup>
      )}
    </math>
  );
}
