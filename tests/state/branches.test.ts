import { describe, expect, it } from 'vitest';
import { endOf, keepBranch, MAX_BRANCHES, seenFrom } from '../../src/state/branches.ts';
import type { Intervention } from '../../src/worker/protocol.ts';

const lr = (update: number, value: number): Intervention => ({ kind: 'learningRate', update, value });
const cut = (update: number): Intervention => ({ kind: 'cut', update });

describe('branches', () => {
  const curve = {
    updates: Float64Array.of(0, 12),
    losses: Float64Array.of(1, 0.5),
    accuracies: Float64Array.of(0, 1),
  };
  const left = (id: number, interventions: readonly Intervention[]) => ({
    id,
    interventions,
    curve,
  });

  it('are the newest eight, each history once', () => {
    const histories = Array.from({ length: MAX_BRANCHES + 2 }, (_, index) => [lr(index, 0.5)]);
    let branches = histories.reduce(
      (kept, history, id) => keepBranch(kept, left(id, history)),
      [] as ReturnType<typeof keepBranch>,
    );
    expect(branches.map(({ id }) => id)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    branches = keepBranch(branches, left(20, structuredClone(histories[4])));
    expect(branches.map(({ id }) => id)).toEqual([2, 3, 5, 6, 7, 8, 9, 20]);
  });

  it('part from the present, which is none of them', () => {
    const all = [left(1, []), left(2, [lr(5, 1)]), left(3, [lr(5, 1), cut(9)])].reduce(
      (kept, each) => keepBranch(kept, each),
      [] as ReturnType<typeof keepBranch>,
    );
    const seen = seenFrom(all, [lr(5, 1)]);
    expect(seen.map(({ id, parting }) => [id, parting])).toEqual([
      [1, 5],
      [3, 9],
    ]);
  });

  it('end where their curve does', () => {
    const nothing = new Float64Array(0);
    expect(endOf(curve)).toBe(12);
    expect(endOf({ updates: nothing, losses: nothing, accuracies: nothing })).toBe(-1);
  });
});
