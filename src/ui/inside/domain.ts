/** On which domain the numbers of the equations are coloured, and how they are drawn. */
import type { Operand } from '../../engine/operation.ts';
import { DOMAINS } from '../../layout/color.ts';

export type Tone = 'signed' | 'oneHot' | 'share' | 'count';

export function toneOf(operand: Operand): Tone {
  if (operand.kind === 'given') return operand.index === null ? 'signed' : 'oneHot';
  if (operand.kind === 'softmax') return 'share';
  return operand.kind === 'argmax' ? 'count' : 'signed';
}

/** Weights, products and sums up to 2 have their own colour. */
const WEIGHTS = 2;
const SQUASHED: readonly string[] = ['tanh', 'logistic', 'mix'];

export function domainOf(operand: Operand, relu: boolean): number {
  const { base, subscript } = operand.name;
  if (subscript !== '') return WEIGHTS;
  if (base === 'c') return DOMAINS.cellState;
  if (operand.kind === 'affine') return DOMAINS.logits;
  if (operand.kind === 'given' || operand.id.endsWith('.result') || SQUASHED.includes(operand.kind)) {
    return relu ? DOMAINS.relu : DOMAINS.hidden;
  }
  return WEIGHTS;
}
