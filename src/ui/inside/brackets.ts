/** How high the round brackets of an equation are: as what stands between them. */
import type { Token } from './equation.ts';

/** For each token that opens or closes a bracket the most rows of a matrix or vector within it. */
export function bracketRows<Each extends Token>(
  tokens: readonly Each[],
  rowsOf: (token: Each) => number,
): ReadonlyMap<Token, number> {
  const rows = new Map<Token, number>();
  const open: { readonly token: Token; rows: number }[] = [];
  for (const token of tokens) {
    if (token.kind !== 'text') {
      for (const bracket of open) bracket.rows = Math.max(bracket.rows, rowsOf(token));
    } else if (token.text === ')') {
      const opened = open.pop();
      if (!opened) continue;
      rows.set(opened.token, opened.rows);
      rows.set(token, opened.rows);
    } else if (token.text.includes('(')) open.push({ token, rows: 1 });
  }
  return rows;
}
