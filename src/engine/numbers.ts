/**
 * What the inner loops read and write most. In V8 (Chromium, Node) these are arrays of numbers, which it reads up to twice
 * as fast as typed arrays; SpiderMonkey (Firefox) and JavaScriptCore (Safari) are slower with them, by a third and by a
 * tenth, and have typed arrays. The bits are the same.
 *
 * One kind everywhere: a loop that meets both is slower than with either.
 */
export type Numbers = number[] | Float64Array;

const { navigator } = globalThis as { readonly navigator?: { readonly userAgent: string } };

export const areTyped = !/Chrome|Node/.test(navigator?.userAgent ?? 'Node');

/** Memory for so many numbers, all zero. */
export function createNumbers(length: number): Numbers {
  if (areTyped) return new Float64Array(length);
  const numbers: number[] = [];
  // −0 is no small integer to V8, as 0 is: the array holds doubles from the start, without holes.
  for (let i = 0; i < length; i++) numbers.push(-0);
  return numbers;
}

export function clearNumbers(numbers: Numbers): void {
  for (let i = 0; i < numbers.length; i++) numbers[i] = 0;
}

/** Fills `numbers` with what is at `from` on inside `values`. */
export function copyNumbers(numbers: Numbers, values: Float64Array, from: number): void {
  for (let i = 0, at = from | 0; i < numbers.length; i++, at = (at + 1) | 0) numbers[i] = values[at];
}
