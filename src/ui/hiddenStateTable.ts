import type { Messages } from '../i18n/index.ts';
import { formatFixed } from '../layout/format.ts';
import type { NumberTableProps } from './NumberTable.tsx';
import { type StepTurn, tableSteps } from './stepTurn.ts';

export interface HiddenStateTableOptions {
  readonly maps: readonly {
    readonly symbol: 'h' | 'c';
    readonly layer: number;
    readonly states: Float64Array;
  }[];
  readonly units: number;
  readonly timesteps: number;
  readonly selected: number;
  readonly letters: readonly string[];
  readonly layers: number;
  readonly words: Messages['hiddenState'];
}

/** The most timesteps in the table; of a longer text those around the selected one, or those turned to. */
const MOST_TIMESTEPS = 16;

/** The states as numbers: a row for each unit, a column for each timestep. */
export function hiddenStateTable(
  options: HiddenStateTableOptions,
  turn: StepTurn | null = null,
): NumberTableProps {
  const { maps, units, timesteps, selected, letters, layers, words } = options;
  const window = tableSteps(selected, timesteps, MOST_TIMESTEPS, turn);
  const { first } = window;
  const steps = Array.from({ length: window.count }, (_, index) => first + index);
  return {
    caption: words.table(first + 1, first + steps.length, timesteps),
    columns: [words.unitColumn, ...steps.map((step) => `${step + 1} ${letters[step]}`)],
    rows: maps.flatMap(({ symbol, layer, states }) =>
      Array.from({ length: units }, (_, unit) => [
        words.row({ symbol, layer: layers > 1 ? layer + 1 : null, unit: unit + 1 }),
        ...steps.map((step) => formatFixed(states[(step + 1) * units + unit], 2)),
      ]),
    ),
    steps: window,
  };
}
