import { describe, expect, it } from 'vitest';
import { NO_ABLATION } from '../../src/engine/index.ts';
import { createCheckpointPool } from '../../src/worker/checkpoints.ts';

/** Values that single precision does not hold, so that a number takes 8 bytes. */
function at(update: number, numbers = 10, value = 0.1) {
  const values = new Float64Array(numbers).fill(value);
  return { update, learningRate: 1, ablation: NO_ABLATION, values, parameters: values };
}

function keptUpdates(checkpoints: { nearest(update: number): { update: number } | null }, last: number) {
  const kept = new Set<number>();
  for (let update = 0; update <= last; update++) kept.add(checkpoints.nearest(update)?.update ?? -1);
  kept.delete(-1);
  return [...kept];
}

const gapsOf = (kept: readonly number[]) => kept.slice(1).map((update, i) => update - kept[i]);

describe('createCheckpointPool', () => {
  it('finds the nearest at or before an update', () => {
    const checkpoints = createCheckpointPool().open();
    for (const update of [3, 16, 20]) checkpoints.keep(at(update));
    const found = [2, 3, 15, 16, 17, 99].map((update) => checkpoints.nearest(update)?.update ?? null);
    expect(found).toEqual([null, 3, 3, 16, 16, 20]);
  });

  it.each([2, 20, 203])('uses its bytes evenly at every length of a run: %s of them', (capacity) => {
    const pool = createCheckpointPool(80 * capacity);
    const checkpoints = pool.open();
    for (let update = 0; update <= 5000; update++) {
      checkpoints.keep(at(update));
      if (update < capacity || update % 97 > 0) continue;
      expect(pool.bytes).toBe(80 * capacity);
      const kept = keptUpdates(checkpoints, update);
      const widest = Math.max(...gapsOf([0, ...kept, update]));
      expect(widest).toBeLessThanOrEqual(Math.max(2, Math.ceil(1.6 * (update / capacity)) + 1));
    }
  });

  it('saves ever more rarely, even where only one fits', () => {
    const checkpoints = createCheckpointPool(80).open();
    let saves = 0;
    for (let update = 0; update < 100_000; update++) {
      const { values, ...rest } = at(update);
      checkpoints.keep({
        ...rest,
        get values() {
          saves++;
          return values;
        },
      });
    }
    expect(saves).toBeLessThan(25);
    expect(checkpoints.nearest(100_000)?.update).toBeGreaterThan(30_000);
  });

  it('names the next update to keep, and keeps no other', () => {
    const checkpoints = createCheckpointPool(80 * 20).open();
    let next = 0;
    for (let update = 0; update <= 3000; update++) {
      checkpoints.keep(at(update));
      expect(checkpoints.nearest(update)?.update === update).toBe(update === next);
      if (update === next) next = checkpoints.nextAfter(update);
    }
  });

  it('bounds the number of small ones', () => {
    const checkpoints = createCheckpointPool().open();
    for (let update = 0; update <= 50_000; update++) checkpoints.keep(at(update, 1));
    const kept = keptUpdates(checkpoints, 50_000);
    expect(kept.length).toBeLessThanOrEqual(512);
    expect(kept.length).toBeGreaterThan(500);
  });

  it('takes memory from the run that uses most of it', () => {
    const pool = createCheckpointPool(80 * 10);
    const [large, small] = [pool.open(), pool.open()];
    for (let update = 0; update <= 2; update++) small.keep(at(update));
    for (let update = 0; update <= 64; update++) large.keep(at(update));
    expect(keptUpdates(small, 2)).toEqual([0, 1, 2]);
    expect(pool.bytes).toBeLessThanOrEqual(80 * 10);
  });

  it('does without what is larger than the memory, saving it once only', () => {
    const pool = createCheckpointPool(8 * 5);
    const checkpoints = pool.open();
    let saves = 0;
    for (let update = 0; update <= 64; update++) {
      const { values, ...rest } = at(update);
      checkpoints.keep({
        ...rest,
        get values() {
          saves++;
          return values;
        },
      });
    }
    expect([pool.bytes, saves, checkpoints.nearest(64)]).toEqual([0, 1, null]);
  });

  it('makes room for two runs that do not fit together', () => {
    const pool = createCheckpointPool(8 * 15);
    const [a, b] = [pool.open(), pool.open()];
    a.keep(at(0));
    b.keep(at(0));
    expect(pool.bytes).toBeLessThanOrEqual(8 * 15);
  });

  it('forgets a future, goes on from there, and gives memory back', () => {
    const pool = createCheckpointPool();
    const checkpoints = pool.open();
    for (let update = 0; update <= 64; update++) checkpoints.keep(at(update, 10, 0.1));
    checkpoints.forgetFrom(33);
    expect(checkpoints.nearest(64)?.update).toBe(32);
    expect(pool.bytes).toBe(33 * 80);
    checkpoints.keep(at(33, 10, 0.7));
    expect(checkpoints.nearest(33)?.values[0]).toBe(0.7);
    checkpoints.close();
    expect(pool.bytes).toBe(0);
  });

  it('takes half the memory for numbers of single precision, and loses no bit of the few that are not', () => {
    const pool = createCheckpointPool();
    const checkpoints = pool.open();
    const values = Float64Array.from({ length: 1000 }, (_, i) => Math.fround(Math.sin(i)));
    values[998] = 0.9 ** 7;
    values[999] = -0;
    checkpoints.keep({ update: 0, learningRate: 1, ablation: NO_ABLATION, values, parameters: values });
    expect(pool.bytes).toBeLessThan(4100);
    expect(checkpoints.nearest(0)?.values).toEqual(values);
  });

  it('fills the gap before the update at which a run was resumed, once', () => {
    const pool = createCheckpointPool(80 * 20);
    const checkpoints = pool.open();
    for (let update = 1003; update <= 1300; update++) checkpoints.keep(at(update));
    for (let again = 0; again < 2; again++) {
      for (let update = 0; update < 1003; update++) checkpoints.keep(at(update));
      const gaps = gapsOf(keptUpdates(checkpoints, 1300));
      expect(gaps.length).toBeGreaterThanOrEqual(10);
      expect(Math.max(...gaps)).toBeLessThanOrEqual(200);
      expect(pool.bytes).toBeLessThanOrEqual(80 * 20);
    }
  });

  it('does not unpack one that is not later than where the run is', () => {
    const checkpoints = createCheckpointPool().open();
    for (const update of [0, 10]) checkpoints.keep(at(update));
    expect([checkpoints.nearest(15, 10), checkpoints.nearest(15, 9)?.update]).toEqual([null, 10]);
  });

  it('gives moments before an update that are evenly spread', () => {
    const checkpoints = createCheckpointPool().open();
    for (let update = 0; update < 100; update++) checkpoints.keep(at(update));
    const updatesBefore = (update: number) =>
      checkpoints.before(update, 4).map((kept) => kept.checkpoint.update);
    expect(updatesBefore(80)).toEqual([0, 20, 40, 60]);
    expect(updatesBefore(2)).toEqual([0, 1]);
    expect(updatesBefore(0)).toEqual([]);
  });
});
