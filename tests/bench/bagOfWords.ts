/** A model that knows which words a sentence has, but not their order: softmax regression on word counts. */
import type { Item } from '../../src/tasks/exercise.ts';

const ITERATIONS = 1500;
const LEARNING_RATE = 0.5;

/** Trains on sentences and returns the answer that it gives to a sentence. */
export function trainBagOfWords(
  items: readonly Item<readonly string[]>[],
  classes: number,
): (words: readonly string[]) => number {
  const vocabulary = new Map(
    [...new Set(items.flatMap(({ question }) => question))].map((word, i) => [word, i]),
  );
  const indices = (words: readonly string[]) => words.flatMap((word) => vocabulary.get(word) ?? []);
  const bags = items.map(({ question, answer }) => ({ words: indices(question), target: answer[0] }));
  const weights = Array.from({ length: classes }, () => new Float64Array(vocabulary.size + 1));

  const logits = (words: readonly number[]) =>
    weights.map((row) => words.reduce((sum, word) => sum + row[word], row[vocabulary.size]));

  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const gradients = weights.map((row) => new Float64Array(row.length));
    for (const { words, target } of bags) {
      const values = logits(words).map(Math.exp);
      const total = values.reduce((sum, value) => sum + value, 0);
      for (const [index, gradient] of gradients.entries()) {
        const error = values[index] / total - (index === target ? 1 : 0);
        for (const word of words) gradient[word] += error;
        gradient[vocabulary.size] += error;
      }
    }
    for (const [index, row] of weights.entries()) {
      for (let i = 0; i < row.length; i++) row[i] -= (LEARNING_RATE * gradients[index][i]) / bags.length;
    }
  }
  return (words) => {
    const values = logits(indices(words));
    return values.indexOf(Math.max(...values));
  };
}
