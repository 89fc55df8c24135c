import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/state/config.ts';
import { partingOf, subjectOf, withChange } from '../../src/worker/interventions.ts';
import type { Change, Intervention } from '../../src/worker/protocol.ts';
import { anyChange, anyInterventions } from '../state/anyLink.ts';

describe('a change at an update', () => {
  it('ends the future, replaces what it sets anew, and leaves the rest', () => {
    fc.assert(
      fc.property(anyInterventions, anyChange, fc.nat(LIMITS.update.max), (before, change, update) => {
        const after = withChange(before, change, update);
        expect(after.at(-1)).toEqual({ ...change, update });
        const past = (list: readonly Intervention[]) => list.filter((each) => each.update < update);
        expect(past(after)).toEqual(past(before));
        const same = after.filter((each) => each.update === update && subjectOf(each) === subjectOf(change));
        expect(same).toHaveLength(1);
        const others = before.filter(
          (each) => each.update === update && subjectOf(each) !== subjectOf(change),
        );
        expect(after.slice(past(before).length, -1)).toEqual(others);
      }),
    );
  });

  it.each<[Change, Change, boolean]>([
    [{ kind: 'cut' }, { kind: 'restore' }, true],
    [{ kind: 'cut' }, { kind: 'learningRate', value: 1 }, false],
    [{ kind: 'freeze', layer: 0, unit: 1 }, { kind: 'thaw', layer: 0, unit: 1 }, true],
    [{ kind: 'freeze', layer: 0, unit: 1 }, { kind: 'freeze', layer: 1, unit: 0 }, false],
    [{ kind: 'hold', layer: 0, gate: 1, value: 1 }, { kind: 'hold', layer: 0, gate: 1, value: 0 }, true],
    [{ kind: 'hold', layer: 0, gate: 1, value: 1 }, { kind: 'release', layer: 0, gate: 1 }, true],
    [{ kind: 'hold', layer: 0, gate: 1, value: 1 }, { kind: 'hold', layer: 1, gate: 1, value: 1 }, false],
    [{ kind: 'release', layer: 0, gate: 1 }, { kind: 'thaw', layer: 0, unit: 1 }, false],
    [{ kind: 'weight', index: 3, value: 1 }, { kind: 'weight', index: 3, value: 2 }, true],
    [{ kind: 'weight', index: 3, value: 1 }, { kind: 'weight', index: 4, value: 1 }, false],
  ])('%j and %j set the same: %s', (one, other, expected) => {
    expect(subjectOf(one) === subjectOf(other)).toBe(expected);
  });
});

describe('two histories', () => {
  it('are the same before they part, and one of them has something new there', () => {
    fc.assert(
      fc.property(anyInterventions, anyInterventions, (one, other) => {
        const parting = partingOf(one, other);
        const shared = (list: readonly Intervention[]) => list.filter(({ update }) => update < parting);
        expect(shared(one)).toEqual(shared(other));
        expect(partingOf(other, one)).toBe(parting);
        expect(partingOf(one, structuredClone(one))).toBe(Number.POSITIVE_INFINITY);
        const differs = parting < Number.POSITIVE_INFINITY;
        expect([...one, ...other].some(({ update }) => update === parting)).toBe(differs);
      }),
    );
  });
});
