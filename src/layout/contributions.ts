/** What the places of a matrix give to its gradient or its next change, in colours and digits. */
import type { StepExplanation } from '../engine/index.ts';
import { readBack } from './inside.ts';
import { norm } from './reach.ts';

/** What is taken apart: ΔW of the next update, or the gradient. */
export type SumOf = 'change' | 'gradient';

/** A gradient by its places: what timesteps `from` ≤ t < `to` give, (·rows·columns), and what all others do. */
export interface PlaceGradients {
  readonly from: number;
  readonly to: number;
  readonly values: Float64Array;
  readonly rest: Float64Array;
  readonly step: StepExplanation | null;
}

/** One matrix of the sum. */
export interface Summand {
  /** What earlier updates left, one timestep, the other timesteps together, or all of it. */
  readonly kind: 'carried' | 'step' | 'others' | 'sum';
  /** From 0; null unless it is one timestep. */
  readonly timestep: number | null;
  /** (rows·columns) */
  readonly values: Float64Array;
  readonly length: number;
}

export interface MatrixSum {
  /** In the order in which they came about: what earlier updates left, the timesteps asked for, the others. */
  readonly summands: readonly Summand[];
  readonly total: Summand;
  /** How many timesteps the others are. */
  readonly others: number;
  /** The largest magnitude in all matrices, and in those of single timesteps. */
  readonly largest: number;
  readonly largestOfStep: number;
}

/** Takes the gradient apart, or with ΔW = carried + scale ⊙ gradient the change that the next update makes of it. */
export function sumContributions(gradients: PlaceGradients, timesteps: number, of: SumOf): MatrixSum {
  const { from, to, values, rest, step } = gradients;
  const size = rest.length;
  const scale = of === 'change' ? (step?.scale ?? null) : null;
  const scaled = (part: Float64Array) => (scale ? part.map((g, i) => g * scale[i]) : part);
  const summands: Summand[] = [];
  const add = (kind: Summand['kind'], timestep: number | null, values: Float64Array) =>
    summands.push({ kind, timestep, values, length: norm(values) });

  if (scale && step?.carried.some((each) => each !== 0)) add('carried', null, step.carried);
  for (let t = from; t < to; t++) {
    add('step', t, scaled(values.subarray((t - from) * size, (t - from + 1) * size)));
  }
  const others = timesteps - (to - from);
  if (others > 0) add('others', null, scaled(rest));

  const total = new Float64Array(size);
  for (const { values } of summands) for (let i = 0; i < size; i++) total[i] += values[i];
  const largestIn = (parts: readonly Summand[]) =>
    Math.max(...parts.map(({ values }) => largestOf(values)), 0);
  return {
    summands,
    total: { kind: 'sum', timestep: null, values: total, length: norm(total) },
    others,
    largest: Math.max(largestIn(summands), largestOf(total)),
    largestOfStep: largestIn(summands.filter(({ kind }) => kind === 'step')),
  };
}

function largestOf(values: Float64Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}

/** Of the values of a large matrix so many are looked at, and this share of them has colours of its own. */
const LOOKED_AT = 4096;
const COLOURED = 0.99;

/** The magnitude that few values of any of the parts exceed: a single one of thousands would leave the others pale. */
export function colourEnd(parts: readonly Summand[]): number {
  return Math.max(0, ...parts.map(({ values }) => commonMagnitude(values)));
}

/** Of what is not zero: one letter at a timestep leaves all columns but one empty. */
function commonMagnitude(values: Float64Array): number {
  // Odd, so that it does not stay within few columns.
  const stride = Math.floor(values.length / LOOKED_AT) | 1;
  const looked = values.filter((value, i) => i % stride === 0 && value !== 0).map(Math.abs);
  if (looked.length === 0) return largestOf(values);
  return looked.sort()[Math.ceil(COLOURED * looked.length) - 1];
}

/** The power of ten by which values of this domain are multiplied, so that two decimals say something. */
export function digitPower(domain: number): number {
  return domain >= 0.5 ? 0 : -Math.floor(Math.log10(domain));
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10⁻³ for 3. */
export function formatPower(power: number): string {
  return `10⁻${[...String(power)].map((digit) => SUPERSCRIPTS[Number(digit)]).join('')}`;
}

/** The numbers of one sum with real minus signs, all with the decimals that give the largest part three digits. */
export function formatTerms(parts: readonly number[]): (value: number) => string {
  const largest = Math.max(...parts.map(Math.abs));
  const needed = largest > 0 ? 2 - Math.floor(Math.log10(largest)) : 0;
  const decimals = Math.min(MOST_DECIMALS, Math.max(LEAST_DECIMALS, needed));
  return (value) =>
    value
      .toFixed(decimals)
      .replace(/^-/, '−')
      .replace(/^−(?=[0.]*$)/, '');
}

const LEAST_DECIMALS = 4;
const MOST_DECIMALS = 12;

/** Whether parts as they are written add up to the written total, to its last digit. */
export function addsUp(parts: readonly string[], total: string): boolean {
  const decimals = total.split('.')[1]?.length ?? 0;
  const sum = parts.reduce((all, part) => all + readBack(part), 0);
  return Math.abs(sum - readBack(total)) < 0.5 * 10 ** -decimals;
}

/** Values with the power of ten by which they are multiplied before their digits are written. */
interface WrittenMatrix {
  readonly values: ArrayLike<number>;
  readonly power: number;
}

/** Decimals of the digits in a matrix. */
const CELL_DECIMALS = 2;

/** Whether the digits of the parts add up to those of the total in every entry. */
export function digitsAddUp(parts: readonly WrittenMatrix[], total: WrittenMatrix): boolean {
  const unit = 10 ** total.power;
  const written = ({ values, power }: WrittenMatrix, index: number) =>
    Number((values[index] * 10 ** power).toFixed(CELL_DECIMALS)) / 10 ** power;
  return Array.from({ length: total.values.length }, (_, index) => index).every((index) => {
    const sum = parts.reduce((all, part) => all + written(part, index), 0);
    return Math.abs(sum - written(total, index)) * unit < 0.5 * 10 ** -CELL_DECIMALS;
  });
}

/** Numbers with the signs between them: 0.2 − 0.1 + 0.4. */
export function joinTerms(terms: readonly string[]): string {
  return terms
    .map((term, index) => {
      if (index === 0) return term;
      return term.startsWith('−') ? ` − ${term.slice(1)}` : ` + ${term}`;
    })
    .join('');
}
