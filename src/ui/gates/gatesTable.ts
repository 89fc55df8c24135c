import type { ModelConfig } from '../../engine/index.ts';
import type { en } from '../../i18n/gates.ts';
import { formatFixed } from '../../layout/format.ts';
import { valueAt } from '../../layout/heatmap.ts';
import type { NumberTableProps } from '../NumberTable.tsx';
import { type StepTurn, tableSteps } from '../stepTurn.ts';
import { type Gate, gateGrid } from './gate.ts';

export interface GatesTableOptions {
  readonly gates: readonly Gate[];
  /** By layer. */
  readonly values: readonly Float64Array[];
  readonly timesteps: number;
  readonly model: ModelConfig;
  readonly selected: number;
  /** What is read at each timestep, in writing. */
  readonly letters: readonly string[];
  readonly words: typeof en;
}

/** The most timesteps in the table; of a longer text those around the selected one, or those turned to. */
const MOST_TIMESTEPS = 16;

/** The gates as numbers: a row for each unit of each gate, a column for each timestep. */
export function gatesTable(options: GatesTableOptions, turn: StepTurn | null): NumberTableProps {
  const { gates, values, timesteps, model, selected, letters, words } = options;
  const steps = tableSteps(selected, timesteps, MOST_TIMESTEPS, turn);
  const window = { from: steps.first, to: steps.first + steps.count };
  const columns = Array.from({ length: steps.count }, (_, column) => column);
  return {
    caption: words.table(window.from + 1, window.to, timesteps),
    columns: [
      words.unitColumn,
      ...columns.map((column) => `${window.from + column + 1} ${letters[window.from + column]}`),
    ],
    rows: gates.flatMap(({ layer, gate, letter }) => {
      const grid = gateGrid(model, gate, window);
      return Array.from({ length: model.hiddenSize }, (_, row) => [
        words.row({ gate: letter, layer: model.layers > 1 ? layer + 1 : null, unit: row + 1 }),
        ...columns.map((column) => formatFixed(valueAt(values[layer], grid, { row, column }), 2)),
      ]);
    }),
    steps,
  };
}
