/** Makes guesses, and counts them in a contest with the network. */
import { type Count, NO_TALLY, type Round, type Tally } from './guessing.ts';

/** What the guesses are compared with: of one text, by timestep. */
interface Answers {
  readonly text: string;
  /** What the network says. */
  readonly said: readonly number[];
  readonly targets: readonly (number | null)[];
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

/** Only of the steps that were guessed, so that person and network are asked the same. */
export function countRound({ guesses }: Round, { said, targets }: Omit<Answers, 'text'>): Count {
  const made = guesses.flatMap((chosen, t) =>
    chosen === null ? [] : [{ chosen, said: said[t], target: targets[t] }],
  );
  return {
    guesses: made.length,
    agreed: made.filter(({ chosen, said }) => chosen === said).length,
    right: made.filter(({ chosen, target }) => chosen === target).length,
    network: made.filter(({ said, target }) => said === target).length,
  };
}

/** The tally of a text: that of another one says nothing about it. */
export function tallyOf(tally: Tally, text: string): Tally {
  return tally.text === text ? tally : NO_TALLY;
}

/** Opens the round and, where something was guessed, adds it to the tally of its text. */
export function reveal(
  round: Round,
  tally: Tally,
  answers: Answers,
): { readonly round: Round; readonly tally: Tally } {
  if (round.revealed) return { round, tally };
  const { guesses, agreed, right, network } = countRound(round, answers);
  const revealed = { ...round, revealed: true };
  if (guesses === 0) return { round: revealed, tally };
  const { text } = answers;
  const before = tallyOf(tally, text);
  return {
    round: revealed,
    tally: {
      text,
      rounds: before.rounds + 1,
      guesses: before.guesses + guesses,
      agreed: before.agreed + agreed,
      right: before.right + right,
      network: before.network + network,
    },
  };
}
