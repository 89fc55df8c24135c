/** A model that knows which words a sentence has, but not their order: softmax regression on word counts. */
import type { Item } from './exercise.ts';

const ITERATIONS = 1500;
const LEARNING_RATE = 0.5;

type Words = readonly string[];

/** Trained one step after another, so that whoever has other things to do can pause in between. */
export interface BagOfWords {
  /** One step of gradient descent on all sentences; false when none was left. */
  train(): boolean;
  /** A score for each answer. A word that no sentence had counts nothing. */
  logits(sentence: Words): readonly number[];
  /** The answer with the largest score, the first of equal ones. */
  answer(sentence: Words): number;
}

/** All weights begin at 0, so that there is no chance in it. */
export function createBagOfWords(items: readonly Item<Words>[], classes: number): BagOfWords {
  const vocabulary = [...new Set(items.flatMap(({ question }) => question))];
  const indexOf = new Map(vocabulary.map((word, index) => [word, index]));
  /** Behind its words every sentence has the bias once. */
  const offsets = (sentence: Words) =>
    [...sentence.flatMap((word) => indexOf.get(word) ?? []), vocabulary.length].map(
      (index) => index * classes,
    );

  // All sentences in one row, words as offsets into the weights: what follows is done millions of times.
  const bags = items.map(({ question }) => offsets(question));
  const words = Int32Array.from(bags.flat());
  const lengths = Int32Array.from(bags, ({ length }) => length);
  const targets = Int32Array.from(items, ({ answer }) => answer[0]);
  /** By word, then by class. */
  const weights = new Float64Array((vocabulary.length + 1) * classes);
  const gradient = new Float64Array(weights.length);
  const shares = new Float64Array(classes);
  let left = ITERATIONS;

  /** Adds what the sentence at `from` … `to` makes of the gradient: of each of its words softmax minus what is right. */
  function addGradient(from: number, to: number, target: number): void {
    let total = 0;
    for (let c = 0; c < classes; c++) {
      let score = 0;
      for (let i = from; i < to; i++) score += weights[words[i] + c];
      shares[c] = Math.exp(score);
      total += shares[c];
    }
    for (let c = 0; c < classes; c++) {
      const error = shares[c] / total - (c === target ? 1 : 0);
      for (let i = from; i < to; i++) gradient[words[i] + c] += error;
    }
  }

  function logits(sentence: Words): number[] {
    const read = offsets(sentence);
    return Array.from({ length: classes }, (_, c) =>
      read.reduce((score, word) => score + weights[word + c], 0),
    );
  }

  return {
    train() {
      if (left === 0) return false;
      left--;
      gradient.fill(0);
      let from = 0;
      for (let n = 0; n < targets.length; n++) {
        addGradient(from, from + lengths[n], targets[n]);
        from += lengths[n];
      }
      for (let i = 0; i < weights.length; i++) weights[i] -= (LEARNING_RATE * gradient[i]) / targets.length;
      return true;
    },
    logits,
    answer(sentence) {
      const scores = logits(sentence);
      return scores.indexOf(Math.max(...scores));
    },
  };
}
