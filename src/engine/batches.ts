import { createRandom } from './random.ts';

/** Which examples an update takes: a function of seed and update alone. */
export interface Batches {
  /** Indices of examples; those from `from` to `to` (exclusive) are the batch of the update moved to. */
  readonly order: Int32Array;
  readonly from: number;
  readonly to: number;
  moveTo(update: number): void;
}

/**
 * Each pass over the examples has an order of its own and covers every example once, the last batch of a pass
 * being the smaller one. A batch that holds all examples keeps their order.
 */
export function createBatches(examples: number, batchSize: number | null, seed: number): Batches {
  const size = Math.min(batchSize ?? examples, examples);
  const perPass = Math.ceil(examples / size);
  const order = Int32Array.from({ length: examples }, (_, index) => index);
  let shuffled = -1;
  let from = 0;

  /** Fisher–Yates, always from the given order, so that no pass depends on those before. */
  function shuffle(pass: number): void {
    const random = createRandom(seed, pass + 1);
    for (let i = 0; i < examples; i++) order[i] = i;
    for (let i = examples - 1; i > 0; i--) {
      const j = Math.floor(random.uniform() * (i + 1));
      const moved = order[i];
      order[i] = order[j];
      order[j] = moved;
    }
    shuffled = pass;
  }

  return {
    order,
    get from() {
      return from;
    },
    get to() {
      return Math.min(from + size, examples);
    },
    moveTo(update) {
      if (perPass === 1) return;
      const pass = Math.floor(update / perPass);
      if (pass !== shuffled) shuffle(pass);
      from = (update % perPass) * size;
    },
  };
}
