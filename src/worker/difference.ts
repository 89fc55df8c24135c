/**
 * A moment of training as its difference from an earlier one, without losing a bit. Its numbers, of single precision,
 * are guessed from the earlier ones, and what is kept is how far each is from its guess.
 */
import { readRow, writeRow } from './rice.ts';

/**
 * What Adam's θ, m and v have to do with the θ′, m′ and v′ of some updates before: θ ≈ θ′ + step · m′/√v′,
 * v ≈ decay · v′, and, since a parameter moves by the sum of its m/√v, m/√v ≈ carried · m′/√v + moved · (θ − θ′).
 */
type Relation = readonly [step: number, decay: number, carried: number, moved: number];

/** One parameter of so many is looked at to find the coefficients. */
const STRIDE = 4;
/** Keeps from dividing by √v where that is zero. */
const TINY = 1e-12;
/** 32-bit words that a difference begins with: the relation. */
const HEAD = 8;

/**
 * `values` are P parameters and then what an optimizer remembers; `earlier` are as many. Null where the difference
 * would take as much memory.
 */
export function difference(values: Float32Array, earlier: Float32Array, P: number): Uint32Array | null {
  if (values.length <= HEAD) return null;
  const words = new Uint32Array(values.length);
  const relation = relationOf(values, earlier, P);
  new Float64Array(words.buffer, 0, relation.length).set(relation);
  const guesses = earlier.slice();
  let position = 32 * HEAD;
  for (const { start, end, guess } of partsOf(values.length, P)) {
    guess(guesses, values, earlier, P, relation);
    position = writeRow(words, position, distances(values, guesses, start, end));
    if (Number.isNaN(position)) return null;
  }
  return words.slice(0, (position >>> 5) + 2);
}

/** The values of which `words` are the difference from `earlier`. */
export function sum(words: Uint32Array, earlier: Float32Array, P: number): Float32Array {
  const head = new Float64Array(words.buffer, words.byteOffset, HEAD / 2);
  const relation: Relation = [head[0], head[1], head[2], head[3]];
  const values = earlier.slice();
  let position = 32 * HEAD;
  for (const { start, end, guess } of partsOf(values.length, P)) {
    guess(values, values, earlier, P, relation);
    const row = new Uint32Array(end - start);
    position = readRow(words, position, row);
    addDistances(values, row, start);
  }
  return values;
}

/** Writes guesses for a part from the earlier numbers and those parts of `values` that come before it. */
type Guess = (
  guesses: Float32Array,
  values: Float32Array,
  earlier: Float32Array,
  P: number,
  relation: Relation,
) => void;

interface Part {
  readonly start: number;
  readonly end: number;
  readonly guess: Guess;
}

/** In the order in which they are guessed. Only Adam remembers two numbers of a parameter. */
function partsOf(count: number, P: number): Part[] {
  if (count < 3 * P) return [{ start: 0, end: count, guess: guessTheSame }];
  return [
    { start: 0, end: P, guess: guessParameters },
    { start: 2 * P, end: 3 * P, guess: guessSquares },
    { start: P, end: 2 * P, guess: guessMeans },
    { start: 3 * P, end: count, guess: guessTheSame },
  ];
}

/** The guesses are the earlier numbers from the start. */
function guessTheSame(): void {}

function guessParameters(
  guesses: Float32Array,
  _values: Float32Array,
  earlier: Float32Array,
  P: number,
  [step]: Relation,
): void {
  for (let i = 0; i < P; i++) guesses[i] = usable(earlier[i] + step * speed(earlier, i, P));
}

function guessSquares(
  guesses: Float32Array,
  _values: Float32Array,
  earlier: Float32Array,
  P: number,
  [, decay]: Relation,
): void {
  for (let i = 2 * P; i < 3 * P; i++) guesses[i] = usable(decay * earlier[i]);
}

function guessMeans(
  guesses: Float32Array,
  values: Float32Array,
  earlier: Float32Array,
  P: number,
  relation: Relation,
): void {
  const [, , carried, moved] = relation;
  for (let i = 0; i < P; i++) {
    const moves = moved * (values[i] - earlier[i]) * root(values, i, P);
    guesses[P + i] = usable(carried * earlier[P + i] + moves);
  }
}

/** By least squares, but for v, of which all are alike. */
function relationOf(values: Float32Array, earlier: Float32Array, P: number): Relation {
  let ss = 0;
  let sx = 0;
  let v = 0;
  let w = 0;
  let aa = 0;
  let ax = 0;
  let xx = 0;
  let ay = 0;
  let xy = 0;
  if (values.length < 3 * P) return [0, 1, 1, 0];
  for (let i = 0; i < P; i += STRIDE) {
    const x = values[i] - earlier[i];
    const s = speed(earlier, i, P);
    ss += s * s;
    sx += s * x;
    v += values[2 * P + i];
    w += earlier[2 * P + i];
    const a = earlier[P + i] / root(values, i, P);
    const y = speed(values, i, P);
    aa += a * a;
    ax += a * x;
    xx += x * x;
    ay += a * y;
    xy += x * y;
  }
  const determinant = aa * xx - ax * ax;
  return [
    usable(sx / ss),
    usable(v / w),
    usable((ay * xx - xy * ax) / determinant),
    usable((xy * aa - ay * ax) / determinant),
  ];
}

/** m/√v */
function speed(values: Float32Array, i: number, P: number): number {
  return values[P + i] / root(values, i, P);
}

function root(values: Float32Array, i: number, P: number): number {
  return Math.sqrt(values[2 * P + i]) + TINY;
}

/** Not a number has many patterns of bits, and which one comes of a computation is not said. */
function usable(guess: number): number {
  return Number.isNaN(guess) ? 0 : guess;
}

/** How many numbers of single precision lie between values and guesses, as 2n or, downwards, 2n − 1. */
function distances(values: Float32Array, guesses: Float32Array, start: number, end: number): Uint32Array {
  const to = bitsOf(values);
  const from = bitsOf(guesses);
  const row = new Uint32Array(end - start);
  for (let i = start; i < end; i++) {
    const distance = (ordinal(to[i]) - ordinal(from[i])) | 0;
    row[i - start] = (distance << 1) ^ (distance >> 31);
  }
  return row;
}

function addDistances(values: Float32Array, row: Uint32Array, start: number): void {
  const bits = bitsOf(values);
  for (let i = 0; i < row.length; i++) {
    const distance = (row[i] >>> 1) ^ -(row[i] & 1);
    bits[start + i] = ordinal((ordinal(bits[start + i]) + distance) | 0);
  }
}

function bitsOf(values: Float32Array): Int32Array {
  return new Int32Array(values.buffer, values.byteOffset, values.length);
}

/** The place of a number of single precision among all of them; its own inverse. */
function ordinal(bits: number): number {
  return bits ^ ((bits >> 31) & 0x7fffffff);
}
