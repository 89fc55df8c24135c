import type { Cell } from '../layout/heatmap.ts';

/** Where a key leads from a cell, within the grid; null for a key that does not move. */
export function moveInGrid(
  { row, column }: Cell,
  key: string,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Cell | null {
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
