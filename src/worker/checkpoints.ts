/** Moments of the runs to go back to, within one memory bound for all runs of a session. */
import type { Checkpoint, Trainer } from '../engine/index.ts';
import { type Packed, pack, unpack } from './packing.ts';

const MEMORY_LIMIT = 64 * 1024 * 1024;
const MAX_PER_RUN = 512;

export interface Checkpoints {
  /** Only updates divisible by this are kept. */
  readonly stride: number;
  /** Saves the trainer's present update if it is to be kept. */
  keep(trainer: Pick<Trainer, 'update' | 'save'>): void;
  /** The latest kept one at or before `update` and later than `after`. */
  nearest(update: number, after?: number): Checkpoint | null;
  /** Up to `count` before `update`, evenly spread, ascending. */
  before(update: number, count: number): Checkpoint[];
  /** Drops `update` and everything later. */
  forgetFrom(update: number): void;
  /** Gives all memory back. */
  close(): void;
}

export interface CheckpointPool {
  readonly bytes: number;
  /** The checkpoints of one more run. */
  open(): Checkpoints;
}

interface Store {
  /** Ascending. */
  kept: Packed[];
  /** New ones are this far apart. */
  stride: number;
  /** The next one to go: those before it are twice the stride apart already. */
  thinAt: number;
  bytes: number;
}

/**
 * Every run keeps the updates divisible by its stride. When memory is full, the run that uses most of it gives up
 * every second one, from the oldest on and one at a time; when it has come to the newest, its stride doubles. So
 * the memory is always used, and what is kept is one or two strides apart. Update 0 needs no checkpoint: a run can
 * always start over.
 */
export function createCheckpointPool(limit = MEMORY_LIMIT): CheckpointPool {
  const stores = new Set<Store>();

  const total = () => [...stores].reduce((sum, store) => sum + store.bytes, 0);

  function thin(store: Store): void {
    if (store.thinAt >= store.kept.length) {
      store.stride *= 2;
      store.thinAt = Math.min(1, store.kept.length - 1);
    }
    const [dropped] = store.kept.splice(store.thinAt, 1);
    store.bytes -= dropped.bytes;
    store.thinAt += 1;
  }

  function makeRoom(): void {
    while (total() > limit) {
      thin([...stores].reduce((most, store) => (store.bytes > most.bytes ? store : most)));
    }
  }

  function open(): Checkpoints {
    const store: Store = { kept: [], stride: 1, thinAt: 1, bytes: 0 };
    stores.add(store);
    let tooLarge = false;
    return {
      get stride() {
        return store.stride;
      },
      keep(trainer) {
        if (tooLarge || trainer.update % store.stride !== 0) return;
        const index = countBefore(store.kept, trainer.update);
        if (!isGap(store, index, trainer.update)) return;
        const packed = pack(trainer.save());
        tooLarge = packed.bytes > limit;
        if (tooLarge) return;
        store.kept.splice(index, 0, packed);
        if (index < store.thinAt && index < store.kept.length - 1) store.thinAt += 1;
        store.bytes += packed.bytes;
        if (store.kept.length > MAX_PER_RUN) thin(store);
        makeRoom();
      },
      nearest(update, after = -1) {
        const index = countBefore(store.kept, update + 1) - 1;
        return index < 0 || store.kept[index].checkpoint.update <= after ? null : unpack(store.kept[index]);
      },
      before(update, count) {
        const available = countBefore(store.kept, update);
        const wanted = Math.min(count, available);
        return Array.from({ length: wanted }, (_, i) =>
          unpack(store.kept[Math.floor((i * available) / wanted)]),
        );
      },
      forgetFrom(update) {
        for (const { bytes } of store.kept.splice(countBefore(store.kept, update))) store.bytes -= bytes;
        store.thinAt = Math.max(1, Math.min(store.thinAt, store.kept.length));
      },
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

/**
 * Whether `update`, the `index`th in order, is worth keeping: at the end, or in a gap of more than two strides, as the
 * one before the update at which a run was resumed.
 */
function isGap({ kept, stride }: Store, index: number, update: number): boolean {
  if (index === kept.length) return true;
  const before = index > 0 ? kept[index - 1].checkpoint.update : Number.NEGATIVE_INFINITY;
  const after = kept[index].checkpoint.update;
  return after - before > 2 * stride && update - before >= stride && after - update >= stride;
}

/** How many are of an earlier update, by bisection. */
function countBefore(kept: readonly Packed[], update: number): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (kept[middle].checkpoint.update < update) low = middle + 1;
    else high = middle;
  }
  return low;
}
