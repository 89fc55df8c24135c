import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_ABLATION } from '../../src/engine/index.ts';
import { createCheckpointPool } from '../../src/worker/checkpoints.ts';
import { isDifference, type Packed, unpack } from '../../src/worker/packing.ts';
import * as relatives from '../../src/worker/relatives.ts';

const PARAMETERS = 40;
const LENGTH = 3 * PARAMETERS + 2;
const WHOLE = 4 * LENGTH;
const UNUSUAL = [Number.NaN, 0, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e-45, -1e-39];

/** The trainer at an update of the `history`-th history; now and then with numbers that single precision does not hold. */
function trainerAt(update: number, history: number) {
  const values = Float64Array.from({ length: LENGTH }, (_, i) => {
    if ((i + update) % 41 === 0) return UNUSUAL[(i + update + history) % UNUSUAL.length];
    const value = Math.fround(Math.abs(Math.sin(i + 1)) * (1 + update * 1e-5) + history * 1e-3);
    return update % 13 === 5 ? value + 1e-12 : value;
  });
  values[LENGTH - 1] = 0.9 ** update;
  return {
    update,
    learningRate: 1,
    ablation: NO_ABLATION,
    values,
    parameters: values.subarray(0, PARAMETERS),
  };
}

/** To the bit, but for the kinds of not a number. */
function isSame(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}

type Deed =
  | { readonly kind: 'train'; readonly updates: number }
  | { readonly kind: 'seek'; readonly update: number }
  | { readonly kind: 'look'; readonly count: number }
  | { readonly kind: 'change' };

const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.nat(80).map((updates) => ({ kind: 'train' as const, updates })) },
    { weight: 4, arbitrary: fc.nat(300).map((update) => ({ kind: 'seek' as const, update })) },
    { weight: 2, arbitrary: fc.nat(12).map((count) => ({ kind: 'look' as const, count })) },
    { weight: 1, arbitrary: fc.constant({ kind: 'change' as const }) },
  ),
  { maxLength: 30 },
);

describe('createCheckpointPool', () => {
  it('gives back every moment as it was, whatever was kept, dropped, forgotten or handed out meanwhile', () => {
    let differences = 0;
    fc.assert(
      fc.property(deeds, fc.integer({ min: 2, max: 12 }), (all, room) => {
        const pool = createCheckpointPool(WHOLE * room, relatives);
        const checkpoints = pool.open();
        /** The history each update is of. */
        const historyOf: number[] = [];
        const handedOut: { readonly packed: Packed; readonly values: Float64Array }[] = [];
        let update = 0;
        let history = 0;

        function arrive(at: number) {
          update = at;
          historyOf[at] ??= history;
          checkpoints.keep(trainerAt(at, historyOf[at]));
        }

        function go(to: number) {
          while (update < to) arrive(update + 1);
        }

        function seek(to: number) {
          const kept = checkpoints.nearest(to, to < update ? -1 : update);
          if (kept === null && to < update) arrive(0);
          if (kept !== null) {
            expect(isSame(kept.values, trainerAt(kept.update, historyOf[kept.update]).values)).toBe(true);
            arrive(kept.update);
          }
          go(to);
        }

        arrive(0);
        for (const deed of all) {
          if (deed.kind === 'train') go(update + deed.updates);
          else if (deed.kind === 'seek') seek(deed.update);
          else if (deed.kind === 'look') {
            for (const packed of checkpoints.before(update, deed.count)) {
              const at = packed.checkpoint.update;
              handedOut.push({ packed, values: trainerAt(at, historyOf[at]).values });
            }
          } else {
            checkpoints.forgetFrom(update);
            historyOf.length = update;
            history++;
            arrive(update);
          }
        }
        differences += checkpoints.before(update, room).filter(({ values }) => isDifference(values)).length;
        expect(pool.bytes).toBeLessThanOrEqual(WHOLE * room);
        for (const { packed, values } of handedOut) expect(isSame(unpack(packed).values, values)).toBe(true);
        for (let at = 0; at < historyOf.length; at++) {
          const kept = checkpoints.nearest(at);
          if (kept === null) continue;
          expect(isSame(kept.values, trainerAt(kept.update, historyOf[kept.update]).values)).toBe(true);
        }
      }),
      // Chance decides how many differences there are: about 1.6 a run.
      { numRuns: 200 },
    );
    expect(differences).toBeGreaterThan(100);
  });

  it('sends once for what makes differences, when that is first worth while, and gives moments up until it is there', async () => {
    const loads: ((loaded: typeof relatives) => void)[] = [];
    const pool = createCheckpointPool(WHOLE * 6, () => new Promise((resolve) => loads.push(resolve)));
    const checkpoints = pool.open();
    const keep = (from: number, to: number) => {
      for (let update = from; update < to; update++) checkpoints.keep(trainerAt(update, 0));
      return checkpoints.before(to, 100);
    };
    const areDifferences = (kept: readonly Packed[]) => kept.map(({ values }) => isDifference(values));
    expect(keep(14, 18)).toHaveLength(4);
    expect(loads).toHaveLength(0);
    expect(areDifferences(keep(18, 80))).not.toContain(true);
    expect(loads).toHaveLength(1);
    loads[0](relatives);
    await Promise.resolve();
    await Promise.resolve();
    expect(areDifferences(keep(80, 120))).toContain(true);
    expect(loads).toHaveLength(1);
    expect(pool.bytes).toBeLessThanOrEqual(WHOLE * 6);
  });

  it('goes on without differences where what makes them cannot be had', async () => {
    const pool = createCheckpointPool(WHOLE * 6, () => Promise.reject(new Error('no network')));
    const checkpoints = pool.open();
    for (let update = 0; update < 90; update++) {
      checkpoints.keep(trainerAt(update, 0));
      await Promise.resolve();
    }
    expect(checkpoints.nearest(89)?.values).toEqual(
      trainerAt(checkpoints.nearest(89)?.update ?? 0, 0).values,
    );
    expect(pool.bytes).toBeLessThanOrEqual(WHOLE * 6);
  });
});
