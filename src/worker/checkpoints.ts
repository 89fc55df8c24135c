/** Moments of the runs to seek back to, within one memory bound for all runs of a session. */
import type { Checkpoint, Trainer } from '../engine/index.ts';

const MEMORY_LIMIT = 64 * 1024 * 1024;
const MAX_PER_RUN = 512;
/** Small enough to seek fast in a short run, large enough that saving costs under 1 % of training. */
const FIRST_STRIDE = 32;

export interface Checkpoints {
  /** Only updates divisible by this are kept. */
  readonly stride: number;
  /** Saves the trainer's present update if it is to be kept. */
  keep(trainer: Pick<Trainer, 'update' | 'save'>): void;
  /** The latest kept one at or before `update`. */
  nearest(update: number): Checkpoint | null;
  /** Drops everything later than `update`. */
  forgetAfter(update: number): void;
  /** Gives all memory back. */
  close(): void;
}

export interface CheckpointPool {
  readonly bytes: number;
  /** The checkpoints of one more run. */
  open(): Checkpoints;
}

interface Store {
  readonly kept: Map<number, Checkpoint>;
  stride: number;
  bytes: number;
}

/**
 * Every run keeps each update divisible by its stride. When memory is full the run that uses most of it
 * doubles its stride and drops the rest, so what is kept stays evenly spread. Update 0 needs no checkpoint:
 * a run can always start over.
 */
export function createCheckpointPool(limit = MEMORY_LIMIT): CheckpointPool {
  const stores = new Set<Store>();

  const total = () => [...stores].reduce((sum, store) => sum + store.bytes, 0);

  function drop(store: Store, isDropped: (update: number) => boolean): void {
    for (const [update, checkpoint] of store.kept) {
      if (!isDropped(update)) continue;
      store.kept.delete(update);
      store.bytes -= checkpoint.values.byteLength;
    }
  }

  function thin(store: Store): void {
    store.stride *= 2;
    const last = store.kept.size === 1;
    drop(store, (update) => last || update % store.stride !== 0);
  }

  function makeRoom(): void {
    while (total() > limit) {
      thin([...stores].reduce((most, store) => (store.bytes > most.bytes ? store : most)));
    }
  }

  function open(): Checkpoints {
    const store: Store = { kept: new Map(), stride: FIRST_STRIDE, bytes: 0 };
    stores.add(store);
    let tooLarge = false;
    return {
      get stride() {
        return store.stride;
      },
      keep(trainer) {
        if (tooLarge || trainer.update % store.stride !== 0 || store.kept.has(trainer.update)) return;
        const checkpoint = trainer.save();
        tooLarge = checkpoint.values.byteLength > limit;
        if (tooLarge) return;
        store.kept.set(checkpoint.update, checkpoint);
        store.bytes += checkpoint.values.byteLength;
        if (store.kept.size > MAX_PER_RUN) thin(store);
        makeRoom();
      },
      nearest(update) {
        let best: Checkpoint | null = null;
        for (const checkpoint of store.kept.values()) {
          if (checkpoint.update <= update && checkpoint.update > (best?.update ?? -1)) best = checkpoint;
        }
        return best;
      },
      forgetAfter: (update) => drop(store, (kept) => kept > update),
      close: () => void stores.delete(store),
    };
  }

  return {
    get bytes() {
      return total();
    },
    open,
  };
}
