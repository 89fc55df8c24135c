/** A grid of cells to draw on: the pointer presses and drags, the keyboard moves one cell that has the focus. */
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
} from 'react';
import styles from './CellGrid.module.css';

export interface CellGridProps {
  readonly name: string;
  readonly side: number;
  /** Row by row. */
  readonly nameOf: (cell: number) => string;
  readonly isInk: (cell: number) => boolean;
  /** Whether cells are switched, for readers of the screen. */
  readonly isPressable?: boolean;
  /** The one that the keyboard reaches. */
  readonly active: number;
  readonly describedBy?: string;
  /** Where a pointer went down. */
  readonly onPress: (cell: number) => void;
  /** Where it went from there, cell by cell. */
  readonly onDrag: (cell: number) => void;
  /** True where the key was used. */
  readonly onKey: (key: string) => boolean;
  /** Once it is, the active cell has the focus: the grid is where to go on. */
  readonly isAwaited?: boolean;
  readonly children?: ReactNode;
}

export function CellGrid(props: CellGridProps) {
  const {
    name,
    side,
    nameOf,
    isInk,
    isPressable = false,
    active,
    describedBy,
    onPress,
    onDrag,
    onKey,
    isAwaited = false,
  } = props;
  const grid = useRef<HTMLDivElement>(null);
  const last = useRef<number | null>(null);
  const cellUnder = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    const column = within(((clientX - left) / width) * side, side);
    return within(((clientY - top) / height) * side, side) * side + column;
  };
  const press = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    last.current = cellUnder(event);
    onPress(last.current);
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (last.current === null) return;
    for (const cell of cellsBetween(last.current, cellUnder(event), side)) {
      last.current = cell;
      onDrag(cell);
    }
  };
  const release = () => {
    last.current = null;
  };
  const type = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !onKey(event.key)) return;
    event.preventDefault();
    // The cell that is active next has the focus after the next picture.
    requestAnimationFrame(() => focusActive(grid.current));
  };
  useEffect(() => {
    if (isAwaited) focusActive(grid.current);
  }, [isAwaited]);
  return (
    <div className={styles.frame} style={{ '--side': side } as CSSProperties}>
      <div
        ref={grid}
        role="grid"
        aria-label={name}
        aria-describedby={describedBy}
        className={styles.grid}
        onPointerDown={press}
        onPointerMove={drag}
        onPointerUp={release}
        onPointerCancel={release}
        onKeyDown={type}
      >
        {Array.from({ length: side }, (_, row) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the cells of the grid have the focus, not its rows
          <div key={row} role="row" className={styles.row}>
            {Array.from({ length: side }, (__, column) => {
              const cell = row * side + column;
              return (
                <div
                  key={column}
                  role="gridcell"
                  tabIndex={cell === active ? 0 : -1}
                  className={styles.cell}
                  data-ink={isInk(cell)}
                  aria-label={nameOf(cell)}
                  {...(isPressable && { 'aria-selected': isInk(cell) })}
                />
              );
            })}
          </div>
        ))}
      </div>
      {props.children}
    </div>
  );
}

function focusActive(grid: HTMLElement | null): void {
  grid?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
}

function within(position: number, side: number): number {
  // A grid without a size has no place.
  return Number.isFinite(position) ? Math.max(0, Math.min(side - 1, Math.floor(position))) : 0;
}

/** The way from one cell to another without its start, one row or column at a time. */
function cellsBetween(from: number, to: number, side: number): number[] {
  let [row, column] = [Math.floor(from / side), from % side];
  const [lastRow, lastColumn] = [Math.floor(to / side), to % side];
  const way: number[] = [];
  while (row !== lastRow || column !== lastColumn) {
    if (Math.abs(lastColumn - column) >= Math.abs(lastRow - row)) column += Math.sign(lastColumn - column);
    else row += Math.sign(lastRow - row);
    way.push(row * side + column);
  }
  return way;
}
