/** On which domain the numbers of the equations are coloured, and how they are drawn. */
import type { ModelConfig } from '../../engine/index.ts';
import type { Operand, Operation } from '../../engine/operation.ts';
import { DOMAINS, weightDomain } from '../../layout/color.ts';

/** A gate lets through between nothing and all, and is violet, as in its own figure; what is plain has no colour. */
export type Tone = 'signed' | 'gate' | 'oneHot' | 'share' | 'plain';

export function toneOf(operand: Operand): Tone {
  if (operand.kind === 'given') return operand.index === null ? 'signed' : 'oneHot';
  if (operand.kind === 'logistic') return 'gate';
  if (operand.kind === 'softmax') return 'share';
  return operand.kind === 'argmax' || operand.kind === 'crossEntropy' ? 'plain' : 'signed';
}

/** Numbers from −domain to +domain have their own colour, the same wherever the quantity is drawn. */
export interface Domain {
  readonly domain: number;
  /** Whether there can be numbers beyond, which have the colours of the ends. */
  readonly open: boolean;
}

/** One for each quantity of a network at an update. */
export interface Domains {
  readonly weights: Domain;
  readonly hidden: Domain;
  readonly cellState: Domain;
  /** Scores, and the sums of the cells, which are squashed next as scores are. */
  readonly sums: Domain;
  /** What lies within ±1: gates, candidates, pixels. */
  readonly bounded: Domain;
}

export function domainsOf({ cell, nonlinearity }: ModelConfig, largestWeight: number): Domains {
  const weights = weightDomain(largestWeight);
  const bounded = { domain: DOMAINS.hidden, open: false };
  const isRelu = cell === 'rnn' && nonlinearity === 'relu';
  return {
    weights: { domain: weights, open: largestWeight > weights },
    hidden: isRelu ? { domain: DOMAINS.relu, open: true } : bounded,
    cellState: { domain: DOMAINS.cellState, open: true },
    sums: { domain: DOMAINS.logits, open: true },
    bounded,
  };
}

/** What is drawn nowhere else has the domain of what it becomes; a column that a one-hot vector picks is still weights. */
export function domainOf({ kind, id, name: { base, subscript } }: Operand, domains: Domains): Domain {
  if (subscript !== '' || kind === 'column') return domains.weights;
  if (base === 'c') return domains.cellState;
  const isProduct = kind === 'product' || (kind === 'multiply' && !id.endsWith('.result'));
  if (isProduct || kind === 'sum' || kind === 'affine') return domains.sums;
  return base === 'h' ? domains.hidden : domains.bounded;
}

/** That of the sum from which a number is made, and of all its terms, so that these can be compared. */
export function sumDomainOf(operation: Operation, domains: Domains): Domain {
  const isSquashed = ['tanh', 'relu', 'logistic'].includes(operation.kind);
  return domainOf(isSquashed ? operation.operands[0] : operation, domains);
}
