import { curveTable } from './curveTable.ts';
import { type HiddenStateTableOptions, hiddenStateTable } from './hiddenStateTable.ts';
import { networkTable } from './networkTable.ts';
import type { StepTurn } from './stepTurn.ts';
import { weightsTable } from './weightsTable.ts';

export type Tables = ReturnType<typeof tablesAt>;

/** Makers of the tables of figures that are in the first script, which waits for none of them; of long texts at the steps turned to. */
export function tablesAt(turn: StepTurn | null) {
  return {
    /** For a table whose maker is elsewhere. */
    turn,
    curveTable,
    weightsTable,
    hiddenStateTable: (options: HiddenStateTableOptions) => hiddenStateTable(options, turn),
    networkTable: (...[task, snapshot, timestep, words, covered, guesses]: Parameters<typeof networkTable>) =>
      networkTable(task, snapshot, timestep, words, covered, guesses, turn),
  };
}
