/** Drawing data at random, the same on every machine. */

import type { TrainingConfig } from '../engine/index.ts';
import { createRandom, type Random } from '../engine/random.ts';

/** All data are drawn with this seed; tasks differ in their stream. */
const DATA_SEED = 2026;

export function createDice(stream: number): Random {
  return createRandom(DATA_SEED, stream);
}

/** A whole number from 0 to `count` − 1. */
export function below(count: number, random: Random): number {
  return Math.floor(random.uniform() * count);
}

export function pick<T>(choices: readonly T[], random: Random): T {
  return choices[below(choices.length, random)];
}

/** A random order of the same (Fisher–Yates). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = below(i + 1, random);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** Draws until there are `count` that differ by their key, or until drawing gives nothing new any more. */
export function drawDistinct<T>(count: number, draw: () => T, keyOf: (item: T) => string): T[] {
  const found = new Map<string, T>();
  for (let idle = 0; found.size < count && idle < 1000; idle++) {
    const item = draw();
    const key = keyOf(item);
    if (found.has(key)) continue;
    found.set(key, item);
    idle = 0;
  }
  return [...found.values()];
}

/** Adam on small batches, the norm of the gradient kept below 1. */
export function adam(learningRate: number, batchSize = 16): TrainingConfig {
  return { optimizer: 'adam', learningRate, clipNorm: 1, truncation: null, batchSize };
}
