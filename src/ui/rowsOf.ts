/**
 * The `rows` of a text box for browsers that do not size it by its content: about as many as the text takes. The
 * others do not read it.
 */
export function rowsOf(text: string, lettersPerRow: number, most: number): number {
  const seen = text.slice(0, most * lettersPerRow).split('\n');
  const rows = seen.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lettersPerRow)), 0);
  return Math.min(rows, most);
}
