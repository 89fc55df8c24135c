import type { ModelConfig } from '../engine/index.ts';
import { listMatrices, type ParameterMap } from './matrices.ts';

/** The map that holds the parameter at `index` of the flat buffer, with the place in it from 0; null for no parameter. */
export function locateParameter(model: ModelConfig, index: number) {
  for (const matrix of listMatrices(model)) {
    for (const map of [matrix, matrix.bias] satisfies ParameterMap[]) {
      const at = index - map.offset;
      if (at < 0 || at >= map.rows * map.columns) continue;
      return { map, row: Math.floor(at / map.columns), column: at % map.columns };
    }
  }
  return null;
}

/**
 * The parameter at `index` as the equations name it, rows and columns from 1: W_hh[1,2], b_y[3], W_hh(2)[1,2] in layer
 * 2, decoder.W_hh[1,2].
 */
export function weightName(model: ModelConfig, index: number): string {
  const place = locateParameter(model, index);
  if (!place) return `[${index}]`;
  const { map, row, column } = place;
  const isOutput = map.kind === 'W_hy' || map.kind === 'b_y';
  const layer = model.layers > 1 && !isOutput ? `(${map.layer + 1})` : '';
  const at = map.kind.startsWith('b') ? row + 1 : `${row + 1},${column + 1}`;
  return `${map.part ? `${map.part}.` : ''}${map.kind}${layer}[${at}]`;
}
