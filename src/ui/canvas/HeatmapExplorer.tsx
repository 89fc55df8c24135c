import { type KeyboardEvent, type PointerEvent, useMemo } from 'react';
import type { ColorTable } from '../../layout/color.ts';
import { type Cell, cellSpan, drawnCell, type Grid, layoutAxis } from '../../layout/heatmap.ts';
import { Heatmap } from './Heatmap.tsx';
import styles from './HeatmapExplorer.module.css';
import { usePixelRatio } from './usePixelRatio.ts';

/** How a person came to a cell: what the keyboard reaches is also spoken. */
export type Way = 'pointer' | 'keyboard';

/** CSS pixels from the top left of the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface HeatmapExplorerProps {
  /** The accessible name: what it is and its size. */
  readonly label: string;
  /** The id of a sentence that says how to move. */
  readonly describedBy: string;
  readonly values: Float64Array;
  readonly grid: Grid;
  readonly domain: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly rowBlocks?: number;
  readonly digits?: boolean;
  /** Colours other than the diverging ones. */
  readonly colors?: ColorTable;
  readonly lit?: boolean;
  readonly selectedColumn?: number;
  readonly cursor: Cell | null;
  readonly onCursor: (cell: Cell | null, way: Way) => void;
  /** Clicked, or chosen with Enter; `box` is where the cell is in the window. */
  readonly onPick?: (cell: Cell, box: Box) => void;
  /** Cells that stand out. */
  readonly marked?: readonly Cell[];
}

/** A heatmap whose values are read one by one with the pointer, a finger or the arrow keys. */
export function HeatmapExplorer(props: HeatmapExplorerProps) {
  const { grid, values, width, height, rowBlocks = 1, digits = false, lit = false, cursor, onCursor } = props;
  const pixelRatio = usePixelRatio();
  const rowAxis = useMemo(
    () =>
      layoutAxis({
        count: grid.rows,
        length: Math.round(height * pixelRatio),
        pixelRatio,
        blocks: rowBlocks,
      }),
    [grid.rows, height, pixelRatio, rowBlocks],
  );
  const columnAxis = useMemo(
    () => layoutAxis({ count: grid.columns, length: Math.round(width * pixelRatio), pixelRatio }),
    [grid.columns, width, pixelRatio],
  );
  const start: Cell = { row: 0, column: props.selectedColumn ?? 0 };

  const pointAt = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const position = { x: event.clientX - box.left, y: event.clientY - box.top };
    onCursor(drawnCell(values, grid, rowAxis, columnAxis, position), 'pointer');
  };
  const leave = (event: PointerEvent<HTMLElement>) => {
    if (document.activeElement !== event.currentTarget) onCursor(null, 'pointer');
  };
  const pick = (cell: Cell, element: Element) => {
    const outer = element.getBoundingClientRect();
    const { start: left, length: width } = cellSpan(columnAxis, cell.column);
    const { start: top, length: height } = cellSpan(rowAxis, cell.row);
    props.onPick?.(cell, { left: outer.left + left, top: outer.top + top, width, height });
  };
  const move = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = cursor ?? start;
    const to = event.key === 'Enter' ? from : moved(from, event.key, grid);
    if (!to) return;
    // These keys mean something else to the page as a whole.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') pick(to, event.currentTarget);
    else onCursor(to, 'keyboard');
  };

  return (
    // An application, so that the arrow keys come through a screen reader; a million cells are no grid of elements.
    <div
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it answers the arrow keys
      tabIndex={0}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      className={`${styles.explorer} ${lit ? styles.lit : ''}`}
      style={{ width, height }}
      onPointerDown={pointAt}
      onPointerMove={pointAt}
      onPointerLeave={leave}
      onClick={(event) => cursor && pick(cursor, event.currentTarget)}
      onKeyDown={move}
      onFocus={() => cursor ?? onCursor(start, 'keyboard')}
      onBlur={() => onCursor(null, 'keyboard')}
    >
      <Heatmap
        values={values}
        grid={grid}
        domain={props.domain}
        rowAxis={rowAxis}
        columnAxis={columnAxis}
        digits={digits}
        {...(props.colors && { colors: props.colors })}
      />
      {props.selectedColumn !== undefined && (
        <div className={styles.selected} style={frame(cellSpan(columnAxis, props.selectedColumn), null)} />
      )}
      {props.marked?.map((cell) => (
        <div
          key={`${cell.row} ${cell.column}`}
          className={styles.marked}
          style={frame(cellSpan(columnAxis, cell.column), cellSpan(rowAxis, cell.row))}
        />
      ))}
      {cursor && (
        <div
          className={styles.cursor}
          style={frame(cellSpan(columnAxis, cursor.column), cellSpan(rowAxis, cursor.row))}
        />
      )}
    </div>
  );
}

type Span = ReturnType<typeof cellSpan>;

/** Where a frame stands; one direction is whole where no span is given, and none is too thin to be seen. */
function frame(columns: Span, rows: Span | null) {
  const [left, width] = atLeast(columns);
  if (!rows) return { left, width, top: 0, height: '100%' };
  const [top, height] = atLeast(rows);
  return { left, width, top, height };
}

const THINNEST_FRAME = 3;

function atLeast({ start, length }: Span): [start: number, length: number] {
  if (length >= THINNEST_FRAME) return [start, length];
  return [start + (length - THINNEST_FRAME) / 2, THINNEST_FRAME];
}

function moved({ row, column }: Cell, key: string, { rows, columns }: Grid): Cell | null {
  switch (key) {
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(columns - 1, column + 1) };
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(rows - 1, row + 1), column };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: columns - 1 };
    default:
      return null;
  }
}
