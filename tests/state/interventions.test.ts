import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countParameters, type ModelConfig } from '../../src/engine/index.ts';
import { endOf, keepBranch, MAX_BRANCHES, seenFrom } from '../../src/state/branches.ts';
import { LIMITS } from '../../src/state/config.ts';
import {
  isUsable,
  partingOf,
  sameInterventions,
  setTheSame,
  withChange,
} from '../../src/state/interventions.ts';
import type { Change, Intervention } from '../../src/worker/protocol.ts';
import { anyChange, anyInterventions } from './anyLink.ts';

const model: ModelConfig = {
  cell: 'gru',
  nonlinearity: 'tanh',
  inputSize: 4,
  hiddenSize: 3,
  layers: 2,
  outputSize: 4,
};
const PARAMETERS = countParameters(model);

const lr = (update: number, value: number): Intervention => ({ kind: 'learningRate', update, value });
const cut = (update: number): Intervention => ({ kind: 'cut', update });

describe('a change at an update', () => {
  it('ends the future, replaces what it sets anew, and leaves the rest', () => {
    fc.assert(
      fc.property(anyInterventions, anyChange, fc.nat(LIMITS.update.max), (before, change, update) => {
        const after = withChange(before, change, update);
        expect(after.at(-1)).toEqual({ ...change, update });
        const past = (list: readonly Intervention[]) => list.filter((each) => each.update < update);
        expect(past(after)).toEqual(past(before));
        const same = after.filter((each) => each.update === update && setTheSame(each, change));
        expect(same).toHaveLength(1);
        const others = before.filter((each) => each.update === update && !setTheSame(each, change));
        expect(after.slice(past(before).length, -1)).toEqual(others);
      }),
    );
  });

  it.each<[Change, Change, boolean]>([
    [{ kind: 'cut' }, { kind: 'restore' }, true],
    [{ kind: 'cut' }, { kind: 'learningRate', value: 1 }, false],
    [{ kind: 'freeze', layer: 0, unit: 1 }, { kind: 'thaw', layer: 0, unit: 1 }, true],
    [{ kind: 'freeze', layer: 0, unit: 1 }, { kind: 'freeze', layer: 1, unit: 0 }, false],
    [{ kind: 'weight', index: 3, value: 1 }, { kind: 'weight', index: 3, value: 2 }, true],
    [{ kind: 'weight', index: 3, value: 1 }, { kind: 'weight', index: 4, value: 1 }, false],
  ])('%j and %j set the same: %s', (one, other, expected) => {
    expect(setTheSame(one, other)).toBe(expected);
  });
});

describe('a network has', () => {
  it.each<[Change, boolean]>([
    [{ kind: 'cut' }, true],
    [{ kind: 'learningRate', value: 1000 }, true],
    [{ kind: 'learningRate', value: 0 }, false],
    [{ kind: 'learningRate', value: Number.NaN }, false],
    [{ kind: 'weight', index: PARAMETERS - 1, value: -1000 }, true],
    [{ kind: 'weight', index: PARAMETERS, value: 0 }, false],
    [{ kind: 'weight', index: -1, value: 0 }, false],
    [{ kind: 'weight', index: 0.5, value: 0 }, false],
    [{ kind: 'weight', index: 0, value: 1000.5 }, false],
    [{ kind: 'weight', index: 0, value: Number.NaN }, false],
    [{ kind: 'freeze', layer: 1, unit: 2 }, true],
    [{ kind: 'thaw', layer: 2, unit: 0 }, false],
    [{ kind: 'freeze', layer: 0, unit: 3 }, false],
  ])('what %j names: %s', (change, expected) => {
    expect(isUsable(change, model, PARAMETERS)).toBe(expected);
  });
});

describe('two histories', () => {
  it.each<[Intervention[], Intervention[], number]>([
    [[], [], Number.POSITIVE_INFINITY],
    [[], [lr(5, 1)], 5],
    [[lr(5, 1), cut(9)], [lr(5, 1)], 9],
    [[lr(5, 1), cut(9)], [lr(5, 2), cut(9)], 5],
    [[lr(5, 1), cut(9)], [lr(5, 1), cut(7)], 7],
    [[lr(5, 1)], [{ kind: 'weight', index: 0, update: 5, value: 1 }], 5],
  ])('%j and %j part at %s', (one, other, parting) => {
    expect(partingOf(one, other)).toBe(parting);
    expect(partingOf(other, one)).toBe(parting);
  });

  it('are the same before they part, and one of them has something new there', () => {
    fc.assert(
      fc.property(anyInterventions, anyInterventions, (one, other) => {
        const parting = partingOf(one, other);
        const shared = (list: readonly Intervention[]) => list.filter(({ update }) => update < parting);
        expect(shared(one)).toEqual(shared(other));
        expect(sameInterventions(one, structuredClone(one))).toBe(true);
        const differs = parting < Number.POSITIVE_INFINITY;
        expect([...one, ...other].some(({ update }) => update === parting)).toBe(differs);
      }),
    );
  });
});

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
    update: 10,
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
