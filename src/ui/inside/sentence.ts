/** What is said of an operation. */
import type { Operation } from '../../engine/operation.ts';
import type { inside } from '../../i18n/inside.ts';
import { formatFixed, formatPercent } from '../../layout/format.ts';
import type { StepDescription } from '../step.ts';
import { heldSentence, isStateBefore } from './held.ts';

/** Whether the one-hot vector that an operation reads has its 1. */
function readsNothing({ operands }: Operation): boolean {
  const [, input] = operands;
  return input.kind === 'given' && input.index !== null && input.index < 0;
}

type Words = (typeof inside)['en'];

/** The sentence that goes with an operation, and what is held or cut of it: then its numbers are not what it gives. */
export function sentenceOf(
  operation: Operation,
  step: StepDescription,
  { layered, cut }: { readonly layered: boolean; readonly cut: boolean },
  words: Words,
): string {
  const key = keyOf(operation, cut);
  const isCut = cut && key !== 'cut' && operation.operands.some(isStateBefore);
  const told = [
    operationText(key, operation, step, layered, words),
    isCut ? words.cut : null,
    heldSentence(operation, words),
  ];
  return told.filter((each) => each !== null).join(' ');
}

function operationText(
  key: keyof Words['operation'],
  operation: Operation,
  step: StepDescription,
  layered: boolean,
  words: Words,
): string {
  const { line, layer, kind, target, operands } = operation;
  const isLoss = kind === 'crossEntropy';
  return words.operation[key]({
    symbol: line.split('.').at(-1) ?? '',
    layer: layered && layer !== null ? layer + 1 : null,
    letter: step.letter,
    step: step.number,
    prediction: step.prediction ?? '',
    target: step.target ?? '',
    right: step.right,
    loss: isLoss ? formatFixed(operation.valueAt(0), 3) : '',
    share: isLoss ? `${formatPercent(operands[0].valueAt(target))}%` : '',
  });
}

function keyOf(operation: Operation, cut: boolean): keyof Words['operation'] {
  const { id, kind, layer } = operation;
  const part = id.slice(id.lastIndexOf('.') + 1);
  switch (part) {
    case 'input':
      if (kind === 'column') return readsNothing(operation) ? 'nothing' : 'column';
      return layer === 0 ? 'pixels' : 'input';
    case 'recurrent':
      return cut ? 'cut' : part;
    case 'sum':
    case 'biased':
    case 'reset':
    case 'keep':
    case 'add':
    case 'squash':
      return part;
  }
  if (kind === 'sum') return 'cell';
  if (kind === 'multiply') return 'outlet';
  return kind === 'column' || kind === 'product' ? 'recurrent' : kind;
}
