/** Marks for letters that would be drawn as nothing, or as something else than themselves. */

const MARKS: ReadonlyMap<string, string> = new Map([
  [' ', '␠'],
  ['\n', '↵'],
  ['\r\n', '↵'],
  ['\t', '⇥'],
  ['\u00A0', '⍽'],
  ['\u007F', '␡'],
]);

/** The control pictures begin here, in the order of U+0000 to U+001F. */
const CONTROL_PICTURES = 0x2400;

/** Separators, controls, lone surrogates, default ignorables (joiners, bidi controls, selectors, fillers), blanks. */
const INVISIBLE = /^[\p{Z}\p{Cc}\p{Cs}\p{DI}\p{NChar}\u2800\uFFF9-\uFFFB]+$/u;

/** How a letter is drawn: invisible characters as marks (␠ ↵ ⇥ …), lone surrogates and controls as marks, the rest as is. */
export function letterMark(letter: string): string {
  const mark = MARKS.get(letter);
  if (mark !== undefined) return mark;
  if (INVISIBLE.test(letter)) return nameInvisible(letter);
  return /^\p{M}/u.test(letter) ? `◌${letter}` : letter;
}

function nameInvisible(letter: string): string {
  const [first = '', ...rest] = letter;
  const code = first.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(CONTROL_PICTURES + code);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return rest.length > 0 ? `${name}…` : name;
}
