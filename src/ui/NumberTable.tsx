import { useEffect, useId, useRef } from 'react';
import { useMessages } from './context.ts';
import styles from './NumberTable.module.css';
import * as tables from './tables.ts';

export interface NumberTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of each row is its header. */
  readonly rows: readonly (readonly string[])[];
}

/** Makes the numbers of a figure, perhaps with a maker that is loaded with the table. */
export type TableMaker = (makers: typeof tables) => NumberTableProps;

/** Rows beyond this are not drawn, and the table says so: a wall of digits helps nobody. */
const MAX_ROWS = 200;

/** The numbers of a figure, for reading and for screen readers; lies over the figure and takes the focus. */
export function NumberTable({
  table,
  onClose,
}: {
  readonly table: TableMaker;
  readonly onClose: () => void;
}) {
  const { caption, columns, rows } = table(tables);
  const { shell } = useMessages();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => scroller.current?.focus(), []);
  const shown = rows.slice(0, MAX_ROWS);
  return (
    <div className={styles.sheet}>
      <div className={styles.top}>
        <p id={id} className={styles.caption}>
          {caption}
          {rows.length > MAX_ROWS && ` ${shell.firstRows(MAX_ROWS, rows.length)}`}
        </p>
        <button type="button" className={styles.close} onClick={onClose}>
          {shell.close}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <div ref={scroller} className={styles.scroller} tabIndex={0} role="region" aria-labelledby={id}>
        <table className={styles.table} aria-labelledby={id}>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={`${index}:${column}`} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <tr key={`${index}:${row[0]}`}>
                <th scope="row">{row[0]}</th>
                {row.slice(1).map((cell, column) => (
                  <td key={columns[column + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
