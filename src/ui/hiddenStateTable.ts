import type { TableWords } from '../i18n/numberTable.ts';
import { formatFixed } from '../layout/format.ts';
import type { NumberTableProps } from './NumberTable.tsx';
import { type StepTurn, tableSteps } from './stepTurn.ts';

export interface HiddenStates {
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
}

/** The most timesteps in the table; of a longer text those around the selected one, or those turned to. */
const MOST_TIMESTEPS = 16;

/** The states as numbers: a row for each unit, a column for each timestep. */
export function hiddenStateTable(
  { maps, units, timesteps, selected, letters, layers }: HiddenStates,
  words: TableWords['hiddenState'],
  turn: StepTurn | null,
): NumberTableProps {
  const window = tableSteps(selected, timesteps, MOST_TIMESTEPS, turn);
  const { first } = window;
  const steps = Array.from({ length: window.count }, (_, index) => first + index);
  return {
    caption: words.caption(first + 1, first + steps.length, timesteps),
    columns: [words.unit, ...steps.map((step) => `${step + 1} ${letters[step]}`)],
    rows: maps.flatMap(({ symbol, layer, states }) =>
      Array.from({ length: units }, (_, unit) => [
        words.row({ symbol, layer: layers > 1 ? layer + 1 : null, unit: unit + 1 }),
        ...steps.map((step) => formatFixed(states[(step + 1) * units + unit], 2)),
      ]),
    ),
    steps: window,
  };
}
