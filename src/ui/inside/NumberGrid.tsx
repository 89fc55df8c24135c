/** A matrix or vector in brackets: coloured cells with digits, reached one by one with the arrow keys. */
import { type KeyboardEvent, memo, useState } from 'react';
import type { Operand } from '../../engine/operation.ts';
import { inside } from '../../i18n/inside.ts';
import { colorIndex } from '../../layout/color.ts';
import { useWords } from '../context.ts';
import { moveInGrid } from '../moveInGrid.ts';
import { useMagnitudeTable } from '../reach/useMagnitudeTable.ts';
import { useColorTable } from '../scheme.ts';
import { SNOWFLAKE } from '../time/snowflake.ts';
import { type Domains, domainOf, type Tone, toneOf } from './domain.ts';
import { isHeldAt } from './held.ts';
import styles from './NumberGrid.module.css';
import { symbolText } from './QuantitySymbol.tsx';
import { writeNumber } from './writeNumber.ts';

export interface NumberGridProps {
  readonly operand: Operand;
  readonly domains: Domains;
  /** Its shape. */
  readonly of: { readonly rows: number; readonly columns: number };
  /** What is shown of it. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Letters or numbers of units, for those shown. */
  readonly rowLabels: readonly string[] | null;
  readonly columnLabels: readonly string[] | null;
  /** The column that counts, where only one does. */
  readonly picked: number | null;
  /** Not computed yet. */
  readonly blank: boolean;
  /** `row,column` of the cells that make the number pointed at, and that number itself. */
  readonly lit: ReadonlySet<string> | null;
  readonly spot: string | null;
  /** Whether rows that are held say so beside them: where they stand behind an equals sign. */
  readonly saysHeld: boolean;
}

export function NumberGrid(props: NumberGridProps) {
  const { operand, domains, of, rows, columns, rowLabels, columnLabels, picked, blank, lit, spot, saysHeld } =
    props;
  const words = useWords(inside);
  const signed = useColorTable();
  const magnitudes = useMagnitudeTable();
  const [cursor, setCursor] = useState({ row: 0, column: 0 });
  const width = operand.kind === 'given' ? operand.columns : 1;
  const { domain } = domainOf(operand, domains);
  const tone = toneOf(operand);
  const table = tone === 'gate' ? magnitudes : signed;
  const heldText = (row: number) =>
    !blank && isHeldAt(operand, row) ? words.held(operand.valueAt(row)) : '';
  // What is shown may have become less since.
  const at = {
    row: Math.min(cursor.row, rows.length - 1),
    column: Math.min(cursor.column, columns.length - 1),
  };

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = moveInGrid(at, event.key, { rows: rows.length, columns: columns.length });
    if (!to) return;
    // These keys mean something else to the page as a whole.
    event.preventDefault();
    event.stopPropagation();
    setCursor(to);
    const place = `[data-place="${to.row},${to.column}"]`;
    event.currentTarget.querySelector<HTMLElement>(place)?.focus();
  };
  return (
    <div className={`${styles.frame} ${rowLabels ? styles.labelled : ''}`}>
      {columnLabels && (
        <div className={styles.columnLabels} aria-hidden="true">
          {columnLabels.map((label, index) => (
            <span key={columns[index]} className={picked === columns[index] ? styles.pickedLabel : ''}>
              {label}
            </span>
          ))}
        </div>
      )}
      <div className={styles.body}>
        {rowLabels && (
          <div className={styles.rowLabels} aria-hidden="true">
            {rowLabels.map((label, index) => (
              <span key={rows[index]}>{label}</span>
            ))}
          </div>
        )}
        <div
          role="grid"
          aria-label={words.grid(symbolText(operand), of.rows, of.columns)}
          className={styles.grid}
          data-operand={operand.id}
          onKeyDown={move}
        >
          {rows.map((row, y) => (
            <div key={row} role="row" tabIndex={-1} className={styles.row}>
              {columns.map((column, x) => {
                const value =
                  operand.kind === 'given' ? operand.values[row * width + column] : operand.valueAt(row);
                const key = `${row},${column}`;
                const index = colorIndex(value, domain);
                return (
                  <Cell
                    key={column}
                    row={row}
                    column={column}
                    place={`${y},${x}`}
                    held={heldText(row)}
                    text={blank ? '' : writeNumber(operand, value)}
                    background={background(value, tone, table.css[index], blank)}
                    ink={tone === 'signed' || tone === 'gate' ? table.ink[index] : ''}
                    state={stateOf(key, spot, lit)}
                    faded={picked !== null && picked !== column}
                    hot={tone === 'oneHot' && value === 1}
                    reachable={at.row === y && at.column === x}
                  />
                );
              })}
            </div>
          ))}
        </div>
        {saysHeld && rows.some((row) => heldText(row) !== '') && (
          <div className={styles.held} aria-hidden="true">
            {rows.map((row) => (
              <span key={row}>{heldText(row) !== '' && <HeldMark text={heldText(row)} />}</span>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

function HeldMark({ text }: { readonly text: string }) {
  return (
    <>
      <svg viewBox="-6 -6 12 12" aria-hidden="true">
        <path d={SNOWFLAKE} />
      </svg>
      <span>{text}</span>
    </>
  );
}

interface CellProps {
  readonly row: number;
  readonly column: number;
  /** Its position among the cells shown. */
  readonly place: string;
  readonly text: string;
  /** Says that its value is held, where it is; else empty. */
  readonly held: string;
  readonly background: string;
  readonly ink: string;
  readonly state: 'spot' | 'lit' | '';
  readonly faded: boolean;
  readonly hot: boolean;
  readonly reachable: boolean;
}

const Cell = memo(function Cell(props: CellProps) {
  const { row, column, place, text, held, background, ink, state, faded, hot, reachable } = props;
  return (
    <div
      role="gridcell"
      className={`${styles.cell} ${faded ? styles.faded : ''} ${hot ? styles.hot : ''} ${text === '' ? styles.blank : ''}`}
      style={hot ? undefined : { background, color: ink }}
      tabIndex={reachable ? 0 : -1}
      aria-label={held === '' ? undefined : `${text}, ${held}`}
      data-held={held !== ''}
      data-state={state}
      data-row={row}
      data-column={column}
      data-place={place}
    >
      {text}
    </div>
  );
});

function stateOf(key: string, spot: string | null, lit: ReadonlySet<string> | null): CellProps['state'] {
  if (spot === key) return 'spot';
  return lit?.has(key) ? 'lit' : '';
}

function background(value: number, tone: Tone, color: string, blank: boolean): string {
  if (blank || tone === 'oneHot' || tone === 'plain') return '';
  if (tone === 'signed' || tone === 'gate') return color;
  const share = `${(100 * Math.min(1, Math.max(0, value))).toFixed(0)}%`;
  return `linear-gradient(to right, var(--bar) ${share}, transparent ${share})`;
}
