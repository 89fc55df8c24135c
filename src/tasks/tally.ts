/** How many sentences are answered right, those with a negation also counted apart. */
import type { Item, Language } from './exercise.ts';
import { isNegated, type Sentence } from './feelings.ts';

export interface Count {
  readonly right: number;
  readonly all: number;
}

export interface Tally {
  readonly all: Count;
  readonly negated: Count;
}

export function tallyOf(
  items: readonly Item<Sentence>[],
  language: Language,
  isRight: (item: Item<Sentence>, index: number) => boolean,
): Tally {
  const answered = items.map((item, index) => ({
    isRight: isRight(item, index),
    isNegated: isNegated(item.question, language),
  }));
  const count = (part: typeof answered): Count => ({
    right: part.filter((each) => each.isRight).length,
    all: part.length,
  });
  return { all: count(answered), negated: count(answered.filter((each) => each.isNegated)) };
}
