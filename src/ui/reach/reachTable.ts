import type { en } from '../../i18n/reach.ts';
import { formatMagnitude } from '../../layout/reach.ts';
import type { NumberTableProps } from '../NumberTable.tsx';

/** The most losses and steps in the table, the last ones shown. */
const MOST = 16;

/** The triangle as numbers: a row for each loss, a column for each step. */
export function reachTable(
  norms: Float64Array,
  from: number,
  n: number,
  timesteps: number,
  letters: readonly string[],
  words: typeof en,
): NumberTableProps {
  const first = Math.max(0, n - MOST);
  const steps = Array.from({ length: n - first }, (_, index) => first + index);
  return {
    caption: words.table({ first: from + first + 1, last: from + n, all: timesteps }),
    columns: [words.tableCorner, ...steps.map((t) => `${from + t + 1} ${letters[t]}`)],
    rows: steps.map((s) => [
      String(from + s + 1),
      ...steps.map((t) => (t > s ? '' : formatMagnitude(norms[s * n + t]))),
    ]),
  };
}
