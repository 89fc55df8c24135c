import type { FlatParameters } from '../engine/index.ts';
import type { Messages } from '../i18n/index.ts';
import { grouped } from '../i18n/numbers.ts';
import type { TableWords } from '../i18n/numberTable.ts';
import { formatFixed } from '../layout/format.ts';
import type { Cell } from '../layout/heatmap.ts';
import type { ParameterMap } from '../layout/matrices.ts';
import type { NumberTableProps } from './NumberTable.tsx';
import { cellOf, parameterAt } from './parameterAt.ts';

/** The most parameters in the table; of more, every map gives its first ones. */
const MOST_PARAMETERS = 200;

export interface Weights {
  readonly maps: readonly ParameterMap[];
  readonly parameters: FlatParameters;
  readonly ends: (
    map: ParameterMap,
    at: Cell,
  ) => Omit<Parameters<Messages['weights']['reading']>[0], 'value'>;
  readonly words: Messages['weights'];
}

/** The weights and biases as numbers: a row for each. */
export function weightsTable(
  { maps, parameters, ends, words }: Weights,
  tableWords: TableWords['weights'],
): NumberTableProps {
  const counts = maps.map(({ rows, columns }) => rows * columns);
  const all = counts.reduce((sum, each) => sum + each, 0);
  const share = all <= MOST_PARAMETERS ? all : Math.floor(MOST_PARAMETERS / maps.length);
  const rows = maps.flatMap((map, which) =>
    Array.from({ length: Math.min(share, counts[which]) }, (_, index) => {
      const at = cellOf(map, index);
      return [
        words.reading({ ...ends(map, at), value: null }),
        formatFixed(parameterAt(parameters, map, at), 4),
      ];
    }),
  );
  return {
    caption: tableWords.caption(grouped(rows.length), grouped(all)),
    columns: [tableWords.weight, tableWords.value],
    rows,
  };
}
