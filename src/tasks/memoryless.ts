/** What a text allows a model that sees only the present letter. */
import type { TextTask } from './text.ts';

/** A letter that is not always followed by the same one. */
export interface ConfusedLetter {
  readonly letter: string;
  /** The most frequent first, of equal ones the first that appears in the text. */
  readonly followers: readonly { readonly letter: string; readonly count: number }[];
}

export interface MemorylessCeiling {
  /** The most targets that a function of the present letter can have right. */
  readonly right: number;
  readonly targets: number;
  /** The letters at which it has to fail, in the vocabulary's order. */
  readonly confused: readonly ConfusedLetter[];
}

/** Σ over letters of how often its most frequent follower follows: 3 of 4 for hello, whose l gives l once and o once. */
export function memorylessCeiling({
  vocabulary,
  ids,
}: Pick<TextTask, 'vocabulary' | 'ids'>): MemorylessCeiling {
  const counts = vocabulary.map(() => new Map<number, number>());
  for (let t = 1; t < ids.length; t++) {
    const followers = counts[ids[t - 1]];
    followers.set(ids[t], (followers.get(ids[t]) ?? 0) + 1);
  }
  let right = 0;
  const confused: ConfusedLetter[] = [];
  for (const [id, letter] of vocabulary.entries()) {
    // A map keeps the order of first appearance, and sorting keeps it among equal ones.
    const followers = [...counts[id]].sort(([, one], [, other]) => other - one);
    right += followers.at(0)?.[1] ?? 0;
    if (followers.length < 2) continue;
    confused.push({
      letter,
      followers: followers.map(([follower, count]) => ({ letter: vocabulary[follower], count })),
    });
  }
  return { right, targets: ids.length - 1, confused };
}
