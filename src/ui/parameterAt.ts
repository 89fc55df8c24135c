import type { FlatParameters } from '../engine/index.ts';
import type { Cell } from '../layout/heatmap.ts';
import type { ParameterMap } from '../layout/matrices.ts';

/** One of the flat parameters. */
export function parameterAt(
  parameters: FlatParameters,
  { offset, columns }: ParameterMap,
  { row, column }: Cell,
): number {
  return parameters[offset + row * columns + column];
}

/** The parameter of largest magnitude in all maps. */
export function largestParameter(maps: readonly ParameterMap[], parameters: FlatParameters) {
  let largest = { map: maps[0], index: 0 };
  let magnitude = -1;
  for (const map of maps) {
    const end = map.rows * map.columns;
    for (let index = 0; index < end; index++) {
      const each = Math.abs(parameters[map.offset + index]);
      if (each > magnitude) {
        magnitude = each;
        largest = { map, index };
      }
    }
  }
  return { map: largest.map, cell: cellOf(largest.map, largest.index), magnitude };
}

/** Where an entry of a map is, counted row by row. */
export function cellOf({ columns }: ParameterMap, index: number): Cell {
  return { row: Math.floor(index / columns), column: index % columns };
}
