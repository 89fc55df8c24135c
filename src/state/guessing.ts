/** "Predict first": what the person thinks the network will say, step by step, before the page shows it. */

/** The guesses about the predictions of one update of one run. */
export interface Round {
  readonly runId: number;
  readonly update: number;
  /** By timestep an index of the vocabulary, null where nothing is chosen yet. */
  readonly guesses: readonly (number | null)[];
  readonly revealed: boolean;
}

/** Over all revealed rounds; steps without a guess are not counted. */
export interface Tally {
  readonly rounds: number;
  readonly guesses: number;
  /** Guesses that were what the network said. */
  readonly agreed: number;
}

export const NO_TALLY: Tally = { rounds: 0, guesses: 0, agreed: 0 };

/** The round of this picture: the one under way, or a fresh one when the run moved on. */
export function roundOf(round: Round | null, runId: number, update: number, timesteps: number): Round {
  if (round !== null && round.runId === runId && round.update === update) return round;
  return { runId, update, guesses: Array.from({ length: timesteps }, () => null), revealed: false };
}

export function guess(round: Round, timestep: number, letter: number): Round {
  if (round.revealed) return round;
  return { ...round, guesses: round.guesses.map((chosen, t) => (t === timestep ? letter : chosen)) };
}

/** The next timestep without a guess after `timestep`, from the start again after the last; null when there is none. */
export function nextOpen({ guesses }: Round, timestep: number): number | null {
  const later = guesses.findIndex((chosen, t) => chosen === null && t > timestep);
  const first = later >= 0 ? later : guesses.indexOf(null);
  return first >= 0 ? first : null;
}

/** How many guesses there are, and how many of them equal the other's choices. */
export function agreement(
  { guesses }: Round,
  others: readonly (number | null)[],
): { readonly guesses: number; readonly agreed: number } {
  const made = guesses.flatMap((chosen, t) => (chosen === null ? [] : [chosen === others[t]]));
  return { guesses: made.length, agreed: made.filter((same) => same).length };
}

/** Opens the round and adds it to the tally. */
export function reveal(
  round: Round,
  tally: Tally,
  predictions: readonly number[],
): { readonly round: Round; readonly tally: Tally } {
  if (round.revealed) return { round, tally };
  const { guesses, agreed } = agreement(round, predictions);
  return {
    round: { ...round, revealed: true },
    tally: { rounds: tally.rounds + 1, guesses: tally.guesses + guesses, agreed: tally.agreed + agreed },
  };
}
