import { useMessages } from './context.ts';
import styles from './NumberTable.module.css';

export interface NumberTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of each row is its header. */
  readonly rows: readonly (readonly string[])[];
}

/** Rows beyond this are not drawn, and the table says so: a wall of digits helps nobody. */
const MAX_ROWS = 200;

/** The numbers of a figure, for reading and for screen readers. */
export function NumberTable({ caption, columns, rows }: NumberTableProps) {
  const { shell } = useMessages();
  const shown = rows.slice(0, MAX_ROWS);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <div className={styles.scroller} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles.table}>
        <caption>
          {caption}
          {rows.length > MAX_ROWS && ` ${shell.firstRows(MAX_ROWS, rows.length)}`}
        </caption>
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
  );
}
