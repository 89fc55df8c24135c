/** What of the unrolled network lights up with a quantity of the equations. */
import type { Operand, Operation } from '../../engine/operation.ts';
import { isSameMatrix } from '../../layout/matrices.ts';
import type { BlockRef, MatrixRef, View } from '../../state/view.ts';

export interface Light {
  readonly matrix: MatrixRef | null;
  readonly block: BlockRef | null;
}

/** Letters of what is computed within the LSTM's cell state. */
const BLOCKS: Readonly<Record<string, BlockRef['role']>> = {
  x: 'input',
  c: 'cellState',
  y: 'logits',
  p: 'probability',
  ŷ: 'prediction',
  L: 'target',
};

/** `part` says whose weights those of the timestep are, where there are two sets. */
export function lightOf({ name }: Operand, part?: MatrixRef['part']): Light {
  const { base, subscript, layer, lag } = name;
  if (subscript === '') {
    return { matrix: null, block: { role: BLOCKS[base] ?? 'hidden', layer: layer ?? 0, lag } };
  }
  const kind = subscript === 'hy' || subscript === 'y' ? 'W_hy' : subscript.startsWith('x') ? 'W_xh' : 'W_hh';
  return { matrix: { kind, layer: layer ?? 0, ...(part && kind !== 'W_hy' && { part }) }, block: null };
}

/** What an operation is at work on: a matrix with the block that it reads, or the block that is filled. */
export function lightOfOperation(operation: Operation, part?: MatrixRef['part']): Light {
  const [first, second] = operation.operands;
  if (first.name.base !== 'W') return lightOf(operation);
  const { matrix } = lightOf(first, part);
  return { matrix, block: lightOf(operation.kind === 'affine' ? operation : second).block };
}

/** Symbols of whole blocks and matrices; what lies within a block lights it up but not the other way round. */
const ANSWERING: readonly string[] = ['W', 'x', 'h', 'c', 'y', 'p', 'ŷ', 'L'];

export function isLit(
  operand: Operand,
  { matrix, block }: Pick<View, 'matrix' | 'block'>,
  part?: MatrixRef['part'],
): boolean {
  if (!ANSWERING.includes(operand.name.base)) return false;
  const light = lightOf(operand, part);
  if (light.matrix) return isSameMatrix(light.matrix, matrix);
  const own = light.block;
  return own !== null && block?.role === own.role && block.layer === own.layer && block.lag === own.lag;
}
