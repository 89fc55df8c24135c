import { describe, expect, it } from 'vitest';
import { createCheckpointPool } from '../../src/worker/checkpoints.ts';

function at(update: number, numbers = 1) {
  return { update, save: () => ({ update, learningRate: 1, values: new Float64Array(numbers) }) };
}

function keptUpdates(checkpoints: { nearest(update: number): { update: number } | null }, last: number) {
  const kept = new Set<number>();
  for (let update = 0; update <= last; update++) kept.add(checkpoints.nearest(update)?.update ?? -1);
  return [...kept];
}

describe('createCheckpointPool', () => {
  it('finds the nearest at or before an update', () => {
    const checkpoints = createCheckpointPool().open();
    for (let update = 0; update <= 100; update++) checkpoints.keep(at(update));
    expect(checkpoints.nearest(63)?.update).toBe(32);
    expect(checkpoints.nearest(64)?.update).toBe(64);
    expect(checkpoints.nearest(-1)).toBe(null);
  });

  it('stays within its bytes and keeps an even spread', () => {
    const pool = createCheckpointPool(80 * 20);
    const checkpoints = pool.open();
    for (let update = 0; update <= 5000; update++) checkpoints.keep(at(update, 10));
    expect(pool.bytes).toBeLessThanOrEqual(80 * 20);
    const kept = keptUpdates(checkpoints, 5000);
    expect(kept.length).toBeGreaterThanOrEqual(10);
    expect(new Set(kept.slice(1).map((update, i) => update - kept[i])).size).toBe(1);
  });

  it('bounds the number of small ones', () => {
    const checkpoints = createCheckpointPool().open();
    for (let update = 0; update <= 50_000; update++) checkpoints.keep(at(update));
    const kept = keptUpdates(checkpoints, 50_000);
    expect(kept.length).toBeLessThanOrEqual(513);
    expect(kept.length).toBeGreaterThan(250);
  });

  it('takes memory from the run that uses most of it', () => {
    const pool = createCheckpointPool(8 * 100);
    const [large, small] = [pool.open(), pool.open()];
    for (let update = 0; update <= 64; update++) small.keep(at(update, 1));
    for (let update = 0; update <= 640; update++) large.keep(at(update, 10));
    expect(keptUpdates(small, 64)).toEqual([0, 32, 64]);
    expect(pool.bytes).toBeLessThanOrEqual(8 * 100);
  });

  it('does without what is larger than the memory, saving it once only', () => {
    const pool = createCheckpointPool(8 * 5);
    const checkpoints = pool.open();
    let saves = 0;
    for (let update = 0; update <= 64; update++) {
      const { save } = at(update, 10);
      checkpoints.keep({
        update,
        save: () => {
          saves++;
          return save();
        },
      });
    }
    expect([pool.bytes, saves, checkpoints.nearest(64)]).toEqual([0, 1, null]);
  });

  it('makes room for two runs that do not fit together', () => {
    const pool = createCheckpointPool(8 * 15);
    const [a, b] = [pool.open(), pool.open()];
    a.keep(at(0, 10));
    b.keep(at(0, 10));
    expect(pool.bytes).toBeLessThanOrEqual(8 * 15);
  });

  it('forgets a future and gives memory back', () => {
    const pool = createCheckpointPool();
    const checkpoints = pool.open();
    for (let update = 0; update <= 64; update++) checkpoints.keep(at(update));
    checkpoints.forgetAfter(32);
    expect(checkpoints.nearest(64)?.update).toBe(32);
    expect(pool.bytes).toBe(2 * 8);
    checkpoints.close();
    expect(pool.bytes).toBe(0);
  });
});
