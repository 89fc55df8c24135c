import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHistory } from '../../src/worker/history.ts';

const lossAt = (update: number) => 1 / (1 + update);
const accuracyAt = (update: number) => (update % 5) / 4;

function filled(last: number) {
  const history = createHistory();
  for (let update = 0; update <= last; update++) history.reach(update, lossAt(update), accuracyAt(update));
  return history;
}

describe('createHistory', () => {
  it('stays within 2,000 points, exact at both ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (last) => {
        const { updates, losses, accuracies } = filled(last).curve();
        expect(updates.length).toBeLessThanOrEqual(2000);
        expect(updates.length).toBeGreaterThanOrEqual(Math.min(last + 1, 1000));
        expect([updates[0], updates.at(-1)]).toEqual([0, last]);
        expect(losses).toEqual(updates.map(lossAt));
        expect(accuracies).toEqual(updates.map(accuracyAt));
      }),
      { numRuns: 15 },
    );
  });

  it('has points close to each other everywhere, and closer where the run began', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40_000 }), (last) => {
        const { updates } = filled(last).curve();
        for (let i = 1; i < updates.length; i++) {
          const gap = updates[i] - updates[i - 1];
          expect(gap).toBeLessThanOrEqual(Math.max(1, Math.min(last / 500, updates[i] / 32)));
        }
      }),
      { numRuns: 15 },
    );
  });

  it('says which update is the next point', () => {
    const history = createHistory();
    let noted = 0;
    history.reach(0, 1, 0);
    for (let update = history.nextAfter(0); update < 30_000; update = history.nextAfter(update)) {
      history.reach(update, lossAt(update), accuracyAt(update));
      noted += 1;
    }
    const last = history.curve().updates.at(-1) ?? 0;
    expect(history.curve()).toEqual(filled(last).curve());
    expect(noted).toBeLessThan(10_000);
  });

  it('ignores what a replay passes again', () => {
    const history = filled(100);
    const before = history.curve();
    history.reach(40, 123, 1);
    expect(history.curve()).toEqual(before);
  });

  it('forgets a future and goes on from there', () => {
    const history = filled(10_001);
    history.forgetFrom(5_003);
    history.reach(5_003, 9, 0);
    const { updates, losses } = history.curve();
    expect(updates.at(-1)).toBe(5_003);
    expect(losses.at(-1)).toBe(9);
    history.reach(5_004, 8, 0);
    expect(history.curve().updates.at(-1)).toBe(5_004);
  });

  it('shows the future that follows a forgotten one as closely as a first one', () => {
    const history = filled(40_000);
    history.forgetFrom(60);
    for (let update = 60; update <= 1500; update++) history.reach(update, lossAt(update), 0);
    expect(history.curve().updates).toEqual(filled(1500).curve().updates);
  });

  it('goes on from a curve as if it had never stopped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 0, max: 9_000 }), (first, more) => {
        const resumed = createHistory(filled(first).curve());
        for (let update = first + 1; update <= first + more; update++) {
          resumed.reach(update, lossAt(update), accuracyAt(update));
        }
        expect(resumed.curve()).toEqual(filled(first + more).curve());
      }),
      { numRuns: 15 },
    );
  });

  it('gives copies', () => {
    const history = filled(3);
    history.curve().losses.fill(7);
    expect(history.curve().losses[0]).toBe(1);
  });
});
