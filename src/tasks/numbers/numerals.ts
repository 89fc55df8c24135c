/** Writing numbers in the words of a language, and reading them. */

export interface Numerals {
  /** The largest number that can be put into the words that numbers up to 9,999 are made of. */
  readonly largest: number;
  /** The words of a number from 0 to `largest`. */
  write(value: number): readonly string[];
  /** How words are written together. */
  spell(words: readonly string[]): string;
  /** The words in what a person typed, in the form in which `write` gives them. */
  split(text: string): readonly string[];
  /** The value of such words, also of some above 9,999; null when they make no number. */
  read(words: readonly string[]): number | null;
}

/** The value of words made of two parts that `write` knows, with `unit` between them. */
export function readAround(
  unit: string,
  unitValue: number,
  words: readonly string[],
  lookUp: (words: readonly string[]) => number | null,
): number | null {
  const at = words.indexOf(unit);
  if (at < 0) return lookUp(words);
  const before = lookUp(words.slice(0, at));
  const after = at === words.length - 1 ? 0 : lookUp(words.slice(at + 1));
  const isZeroWritten = after === 0 && at < words.length - 1;
  if (before === null || before === 0 || after === null || isZeroWritten) return null;
  return before * unitValue + after;
}

/** Finds the value of the words that `write` gives for 0 to `most`; all are written when the first is looked up. */
export function createLookup(
  most: number,
  write: (value: number) => readonly string[],
): (words: readonly string[]) => number | null {
  let values: ReadonlyMap<string, number> | null = null;
  return (words) => {
    values ??= new Map(Array.from({ length: most + 1 }, (_, value) => [write(value).join(' '), value]));
    return values.get(words.join(' ')) ?? null;
  };
}
