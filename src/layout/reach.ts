/** Which steps the panel on error reach shows, and how lengths of gradients become bars, colours and digits. */
import { format } from 'd3-format';
import type { FlatParameters, ModelConfig } from '../engine/index.ts';
import { formatFixed, formatPercent } from './format.ts';
import { GATE_LETTERS, listMatrices, matricesOf, type ParameterMap } from './matrices.ts';

/** The timesteps `from` ≤ t < `to`. */
export interface StepWindow {
  readonly from: number;
  readonly to: number;
}

/** At most `most` timesteps, `selected` among them; the window follows in strides, so that most selections leave it. */
export function windowAround(selected: number, timesteps: number, most: number): StepWindow {
  if (timesteps <= most) return { from: 0, to: timesteps };
  const stride = Math.max(1, Math.floor(most / 4));
  const from = clamp(Math.round((selected - most / 2) / stride) * stride, 0, timesteps - most);
  return { from, to: from + most };
}

/** Multiplications that one answer of the worker may take, and the widest and narrowest window. */
const MOST_PRODUCTS = 4e7;
const WIDEST = 48;
const NARROWEST = 8;

/** How many losses and timesteps are shown at once: W²/2 steps backwards, fewer where a step costs more. */
export function reachSize(model: ModelConfig): number {
  const { cell, hiddenSize, layers, outputSize } = model;
  const rows = Math.max(1, GATE_LETTERS[cell].length) * hiddenSize;
  const products = rows * hiddenSize * (2 * layers - 1) + outputSize * hiddenSize;
  return clamp(Math.floor(Math.sqrt((2 * MOST_PRODUCTS) / products)), NARROWEST, WIDEST);
}

/** Values that one answer may carry, and the most matrices beside each other. */
const MOST_VALUES = 1e6;
const MOST_PLACES = 8;

/** How many timesteps give their own contribution to a matrix at once. */
export function contributionSize({ rows, columns }: Pick<ParameterMap, 'rows' | 'columns'>): number {
  return clamp(Math.floor(MOST_VALUES / (rows * columns)), 1, MOST_PLACES);
}

/** A matrix or bias with its index into the parameter layout of the engine. */
export interface ParameterChoice {
  readonly view: number;
  readonly map: ParameterMap;
}

/** Every matrix and bias of the network, in the order in which they lie in the parameters. */
export function listParameters(model: ModelConfig): readonly ParameterChoice[] {
  return listMatrices(model)
    .flatMap((matrix): ParameterMap[] => [matrix, matrix.bias])
    .sort((a, b) => a.offset - b.offset)
    .map((map, view) => ({ view, map }));
}

export type MagnitudeScale = 'linear' | 'log';

/** The logarithmic scale reaches this many powers of ten below its upper end, at most. */
export const LOG_DECADES = 6;
/** Of a power of ten, so that the smallest magnitude is not at the very floor. */
const ABOVE_FLOOR = 0.2;

/** How many powers of ten below `domain` the logarithmic scale has to reach to hold all of `values` that are not zero. */
export function logDecades(domain: number, values: Float64Array): number {
  const smallest = values.reduce((least, value) => (value > 0 && value < least ? value : least), domain);
  return clamp(Math.ceil(Math.log10(domain / smallest) + ABOVE_FLOOR), 1, LOG_DECADES);
}

/** What a scale may end with, and how small a share of it the largest magnitude may be before it shrinks. */
export interface ScaleEnds {
  readonly mantissas: readonly number[];
  readonly least: number;
}

/** For colours and bars: round, and seldom another. */
export const ROUND_ENDS: ScaleEnds = { mantissas: [1, 2, 5], least: 0.2 };
/** For drawings, which should fill their room. */
export const CLOSE_ENDS: ScaleEnds = { mantissas: [1, 1.5, 2, 3, 4, 5, 6, 8], least: 0.5 };

/**
 * The upper end of a scale for magnitudes up to `largest`, after `before` (null at first): a mantissa times a power of
 * ten. It grows at once and shrinks late, so that the picture does not flicker in training.
 */
export function magnitudeDomain(largest: number, before: number | null, ends = ROUND_ENDS): number {
  if (!(largest > 0) || !Number.isFinite(largest)) return before ?? 1;
  if (before !== null && largest <= before && largest >= before * ends.least) return before;
  const power = Math.floor(Math.log10(largest));
  const mantissa = ends.mantissas.find((each) => largest <= Number(`${each}e${power}`));
  return mantissa === undefined ? Number(`1e${power + 1}`) : Number(`${mantissa}e${power}`);
}

/** Where a magnitude stands between the ends of the scale, 0 to 1; below the floor of the logarithmic one it is 0. */
export function magnitudePosition(
  value: number,
  domain: number,
  scale: MagnitudeScale,
  decades = LOG_DECADES,
): number {
  if (!(value > 0)) return 0;
  return clamp(scale === 'linear' ? value / domain : 1 + Math.log10(value / domain) / decades, 0, 1);
}

/** The lower end of a scale. */
export function magnitudeFloor(domain: number, scale: MagnitudeScale, decades = LOG_DECADES): number {
  return scale === 'linear' ? 0 : domain / 10 ** decades;
}

/** A place without a value: transparent in the colours of magnitudes, and smaller than any value beside it. */
const NO_PLACE = -1 / 200;

/**
 * Rows of the triangle as positions for a heatmap: (n·T), row for row for the losses at these timesteps. There is no
 * place where the loss comes before the timestep and where the norm is not a number. A reach that is not zero never
 * looks like none.
 */
export function trianglePositions(
  norms: Float64Array,
  losses: ArrayLike<number>,
  domain: number,
  scale: MagnitudeScale,
  decades = LOG_DECADES,
): Float64Array {
  const timesteps = norms.length / losses.length;
  const positions = new Float64Array(norms.length).fill(NO_PLACE);
  for (let row = 0; row < losses.length; row++) {
    for (let t = 0, i = row * timesteps; t <= losses[row]; t++, i++) {
      const value = norms[i];
      if (value > 0) positions[i] = Math.max(1 / 127, magnitudePosition(value, domain, scale, decades));
      else if (value === 0) positions[i] = 0;
    }
  }
  return positions;
}

/** CSS pixels that the rows of the whole triangle take together, about. */
const ROWS_HEIGHT = 300;

/** The height of a triangle of so many losses in which all of them have the same whole pixels, one at least. */
export function triangleHeight(losses: number): number {
  return losses * Math.max(1, Math.round(ROWS_HEIGHT / losses));
}

/** The rows, from `first` up to and without `end`, whose losses are at timesteps of the window. */
export function rowsWithin(
  losses: ArrayLike<number>,
  { from, to }: StepWindow,
): { first: number; end: number } {
  const all = Array.from(losses);
  const before = (step: number) => all.filter((s) => s < step).length;
  return { first: before(from), end: before(to) };
}

/** The largest of the numbers; 0 where there is none, and without those that are not known. */
export function largestOf(values: Float64Array): number {
  return values.reduce((most, value) => (value > most ? value : most), 0);
}

/** The norms of one layer's h_t or c_t; those of h_t where the cell has no other state. */
export function normsOf(
  reach: { readonly hidden: readonly Float64Array[]; readonly cellState: readonly Float64Array[] | null },
  layer: number,
  state: 'h' | 'c',
): Float64Array {
  return (state === 'c' && reach.cellState?.[layer]) || reach.hidden[layer];
}

const scientific = format('.1e');
const twoDigits = format('.2r');
const shortTwoDigits = format('.2~r');

/** A magnitude in two digits: 1.25, 0.61, 0.053, 0.080, 2.3e−5; exactly zero is 0. */
export function formatMagnitude(value: number): string {
  if (value === 0) return '0';
  if (!(Math.abs(value) >= 0.00995)) return scientific(value).replaceAll('-', '−');
  return Math.abs(value) >= 0.0995 ? formatFixed(value, 2) : twoDigits(value).replace('-', '−');
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** ₁₂ for 12. */
export function formatSubscript(number: number): string {
  return [...String(number)].map((digit) => SUBSCRIPTS[Number(digit)]).join('');
}

/** One end of a scale, without digits that say nothing: 0.5, 2, 1e−6. */
export function formatEnd(value: number): string {
  if (value === 0 || (value >= 0.01 && value < 1000)) return String(Number(value.toPrecision(2)));
  return format('.0e')(value).replaceAll('-', '−');
}

const SMALLEST_SHARE = 1e-5;

/** A share as a percentage without its sign: whole, or two digits where it is small. */
export function formatShare(share: number): string {
  if (share === 0 || share >= 0.0995) return formatPercent(share);
  if (share < SMALLEST_SHARE) return `<${SMALLEST_SHARE * 100}`;
  return shortTwoDigits(share * 100);
}

/** Euclidean length of values[from … from + length). */
export function norm(values: Float64Array, from = 0, length = values.length - from): number {
  let sum = 0;
  for (let i = from; i < from + length; i++) sum += values[i] * values[i];
  return Math.sqrt(sum);
}

/**
 * The (H·H) blocks of W_hh of one layer, each with the letter of its gate; null where the cell has none. `part` says
 * whose where there are two.
 */
export function recurrentBlocks(
  model: ModelConfig,
  parameters: FlatParameters,
  layer: number,
  part?: ParameterMap['part'],
) {
  const { cell, hiddenSize: H } = model;
  const { offset } = matricesOf(model, part)[2 * layer + 1];
  const gates: readonly (string | null)[] = GATE_LETTERS[cell].length > 0 ? GATE_LETTERS[cell] : [null];
  return gates.map((gate, block) => ({
    gate,
    matrix: parameters.subarray(offset + block * H * H, offset + (block + 1) * H * H),
  }));
}

/** The mean of one gate over all units and the timesteps of a window; `gates` are all of its layer. */
export function meanGate(
  gates: Float64Array,
  { cell, hiddenSize: H }: ModelConfig,
  gate: string,
  { from, to }: StepWindow,
): number {
  const letters = GATE_LETTERS[cell];
  const width = letters.length * H;
  const start = letters.indexOf(gate) * H;
  let sum = 0;
  for (let t = from; t < to; t++) {
    for (let unit = 0; unit < H; unit++) sum += gates[t * width + start + unit];
  }
  return sum / ((to - from) * H);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
