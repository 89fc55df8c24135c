import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react';
import type { ColorTable } from '../../layout/color.ts';
import { type Cell, cellSpan, drawnCell, type Grid, layoutAxis } from '../../layout/heatmap.ts';
import { moveInGrid } from '../moveInGrid.ts';
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
  readonly values: ArrayLike<number>;
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
  /** Clicked, or chosen with Enter; `column` is where the whole column of the cell is in the window. */
  readonly onPick?: (cell: Cell, column: Box) => void;
  /** Pressed with a mouse or a pen, which may become a drag; a finger scrolls. */
  readonly onPress?: (cell: Cell, column: Box, event: PointerEvent<HTMLElement>) => void;
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
  /** Where the cursor was as the focus left. */
  const left = useRef<Cell | null>(null);
  const start: Cell = {
    row: Math.min(left.current?.row ?? 0, grid.rows - 1),
    column: props.selectedColumn ?? Math.min(left.current?.column ?? 0, grid.columns - 1),
  };

  const cellAt = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const position = { x: event.clientX - box.left, y: event.clientY - box.top };
    return drawnCell(values, grid, rowAxis, columnAxis, position);
  };
  const press = (event: PointerEvent<HTMLElement>) => {
    const cell = cellAt(event);
    onCursor(cell, 'pointer');
    if (event.pointerType === 'touch' || event.button !== 0) return;
    props.onPress?.(cell, columnBox(cell, event.currentTarget), event);
  };
  /** A pen drags what a finger scrolls; the browser must know before the pen comes down. */
  const enter = (event: PointerEvent<HTMLElement>) => {
    if (props.onPress && event.pointerType === 'pen') event.currentTarget.style.touchAction = 'none';
  };
  const leave = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.style.touchAction = '';
    if (document.activeElement !== event.currentTarget) onCursor(null, 'pointer');
  };
  const columnBox = ({ column }: Cell, element: Element): Box => {
    const { left, top, height } = element.getBoundingClientRect();
    const { start, length } = cellSpan(columnAxis, column);
    return { left: left + start, top, width: length, height };
  };
  /** Where a frame with a line of this width around it stands; around the whole column where no row is given. */
  const frameOf = (column: number, row: number | null, line: number) => {
    const across = within(cellSpan(columnAxis, column), width, line);
    const down = within(row === null ? { start: 0, length: height } : cellSpan(rowAxis, row), height, line);
    return { left: across.start, width: across.length, top: down.start, height: down.length };
  };
  const pick = (cell: Cell, element: Element) => props.onPick?.(cell, columnBox(cell, element));
  const move = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = cursor ?? start;
    const to = event.key === 'Enter' ? from : moveInGrid(from, event.key, grid);
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
      onPointerEnter={enter}
      onPointerDown={press}
      onPointerMove={(event) => onCursor(cellAt(event), 'pointer')}
      onPointerLeave={leave}
      onClick={(event) => cursor && pick(cursor, event.currentTarget)}
      onKeyDown={move}
      onFocus={() => cursor ?? onCursor(start, 'keyboard')}
      onBlur={() => {
        left.current = cursor;
        onCursor(null, 'keyboard');
      }}
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
        <div className={styles.selected} style={frameOf(props.selectedColumn, null, LINE)} />
      )}
      {props.marked?.map((cell) => (
        <div
          key={`${cell.row} ${cell.column}`}
          className={styles.marked}
          style={frameOf(cell.column, cell.row, 0)}
        />
      ))}
      {cursor && <div className={styles.cursor} style={frameOf(cursor.column, cursor.row, LINE)} />}
    </div>
  );
}

type Span = ReturnType<typeof cellSpan>;

/** CSS pixels: the line around the selected column and the cursor, and the least it frames. */
const LINE = 2;
const THINNEST_FRAME = 3;

/** A span that is not too thin to be seen when framed, with its frame inside of the picture. */
function within({ start, length }: Span, whole: number, line: number): Span {
  const thin = Math.max(0, THINNEST_FRAME - length) / 2;
  const from = Math.max(line, Math.min(start - thin, whole - line - THINNEST_FRAME));
  const to = Math.min(whole - line, Math.max(start + length + thin, from + THINNEST_FRAME));
  return { start: from, length: to - from };
}
