/** All operations of a timestep as a table. */
import type { Operation } from '../../engine/operation.ts';
import type { inside } from '../../i18n/inside.ts';
import { formatFixed } from '../../layout/format.ts';
import type { NumberTableProps } from '../NumberTable.tsx';
import { FUNCTIONS } from './equation.ts';
import { symbolText } from './QuantitySymbol.tsx';

/** More values of one operation are counted, not listed. */
const MOST_VALUES = 16;

export function operationsTable(
  operations: readonly Operation[],
  outputs: readonly string[],
  layered: boolean,
  timestep: number,
  update: number,
  words: (typeof inside)['en'],
): NumberTableProps {
  return {
    caption: words.table(timestep + 1, update),
    columns: words.tableColumns,
    rows: operations.map((operation) => {
      const { rows, layer, kind } = operation;
      const valueText = (value: number, row: number) =>
        operation.isHeld(row) ? `${formatFixed(value, 4)} (${words.held(value)})` : formatFixed(value, 4);
      const shown = Array.from({ length: Math.min(rows, MOST_VALUES) }, (_, row) => operation.valueAt(row));
      const values = kind === 'argmax' ? outputs[operation.valueAt(0)] : shown.map(valueText).join(', ');
      const more = rows > MOST_VALUES ? ` ${words.more(rows - MOST_VALUES)}` : '';
      const where = layered && layer !== null ? `${words.layer(layer + 1)}: ` : '';
      return [`${where}${expression(operation)}`, String(rows), values + more];
    }),
  };
}

/** Such as `a = W_xh x + b_xh + W_hh h_{t−1} + b_hh`, or the product alone where it has no name. */
function expression(operation: Operation): string {
  const { kind, operands, id } = operation;
  const own = symbolText(operation);
  const [first, second, third] = operands.map(symbolText);
  switch (kind) {
    case 'column':
    case 'product':
      return own;
    case 'sum':
      return /\.biased$/.test(id) ? own : `${own} = ${operands.map(symbolText).join(' + ')}`;
    case 'affine':
      return `${own} = ${first} ${second} + ${third}`;
    case 'multiply':
      return /\.result$/.test(id) ? `${own} = ${first} ⊙ ${second}` : own;
    case 'mix':
      return `${own} = (1 − ${first}) ⊙ ${second} + ${first} ⊙ ${third}`;
    default:
      return `${own} = ${FUNCTIONS[kind]}(${first})`;
  }
}
