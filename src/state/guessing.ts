/** "Predict first": what the person thinks the network will say, before the page shows it; what guesses.ts does with it comes later. */

/** The guesses about the predictions of one update of one run. */
export interface Round {
  readonly runId: number;
  readonly update: number;
  /** By timestep an index of the vocabulary, null where nothing is chosen yet. */
  readonly guesses: readonly (number | null)[];
  readonly revealed: boolean;
}

/** How person and network did at the steps that were guessed. */
export interface Count {
  readonly guesses: number;
  /** Guesses that were what the network said. */
  readonly agreed: number;
  /** Guesses that were the target. */
  readonly right: number;
  /** What the network said that was the target. */
  readonly network: number;
}

/** Over all revealed rounds of one text in which something was guessed. */
export interface Tally extends Count {
  readonly text: string;
  readonly rounds: number;
}

export const NO_TALLY: Tally = { text: '', rounds: 0, guesses: 0, agreed: 0, right: 0, network: 0 };

/** The round of this picture: the one under way, or a fresh one when the run moved on. */
export function roundOf(round: Round | null, runId: number, update: number, timesteps: number): Round {
  if (round !== null && round.runId === runId && round.update === update) return round;
  return { runId, update, guesses: Array.from({ length: timesteps }, () => null), revealed: false };
}
