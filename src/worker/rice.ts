/** Rows of whole numbers in Rice's code: the smaller the numbers, the fewer bits. */

/** The code of a number that would begin with more zeros is as many zeros and all its 32 bits. */
const MOST_ZEROS = 20;
/** A number is expected to be like the last 2⁴ of its row, so nothing more has to be written for the code to fit. */
const MEMORY = 4;
const EXPECTED_AT_FIRST = 64;
/** More does not count, so that 2⁴ of them have a sum of 32 bits. */
const MOST = 0x3ffffff;

/**
 * Writes a row into `words`, which holds zeros from the bit `position` on. Returns where it ends, or NaN when
 * there is not room enough.
 */
export function writeRow(words: Uint32Array, position: number, row: Uint32Array): number {
  const last = 32 * (words.length - 3);
  let sum = EXPECTED_AT_FIRST << MEMORY;
  let at = position;
  for (let i = 0; i < row.length; i++) {
    if (at > last) return Number.NaN;
    const number = row[i];
    const low = lowBits(sum);
    const zeros = number >>> low;
    if (zeros < mostZeros(low)) {
      at += zeros;
      put(words, at, ((1 << low) | (number & ((1 << low) - 1))) << (31 - low));
      at += 1 + low;
    } else {
      at += mostZeros(low);
      put(words, at, number);
      at += 32;
    }
    sum = adapted(sum, number);
  }
  return at;
}

/** Reads what `writeRow` wrote; returns where it ends. */
export function readRow(words: Uint32Array, position: number, row: Uint32Array): number {
  let sum = EXPECTED_AT_FIRST << MEMORY;
  let at = position;
  for (let i = 0; i < row.length; i++) {
    const low = lowBits(sum);
    const next = bitsAt(words, at);
    const zeros = Math.clz32(next);
    let number: number;
    if (zeros < mostZeros(low)) {
      number = ((zeros << low) | (((next << zeros) & 0x7fffffff) >>> (31 - low))) >>> 0;
      at += zeros + 1 + low;
    } else {
      at += mostZeros(low);
      number = bitsAt(words, at) >>> 0;
      at += 32;
    }
    row[i] = number;
    sum = adapted(sum, number);
  }
  return at;
}

/** How many bits of a number are written as they are; the others are counted out in zeros. */
function lowBits(sum: number): number {
  return Math.max(0, 31 - Math.clz32(sum >>> MEMORY));
}

/** So few that zeros, the one after them and the low bits have 32 bits at most. */
function mostZeros(low: number): number {
  return Math.min(MOST_ZEROS, 32 - low);
}

function adapted(sum: number, number: number): number {
  return sum - (sum >>> MEMORY) + (number < MOST ? number : MOST);
}

/** Adds 32 bits, of which the first are not yet in `words`. */
function put(words: Uint32Array, position: number, bits: number): void {
  const index = position >>> 5;
  const offset = position & 31;
  words[index] |= bits >>> offset;
  words[index + 1] |= (bits << 1) << (31 - offset);
}

/** 32 bits as a signed number: V8 optimises what counts the zeros of an unsigned one again and again, in vain. */
function bitsAt(words: Uint32Array, position: number): number {
  const index = position >>> 5;
  const offset = position & 31;
  return (words[index] << offset) | ((words[index + 1] >>> 1) >>> (31 - offset));
}
