import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { numberTable } from '../i18n/numberTable.ts';
import { useMessages, useWords } from './context.ts';
import styles from './NumberTable.module.css';
import { type StepTurn, type TableSteps, turned } from './stepTurn.ts';
import { type Tables, tablesAt } from './tables.ts';

export interface NumberTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of each row is its header. */
  readonly rows: readonly (readonly string[])[];
  /** Of a table that can be turned to other steps: those that it shows. */
  readonly steps?: TableSteps;
}

/** Makes the numbers of a figure, perhaps with a maker that is loaded with the table. */
export type TableMaker = (makers: Tables) => NumberTableProps;

/** Rows beyond this are not drawn, and the table says so: a wall of digits helps nobody. */
const MAX_ROWS = 200;
/** Between a table and the end of the page, in pixels. */
const AIR = 8;

/** The numbers of a figure, for reading and for screen readers; lies over the figure and takes the focus. */
export function NumberTable({
  table,
  onClose,
}: {
  readonly table: TableMaker;
  readonly onClose: () => void;
}) {
  const { shell } = useMessages();
  const words = useWords(numberTable);
  const [turn, setTurn] = useState<StepTurn | null>(null);
  const { caption, columns, rows, steps } = table(tablesAt(turn, words));
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (sheet.current) keepWithin(sheet.current);
  }, []);
  useEffect(() => scroller.current?.focus(), []);
  const shown = rows.slice(0, MAX_ROWS);
  return (
    <div ref={sheet} className={styles.sheet}>
      <div className={styles.top}>
        <p id={id} className={styles.caption}>
          {caption}
          {rows.length > MAX_ROWS && ` ${words.firstRows(MAX_ROWS, rows.length)}`}
        </p>
        <div className={styles.buttons}>
          {steps && steps.count < steps.all && (
            <StepTurns
              steps={steps}
              isTurned={turn?.selected === steps.selected}
              onTurn={(next) => {
                setTurn(next);
                if (scroller.current) scroller.current.scrollLeft = 0;
              }}
            />
          )}
          <button type="button" className={styles.button} onClick={onClose}>
            {shell.close}
          </button>
        </div>
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

/** Moves a table up that would reach below the page, which would grow by it. */
function keepWithin(sheet: HTMLElement): void {
  const page = sheet.closest('main');
  if (page === null) return;
  const excess = sheet.getBoundingClientRect().bottom - page.getBoundingClientRect().bottom + AIR;
  if (excess > 0) sheet.style.translate = `0 ${-excess}px`;
}

/** Turn the table to earlier and later steps, and say which it shows then; a button that cannot act stays reachable. */
function StepTurns({
  steps,
  isTurned,
  onTurn,
}: {
  readonly steps: TableSteps;
  /** Whether a person chose them, who then hears which they are. */
  readonly isTurned: boolean;
  readonly onTurn: (turn: StepTurn) => void;
}) {
  const words = useWords(numberTable);
  const button = (name: string, turn: StepTurn | null) => (
    <button
      type="button"
      className={styles.button}
      aria-disabled={turn === null}
      onClick={turn === null ? undefined : () => onTurn(turn)}
    >
      {name}
    </button>
  );
  return (
    <>
      {button(words.earlier, turned(steps, -1))}
      {button(words.later, turned(steps, 1))}
      <span className="visually-hidden" role="status">
        {isTurned && words.steps(steps.first + 1, steps.first + steps.count, steps.all)}
      </span>
    </>
  );
}
