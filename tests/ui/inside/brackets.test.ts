import { expect, test } from 'vitest';
import { bracketRows } from '../../../src/ui/inside/brackets.ts';
import type { Token } from '../../../src/ui/inside/equation.ts';

const text = (written: string): Token => ({ kind: 'text', text: written });

test('both brackets are as high as the highest that stands between them', () => {
  const [four, three, two] = [4, 3, 2].map((rows) => ({ kind: 'cells', operand: { rows } }) as Token);
  const [outer, inner, innerEnd, outerEnd] = [text('tanh('), text('('), text(')'), text(')')];
  const tokens = [two, outer, three, inner, two, innerEnd, text('+'), two, outerEnd, text('⊙'), four];
  const rows = bracketRows(tokens, (token) => (token.kind === 'cells' ? token.operand.rows : 0));
  expect([...rows]).toEqual([
    [inner, 2],
    [innerEnd, 2],
    [outer, 3],
    [outerEnd, 3],
  ]);
});
