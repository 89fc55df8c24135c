import { describe, expect, it } from 'vitest';
import { createTrainer } from '../../src/engine/index.ts';
import { applyChange, partingOf, withChange } from '../../src/worker/interventions.ts';
import type { Change, Intervention } from '../../src/worker/protocol.ts';
import { helloConfig } from './fakeTrainer.ts';

const cutAt = (update: number): Intervention => ({ kind: 'cut', update });
const rateAt = (update: number, value: number): Intervention => ({ kind: 'learningRate', update, value });

describe('where two histories part', () => {
  it('is the first update of what only one of them has, or has otherwise', () => {
    expect(partingOf([cutAt(5)], [cutAt(5), rateAt(9, 1)])).toBe(9);
    expect(partingOf([rateAt(5, 1)], [rateAt(5, 2)])).toBe(5);
    expect(partingOf([cutAt(5), rateAt(9, 1)], [rateAt(9, 1)])).toBe(5);
    expect(partingOf([{ kind: 'freeze', layer: 0, unit: 1, update: 3 }], [cutAt(8)])).toBe(3);
  });

  it('is nowhere when they are the same', () => {
    expect(partingOf([cutAt(5), rateAt(9, 1)], [cutAt(5), rateAt(9, 1)])).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('a change in a history', () => {
  it('discards what is later, and what it takes the place of', () => {
    const history = [rateAt(2, 1), cutAt(5), rateAt(5, 1), rateAt(9, 1)];
    expect(withChange(history, { kind: 'restore' }, 5)).toEqual([
      rateAt(2, 1),
      rateAt(5, 1),
      { kind: 'restore', update: 5 },
    ]);
  });

  it('leaves other weights and units of the same update alone', () => {
    const weight = (index: number): Change => ({ kind: 'weight', index, value: 1 });
    const unit = (of: number): Change => ({ kind: 'freeze', layer: 0, unit: of });
    const history = [weight(1), unit(1)].map((change) => ({ ...change, update: 5 }));
    expect(withChange(history, weight(2), 5)).toHaveLength(3);
    expect(withChange(history, unit(2), 5)).toHaveLength(3);
    expect(withChange(history, weight(1), 5)).toHaveLength(2);
  });
});

describe('a change of a trainer', () => {
  it('freezes units and lets them go, each by itself, also while the recurrence is cut', () => {
    const trainer = createTrainer(helloConfig());
    for (const unit of [0, 2]) applyChange(trainer, { kind: 'freeze', layer: 0, unit });
    applyChange(trainer, { kind: 'cut' });
    applyChange(trainer, { kind: 'thaw', layer: 0, unit: 0 });
    expect(trainer.ablation).toEqual({ recurrenceCut: true, frozen: [{ layer: 0, unit: 2 }] });
    applyChange(trainer, { kind: 'restore' });
    expect(trainer.ablation.recurrenceCut).toBe(false);
  });

  it('holds gates and lets them go, each by itself; with none held it is as it was', () => {
    const trainer = createTrainer(
      helloConfig({ model: { ...helloConfig().model, cell: 'lstm', layers: 2 } }),
    );
    const before = structuredClone(trainer.save());
    applyChange(trainer, { kind: 'hold', layer: 1, gate: 0, value: 1 });
    applyChange(trainer, { kind: 'hold', layer: 0, gate: 3, value: 0 });
    applyChange(trainer, { kind: 'freeze', layer: 0, unit: 1 });
    applyChange(trainer, { kind: 'hold', layer: 1, gate: 0, value: 0 });
    expect(trainer.ablation).toEqual({
      recurrenceCut: false,
      frozen: [{ layer: 0, unit: 1 }],
      held: [
        { layer: 0, gate: 3, value: 0 },
        { layer: 1, gate: 0, value: 0 },
      ],
    });
    applyChange(trainer, { kind: 'release', layer: 0, gate: 3 });
    expect(trainer.ablation.held).toEqual([{ layer: 1, gate: 0, value: 0 }]);
    applyChange(trainer, { kind: 'release', layer: 1, gate: 0 });
    applyChange(trainer, { kind: 'thaw', layer: 0, unit: 1 });
    expect(trainer.save()).toStrictEqual(before);
  });

  it('does not compute anew what is so already', () => {
    const trainer = createTrainer(helloConfig({ model: { ...helloConfig().model, cell: 'gru' } }));
    applyChange(trainer, { kind: 'hold', layer: 0, gate: 1, value: 1 });
    const { ablation } = trainer;
    applyChange(trainer, { kind: 'hold', layer: 0, gate: 1, value: 1 });
    applyChange(trainer, { kind: 'release', layer: 0, gate: 0 });
    expect(trainer.ablation).toBe(ablation);
  });
});
