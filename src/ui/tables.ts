import type { TableWords } from '../i18n/numberTable.ts';
import { curveTable } from './curveTable.ts';
import { type HiddenStates, hiddenStateTable } from './hiddenStateTable.ts';
import { type Network, networkTable } from './networkTable.ts';
import type { StepTurn } from './stepTurn.ts';
import { type Weights, weightsTable } from './weightsTable.ts';

export type Tables = ReturnType<typeof tablesAt>;

/** Makers of the tables of figures that are in the first script, which waits for none of them; of long texts at the steps turned to. */
export function tablesAt(turn: StepTurn | null, words: TableWords) {
  return {
    /** For a table whose maker is elsewhere. */
    turn,
    curveTable,
    weightsTable: (weights: Weights) => weightsTable(weights, words.weights),
    hiddenStateTable: (states: HiddenStates) => hiddenStateTable(states, words.hiddenState, turn),
    networkTable: (network: Network) => networkTable(network, words.network, turn),
  };
}
