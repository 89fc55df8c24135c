/** Names of the rows at the left of the unrolled network: in words where there is room, else as symbols. */
import type { Block } from '../layout/blocks.ts';
import type { NetworkLayout } from '../layout/network.ts';
import { useMessages, useRun } from './context.ts';
import { MathSymbol } from './MathSymbol.tsx';
import styles from './RowLabels.module.css';

const SYMBOLS: Readonly<Partial<Record<Block['role'], readonly [base: string, subscript: string | null]>>> = {
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
  const hasCellState = layout.blocks.some((block) => block.role === 'cellState');
  return (
    <div className={styles.labels} style={{ width: layout.gutter }}>
      {layout.blocks
        .filter((block) => block.role !== 'letter')
        .map((block) => {
          const word = words[block.role];
          const isState = block.role === 'hidden' || block.role === 'cellState';
          const inLayer = isState && layers > 1;
          const hasRoom = !inLayer && !(isState && hasCellState && layout.wideLabels);
          const top = block.y + (block.grid?.height ?? (block.role === 'input' ? 26 : block.height)) / 2;
          return (
            <div
              key={`${block.role}${block.layer}`}
              className={styles.label}
              data-role={block.role}
              style={{ top }}
            >
              <span className={styles.name}>
                {layout.wideLabels && (inLayer ? words.layer(block.layer + 1) : word.name)}{' '}
                <QuantitySymbol quantity={block.role} layer={inLayer ? block.layer + 1 : null} />
              </span>
              {hasRoom && <span className={styles.note}>{layout.wideLabels ? word.note : word.name}</span>}
            </div>
          );
        })}
    </div>
  );
}

function QuantitySymbol({ quantity, layer }: { quantity: Block['role']; layer: number | null }) {
  const symbol = SYMBOLS[quantity];
  if (!symbol) return null;
  const [base, subscript] = symbol;
  if (subscript !== null) return <MathSymbol base={base} subscript={subscript} layer={layer} />;
  return (
    <math>
      <mi>{base}</mi>
    </math>
  );
}
