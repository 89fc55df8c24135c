/** An equation as what stands in it from left to right: first as it is written, then with more and more computed. */
import type { Operand, Operation, Quantity } from '../../engine/operation.ts';

export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'cells'; readonly operand: Operand }
  /** A matrix and the vector it is multiplied with; they stay together. */
  | { readonly kind: 'pair'; readonly matrix: Quantity; readonly vector: Operand };

export interface Equation {
  /** Such as `0.i`. */
  readonly id: string;
  readonly layer: number | null;
  /** What it defines. */
  readonly result: Operation;
  readonly operations: readonly Operation[];
  /** Each follows an equals sign: as it is written, …, what comes out. */
  readonly stages: readonly (readonly Token[])[];
}

/** The equations of a timestep in their order. */
export function equationsOf(operations: readonly Operation[]): readonly Equation[] {
  const lines = new Map<string, Operation[]>();
  for (const operation of operations) {
    const line = lines.get(operation.line);
    if (line) line.push(operation);
    else lines.set(operation.line, [operation]);
  }
  return [...lines].map(([id, line]) => {
    const result = line[line.length - 1];
    return { id, layer: result.layer, result, operations: line, stages: stagesOf(line, result) };
  });
}

function stagesOf(line: readonly Operation[], result: Operation): readonly (readonly Token[])[] {
  const computed = new Set<Operand>();
  const stages: (readonly Token[])[] = [];
  while (!computed.has(result)) {
    stages.push(write(result, line, computed));
    const open = (operand: Operand) => line.some((each) => each === operand && !computed.has(each));
    const next = line.filter((each) => !computed.has(each) && !each.operands.some(open));
    for (const each of next) computed.add(each);
  }
  return [...stages, [{ kind: 'cells', operand: result }]];
}

/** An operand: a number where it is given, computed already or defined by another equation, else its expression. */
function write(
  operand: Operand,
  line: readonly Operation[],
  computed: ReadonlySet<Operand>,
): readonly Token[] {
  if (operand.kind === 'given' || computed.has(operand) || !line.includes(operand)) {
    return [{ kind: 'cells', operand }];
  }
  const { operands } = operand;
  const part = (index: number) => write(operands[index], line, computed);
  switch (operand.kind) {
    case 'column':
    case 'product':
      return [pair(operands)];
    case 'affine':
      return [pair(operands), text('+'), ...part(2)];
    case 'sum':
      return operands.flatMap((_, index) => (index === 0 ? part(0) : [text('+'), ...part(index)]));
    case 'multiply':
      return [...part(0), text('⊙'), ...factor(part(1))];
    case 'mix':
      return [
        text('(1 −'),
        ...part(0),
        text(')'),
        text('⊙'),
        ...part(1),
        text('+'),
        ...part(0),
        text('⊙'),
        ...part(2),
      ];
    default:
      return [text(`${FUNCTIONS[operand.kind]}(`), ...part(0), text(')')];
  }
}

/** What an equation may be broken into: each number with the signs before it and the brackets that close behind it. */
export function termsOf<Each extends Token>(tokens: readonly Each[]): readonly (readonly Each[])[] {
  const terms: Each[][] = [];
  let opened: Each[] = [];
  for (const token of tokens) {
    if (token.kind !== 'text') {
      terms.push([...opened, token]);
      opened = [];
    } else if (token.text === ')') terms.at(-1)?.push(token);
    else opened.push(token);
  }
  return terms;
}

/** As they are written before what they are applied to. */
export const FUNCTIONS = {
  tanh: 'tanh',
  relu: 'ReLU',
  logistic: 'σ',
  softmax: 'softmax',
  argmax: 'argmax',
  crossEntropy: '−ln',
} as const;

/** A sum in brackets, anything else as it is. */
function factor(tokens: readonly Token[]): readonly Token[] {
  const isSum = tokens.some((token) => token.kind === 'text' && token.text === '+');
  return isSum ? [text('('), ...tokens, text(')')] : tokens;
}

function pair([matrix, vector]: readonly Operand[]): Token {
  if (matrix.kind !== 'given') throw new TypeError('a product needs a matrix');
  return { kind: 'pair', matrix, vector };
}

function text(written: string): Token {
  return { kind: 'text', text: written };
}
