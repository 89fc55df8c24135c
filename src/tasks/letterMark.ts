/** Marks for letters that would be drawn as nothing, or as something else than themselves, and for unknown words. */

const MARKS: ReadonlyMap<string, string> = new Map([
  [' ', '␠'],
  ['\n', '↵'],
  ['\r\n', '↵'],
  ['\t', '⇥'],
  ['\u00A0', '⍽'],
]);

/** Stands for a word that is in no training sentence. */
export const UNKNOWN = '?';

/** Separators, controls, lone surrogates, default ignorables (joiners, bidi controls, selectors, fillers), blanks. */
const INVISIBLE = /^[\p{Z}\p{Cc}\p{Cs}\p{DI}\p{NChar}\u2800\uFFF9-\uFFFB]+$/u;

/** Joiners, selectors and tags on what they do not change, other than on emoji and in scripts whose letters they join. */
const ATTACHED =
  /^([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hangul}\p{P}\p{Nd}](?:(?!\u20E3).)*?)(\p{DI})(?:(?!\u20E3).)*$/u;

/** How a letter is written everywhere: blanks as ␠ ↵ ⇥ …, controls as ^G, what else is invisible as U+200B, the rest as is. */
export function letterMark(letter: string): string {
  const mark = MARKS.get(letter);
  if (mark !== undefined) return mark;
  if (INVISIBLE.test(letter)) return nameInvisible(letter);
  const [, seen, unseen] = ATTACHED.exec(letter) ?? [];
  if (unseen !== undefined) return `${seen}·${codeOf(unseen)}`;
  return /^\p{M}/u.test(letter) ? `◌${letter}` : letter;
}

function nameInvisible(letter: string): string {
  const [first = '', ...rest] = letter;
  const code = first.codePointAt(0) ?? 0;
  // As terminals write them: pictures such as ␇ are three letters in the room of one.
  if (code < 0x20 || code === 0x7f) return `^${String.fromCodePoint(code ^ 0x40)}`;
  const name = `U+${codeOf(first)}`;
  return rest.length > 0 ? `${name}…` : name;
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
