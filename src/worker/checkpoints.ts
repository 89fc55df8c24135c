/** Moments of the runs to go back to, within one memory bound for all runs of a session. */
import type { Checkpoint, Trainer } from '../engine/index.ts';
import { bytesOf, type Packed, pack, unpack } from './packing.ts';
import type * as relativesModule from './relatives.ts';

/** What makes moments differences from each other. */
export type Relatives = typeof relativesModule;

const MEMORY_LIMIT = 64 * 1024 * 1024;
const MAX_PER_RUN = 512;
/** A new one comes this many times the mean gap after the last: then no gap is ever wider, and the least half as wide. */
const WIDEST = Math.log(4);
/** With fewer updates in a gap, making moments differences would take a sixth of the training, to save little replay. */
const NARROW = 8;

export interface Checkpoints {
  /** The next update after this one that may have to be kept. */
  nextAfter(update: number): number;
  /** Saves the trainer's present update if it is to be kept. */
  keep(trainer: Checkpoint & Pick<Trainer, 'parameters'>): void;
  /** The latest kept one at or before `update` and later than `after`. */
  nearest(update: number, after?: number): Checkpoint | null;
  /** Up to `count` before `update`, evenly spread, ascending. */
  before(update: number, count: number): Packed[];
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
  readonly kept: Packed[];
  /** How many there were when memory was last full; Infinity before. */
  capacity: number;
  /** The updates first and last kept, even if they are dropped by now. */
  first: number;
  last: number;
}

/**
 * Every run keeps every update until memory is full. Then the run that uses most of it gives up the one that leaves the
 * narrowest gap, the oldest of equals, and new ones come further apart the longer the run is; where the gaps are no more
 * narrow, moments first become differences from each other. So all memory is always used, the gaps are as even as they
 * can be without knowing how long the run will be, and saves become rare (Bar-On et al., Tight Bounds on Online
 * Checkpointing Algorithms).
 * Update 0 needs no checkpoint: a run can always start over.
 *
 * `source` makes the differences, or gets what does when they are first wanted; without it there are none.
 */
export function createCheckpointPool(
  limit = MEMORY_LIMIT,
  source: Relatives | (() => Promise<Relatives>) | null = null,
): CheckpointPool {
  const stores = new Set<Store>();
  let relatives = typeof source === 'object' ? source : null;
  let isAwaited = false;

  const total = () => [...stores].reduce((sum, store) => sum + sizeOf(store), 0);

  async function fetchRelatives(): Promise<void> {
    if (isAwaited || typeof source !== 'function') return;
    isAwaited = true;
    relatives = await source().catch(() => null);
  }

  function tighten(store: Store): boolean {
    if (meanGap(store) < NARROW) return false;
    void fetchRelatives();
    return relatives?.tighten(store.kept) ?? false;
  }

  function thin(store: Store): void {
    const { kept } = store;
    const index = narrowest(kept, relatives?.neededOnes(kept));
    if (relatives === null) kept.splice(index, 1);
    else relatives.drop(kept, index);
    store.capacity = kept.length;
  }

  function makeRoom(): void {
    while (total() > limit) {
      const largest = [...stores].reduce((most, store) => (sizeOf(store) > sizeOf(most) ? store : most));
      if (!tighten(largest)) thin(largest);
    }
  }

  function open(): Checkpoints {
    const store: Store = { kept: [], capacity: Number.POSITIVE_INFINITY, first: 0, last: -1 };
    stores.add(store);
    let tooLarge = false;
    return {
      nextAfter: (update) => nextAfter(store, update),
      keep(trainer) {
        if (tooLarge || nextAfter(store, trainer.update - 1) !== trainer.update) return;
        const index = countBefore(store.kept, trainer.update);
        if (store.kept[index]?.checkpoint.update === trainer.update) return;
        const packed = pack(trainer, trainer.parameters.length);
        tooLarge = bytesOf(packed) > limit;
        if (tooLarge) return;
        store.first = store.last < 0 ? trainer.update : Math.min(store.first, trainer.update);
        store.last = Math.max(store.last, trainer.update);
        store.kept.splice(index, 0, packed);
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
        return Array.from({ length: wanted }, (_, i) => store.kept[Math.floor((i * available) / wanted)]);
      },
      forgetFrom(update) {
        store.kept.splice(countBefore(store.kept, update));
        store.last = Math.min(store.last, update - 1);
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

function sizeOf({ kept }: Store): number {
  return kept.reduce((sum, packed) => sum + bytesOf(packed), 0);
}

function meanGap({ kept, capacity, first, last }: Store): number {
  return Math.max(0, last - first) / Math.max(1, capacity, kept.length);
}

/** How far apart new ones are. */
function spacing(store: Store): number {
  return Math.max(1, Math.round(WIDEST * meanGap(store)));
}

/**
 * The next update to keep: beyond the last one, or in a gap as wide as the one before the update at which a run was
 * resumed. Where there is neither, the next one that is kept already.
 */
function nextAfter(store: Store, update: number): number {
  const { kept, last } = store;
  const index = countBefore(kept, update + 1);
  const apart = spacing(store);
  if (index === kept.length) return Math.max(update + 1, last < 0 ? 0 : last + apart);
  const before = kept[index - 1]?.checkpoint.update ?? Number.NEGATIVE_INFINITY;
  const after = kept[index].checkpoint.update;
  const next = Math.max(update + 1, before + apart);
  return after - before > 2 * apart && after - next >= apart ? next : after;
}

/** The one without which the gap is the narrowest, of those that no others need, but never the last of several. */
function narrowest(kept: readonly Packed[], needed?: ReadonlySet<Packed>): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < kept.length - 1; i++) {
    if (needed?.has(kept[i])) continue;
    const gap = kept[i + 1].checkpoint.update - (kept[i - 1]?.checkpoint.update ?? 0);
    if (gap >= least) continue;
    least = gap;
    best = i;
  }
  return best;
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
