/** Histories that cannot be: in a plan, in a command, beside a change. The run stays sound in each case. */
import { describe, expect, it } from 'vitest';
import { createTrainer } from '../../src/engine/index.ts';
import type { Intervention } from '../../src/worker/protocol.ts';
import { helloConfig } from './fakeTrainer.ts';
import { createHarness, EVERYTHING } from './sessionHarness.ts';

/** W_hy of a letter that is never right: the loss becomes thousands of nats. */
const RUINOUS = { kind: 'weight', index: 35, value: 1e5 } as const;
const ruinAt = (update: number): Intervention => ({ ...RUINOUS, update });
const lastUpdate = (curve: { updates: Float64Array } | null) => curve?.updates.at(-1);

function started(interventions: readonly Intervention[] = [], update = 0) {
  const harness = createHarness({ createTrainer });
  harness.create(1, helloConfig({ interventions }), update);
  harness.settle();
  return harness;
}

describe('a planned change that blows the loss up', () => {
  it.each([0, 30])('stops every way there at update %s, with the last usable loss', (update) => {
    const harness = started([ruinAt(update)], 50);
    for (const target of [60, update, 45]) {
      harness.session.receive({ type: 'seek', runId: 1, update: target });
      harness.settle();
      const shown = harness.look(1, EVERYTHING);
      expect(shown).toMatchObject({ update, phase: { kind: 'diverged', update } });
      expect(shown.loss).toBeLessThan(2);
      expect(lastUpdate(shown.curve)).toBe(update);
    }
    harness.session.receive({ type: 'train', runId: 1, pace: null, until: null });
    expect(harness.look()).toMatchObject({ update, phase: { kind: 'diverged' } });
  });

  it('stays in the history beside another change, and goes when its weight is set anew', () => {
    const harness = started([ruinAt(30)], 50);
    const rate = { kind: 'learningRate', value: 0.1 } as const;
    harness.session.receive({ type: 'intervene', runId: 1, change: rate });
    expect(harness.look()).toMatchObject({
      phase: { kind: 'diverged' },
      interventions: [ruinAt(30), { ...rate, update: 30 }],
    });
    harness.session.receive({ type: 'intervene', runId: 1, change: { ...RUINOUS, value: 0.5 } });
    harness.session.receive({ type: 'advance', runId: 1, count: 10 });
    harness.settle();
    expect(harness.look()).toMatchObject({
      update: 40,
      phase: { kind: 'paused' },
      interventions: [
        { ...rate, update: 30 },
        { ...RUINOUS, value: 0.5, update: 30 },
      ],
    });
  });

  it('is left by another history', () => {
    const harness = started([ruinAt(30)], 50);
    harness.session.receive({ type: 'rewrite', runId: 1, interventions: [], update: 30 });
    harness.settle();
    expect(harness.look()).toMatchObject({ update: 30, phase: { kind: 'paused' }, interventions: [] });
  });
});

describe('a change that cannot be', () => {
  it.each([
    { ...RUINOUS },
    { kind: 'weight', index: 9999, value: 0 },
    { kind: 'weight', index: 0, value: Number.NaN },
    { kind: 'learningRate', value: -1 },
    { kind: 'freeze', layer: 0, unit: 3 },
    { kind: 'thaw', layer: 1, unit: 0 },
  ] as const)('is refused and leaves everything as it was: %j', (change) => {
    const harness = started([], 40);
    harness.session.receive({ type: 'seek', runId: 1, update: 20 });
    harness.settle();
    const { version: _, ...before } = harness.look(1, EVERYTHING);
    harness.session.receive({ type: 'intervene', runId: 1, change });
    expect(harness.replies.at(-1)).toMatchObject({ type: 'refused', runId: 1, change });
    const { version: __, ...after } = harness.look(1, EVERYTHING);
    expect(after).toEqual(before);
  });

  it.each<Intervention>([
    { kind: 'weight', index: 9999, value: 0, update: 10 },
    { kind: 'weight', index: 0, value: Number.POSITIVE_INFINITY, update: 10 },
    { kind: 'learningRate', value: Number.NaN, update: 10 },
    { kind: 'freeze', layer: 0, unit: 3, update: 10 },
  ])('refuses the history it is in, or the creation: %j', (impossible) => {
    const harness = started([], 40);
    const { version: _, ...before } = harness.look(1, EVERYTHING);
    const { update: __, ...change } = impossible;
    harness.session.receive({ type: 'rewrite', runId: 1, interventions: [impossible], update: 5 });
    expect(harness.replies.at(-1)).toEqual({ type: 'refused', runId: 1, change, loss: Number.NaN });
    const { version: ___, ...after } = harness.look(1, EVERYTHING);
    expect(after).toEqual(before);
    harness.create(2, helloConfig({ interventions: [impossible] }));
    expect(harness.replies.at(-1)).toMatchObject({ type: 'failed', runId: 2 });
  });
});

describe('a long run', () => {
  it('has a curve that is exact at its end where another history begins later', () => {
    const harness = started([], 9000);
    harness.session.receive({ type: 'seek', runId: 1, update: 4001 });
    harness.settle();
    harness.session.receive({ type: 'rewrite', runId: 1, interventions: [ruinAt(4003)], update: 4001 });
    harness.settle();
    const { curve, loss, update } = harness.look(1, EVERYTHING);
    expect([update, lastUpdate(curve), curve?.losses.at(-1)]).toEqual([4001, 4001, loss]);
  });
});
