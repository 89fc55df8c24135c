/** Names of inputs and outputs, and their indices. */

/** Ends an answer. */
export const STOP = '■';
/** What a decoder reads before its first word. */
export const START = '▶';

/** @throws {RangeError} when a word is not among the names. */
export function indicesOf(words: readonly string[], names: readonly string[]): number[] {
  return words.map((word) => {
    const index = names.indexOf(word);
    if (index < 0) throw new RangeError(`${word} is not in the vocabulary`);
    return index;
  });
}

/** The names of outputs up to the first stop symbol. */
export function wordsUntilStop(outputs: readonly number[], names: readonly string[]): string[] {
  const words = outputs.map((output) => names[output]);
  const stop = words.indexOf(STOP);
  return stop < 0 ? words : words.slice(0, stop);
}
