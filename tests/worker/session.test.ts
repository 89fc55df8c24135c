import { describe, expect, it } from 'vitest';
import { DivergenceError } from '../../src/engine/index.ts';
import { createFakeTrainer, helloConfig } from './fakeTrainer.ts';
import { createHarness, EVERYTHING } from './sessionHarness.ts';

const FLAT_OUT = { type: 'train', runId: 1, pace: null, until: null } as const;

describe('training', () => {
  it('shows the start, paused, when created', () => {
    const harness = createHarness();
    harness.create();
    expect(harness.look()).toMatchObject({ update: 0, phase: { kind: 'paused' } });
    expect(harness.slice()).toBe(false);
  });

  it('works in slices of about 8 ms and looks at the clock seldom', () => {
    const harness = createHarness({ stepTime: 0.002 });
    harness.create();
    harness.session.receive(FLAT_OUT);
    harness.advanceTime(1000);
    const { update } = harness.look();
    expect(update).toBeGreaterThan(490_000);
    expect(harness.time / harness.slices).toBeGreaterThan(7);
    expect(harness.time / harness.slices).toBeLessThan(10);
    expect(harness.looks).toBeLessThan(update / 50);
  });

  it('does one step a slice when a step is longer', () => {
    const harness = createHarness({ stepTime: 130 });
    harness.create();
    harness.session.receive(FLAT_OUT);
    for (let i = 0; i < 5; i++) harness.slice();
    expect(harness.look().update).toBe(5);
  });

  it.each([1, 5, 60, 333.3, 1000])('keeps a pace of %s updates a second without drift', (pace) => {
    const harness = createHarness({ stepTime: 0.1 });
    harness.create();
    harness.session.receive({ ...FLAT_OUT, pace });
    harness.advanceTime(60_000);
    // One comes at once, so that a press of the button is answered.
    expect(Math.abs(harness.look().update - (1 + pace * 60))).toBeLessThanOrEqual(1.2);
  });

  it('does not jump ahead after the page slept', () => {
    const harness = createHarness();
    harness.create();
    harness.session.receive({ ...FLAT_OUT, pace: 5 });
    harness.advanceTime(1000);
    const before = harness.look().update;
    harness.sleep(60_000);
    harness.advanceTime(1);
    expect(harness.look().update - before).toBeLessThanOrEqual(2);
    harness.advanceTime(1000);
    expect(harness.look().update - before).toBeLessThanOrEqual(7);
  });

  it('catches up no more than a slice where steps are too slow for the pace', () => {
    const harness = createHarness({ stepTime: 3 });
    harness.create();
    harness.session.receive({ ...FLAT_OUT, pace: 1000 });
    harness.advanceTime(3000);
    harness.session.receive({ ...FLAT_OUT, pace: 1 });
    const { update } = harness.look();
    harness.advanceTime(999);
    expect(harness.look().update).toBeLessThanOrEqual(update + 1);
  });

  it('changes pace at once, keeping the part of an update already waited for', () => {
    const harness = createHarness();
    harness.create();
    harness.session.receive({ ...FLAT_OUT, pace: 1 });
    harness.advanceTime(500);
    expect(harness.look().update).toBe(1);
    harness.session.receive({ ...FLAT_OUT, pace: 10 });
    harness.advanceTime(51);
    expect(harness.look().update).toBe(2);
    harness.session.receive(FLAT_OUT);
    harness.advanceTime(50);
    expect(harness.look().update).toBeGreaterThan(1000);
    harness.session.receive({ ...FLAT_OUT, pace: 2 });
    const { update } = harness.look();
    harness.advanceTime(1000);
    expect(harness.look().update).toBe(update + 2);
  });

  it('pauses', () => {
    const harness = createHarness();
    harness.create();
    harness.session.receive(FLAT_OUT);
    harness.advanceTime(20);
    harness.session.receive({ type: 'pause', runId: 1 });
    const paused = harness.look();
    harness.settle();
    expect(harness.look()).toMatchObject({ update: paused.update, phase: { kind: 'paused' } });
  });

  it('advances by exactly so many updates', () => {
    const harness = createHarness();
    harness.create();
    for (const count of [1, 10, 12_345]) harness.session.receive({ type: 'advance', runId: 1, count });
    harness.settle();
    expect(harness.look()).toMatchObject({ update: 12_356, phase: { kind: 'paused' } });
    harness.session.receive({ type: 'advance', runId: 1, count: 10 });
    harness.settle();
    expect(harness.look().update).toBe(12_366);
  });

  it('stops at the first update that is right, and stays where it already is', () => {
    const harness = createHarness({ isRight: (update) => update >= 777 && update !== 778 });
    harness.create();
    harness.session.receive({ ...FLAT_OUT, until: { kind: 'accuracy', share: 1 } });
    harness.settle();
    expect(harness.look()).toMatchObject({ update: 777, phase: { kind: 'paused' } });
    harness.session.receive({ ...FLAT_OUT, until: { kind: 'accuracy', share: 1 } });
    expect(harness.look()).toMatchObject({ update: 777, phase: { kind: 'paused' } });
    harness.session.receive({ type: 'advance', runId: 1, count: 1 });
    harness.session.receive({ ...FLAT_OUT, pace: 10, until: { kind: 'update', update: 790 } });
    harness.settle();
    expect(harness.look()).toMatchObject({ update: 790, phase: { kind: 'paused' } });
  });

  it('ignores commands for runs that do not exist', () => {
    const harness = createHarness();
    harness.session.receive(FLAT_OUT);
    harness.session.receive({ type: 'dispose', runId: 9 });
    harness.pull(9);
    harness.settle();
    expect(harness.replies).toEqual([]);
  });
});

describe('several runs', () => {
  it('share the time evenly, whatever a step takes', () => {
    const harness = createHarness();
    for (const runId of [1, 2, 3]) {
      harness.create(runId);
      harness.session.receive({ ...FLAT_OUT, runId });
    }
    harness.advanceTime(2000);
    const updates = [1, 2, 3].map((runId) => harness.look(runId).update);
    expect(Math.max(...updates) / Math.min(...updates)).toBeLessThan(1.1);
  });

  it('lets one that comes later neither wait nor hurry', () => {
    const harness = createHarness();
    harness.create(1);
    harness.session.receive(FLAT_OUT);
    harness.advanceTime(2000);
    const before = harness.look(1).update;
    harness.create(2);
    harness.session.receive({ ...FLAT_OUT, runId: 2 });
    harness.advanceTime(1000);
    const gained = harness.look(1).update - before;
    expect(harness.look(2).update / gained).toBeGreaterThan(0.9);
    expect(harness.look(2).update / gained).toBeLessThan(1.1);
  });

  it('end with dispose', () => {
    const harness = createHarness();
    harness.create(1);
    harness.session.receive(FLAT_OUT);
    harness.session.receive({ type: 'dispose', runId: 1 });
    harness.settle();
    harness.pull(1);
    expect(harness.snapshots()).toEqual([]);
  });
});

describe('pulling', () => {
  it('answers once, and only when something is new', () => {
    const harness = createHarness();
    harness.create();
    const { version } = harness.look();
    const requestId = harness.pull(1, version);
    expect(harness.replies.length).toBe(1);
    harness.session.receive({ type: 'advance', runId: 1, count: 1 });
    expect(harness.replies.length).toBe(2);
    expect(harness.replies[1]).toMatchObject({ type: 'snapshots', requestId });
    harness.settle();
    expect(harness.replies.length).toBe(2);
  });

  it('lets a later pull replace a waiting one', () => {
    const harness = createHarness();
    harness.create();
    const { version } = harness.look();
    harness.pull(1, version);
    const second = harness.pull(1, version);
    harness.session.receive({ type: 'pause', runId: 1 });
    expect(harness.replies.slice(1)).toMatchObject([{ requestId: second }]);
  });

  it('answers with the runs that are new and leaves the others out', () => {
    const harness = createHarness();
    harness.create(1);
    harness.create(2);
    const include = EVERYTHING;
    const wants = [harness.look(1), harness.look(2)].map(({ runId, version }) => ({
      runId,
      since: version,
      include,
    }));
    harness.session.receive({ type: 'pull', requestId: 99, wants });
    harness.session.receive({ type: 'advance', runId: 2, count: 1 });
    expect(harness.replies.at(-1)).toMatchObject({ requestId: 99, snapshots: [{ runId: 2 }] });
  });

  it('gives what is asked for, in memory of its own that is transferred', () => {
    const harness = createHarness();
    harness.create();
    expect(harness.look()).toMatchObject({ gates: null, parameters: null, curve: null, resume: null });
    const first = harness.look(1, EVERYTHING);
    const transferred = harness.transfers.at(-1) ?? [];
    expect(new Set(transferred).size).toBe(transferred.length);
    expect(structuredClone(first, { transfer: [...transferred] })).toMatchObject({ update: 0 });
    harness.session.receive({ type: 'advance', runId: 1, count: 3 });
    harness.settle();
    expect(harness.look(1, EVERYTHING)).toMatchObject({
      update: 3,
      curve: { updates: Float64Array.of(0, 1, 2, 3) },
      resume: { checkpoint: { update: 3 }, curve: { updates: Float64Array.of(0, 1, 2, 3) } },
    });
  });

  it('spends little of the time in training on costly snapshots, and none of it at rest', () => {
    const harness = createHarness({ stepTime: 8, answerTime: 3 });
    harness.create();
    harness.session.receive(FLAT_OUT);
    const { time } = harness;
    for (let version = 0; harness.time < time + 3000; harness.slice()) {
      const newest = harness.snapshots().at(-1)?.version ?? 0;
      if (version !== newest || newest === 0) harness.pull(1, newest);
      version = newest;
    }
    const share = (3 * harness.snapshots().length) / 3000;
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.04);
    harness.pull(1);
    const { length } = harness.snapshots();
    harness.session.receive({ type: 'pause', runId: 1 });
    expect(harness.snapshots().length).toBe(length + 1);
  });

  it('shows a run that comes to rest at once, whatever other runs are at work', () => {
    const harness = createHarness({ stepTime: 8, answerTime: 30 });
    for (const runId of [1, 2]) harness.create(runId);
    const { version } = harness.look(1);
    harness.session.receive({ ...FLAT_OUT, runId: 2 });
    harness.pull(2);
    harness.advanceTime(300);
    const { length } = harness.snapshots();
    expect(length).toBe(2);
    harness.pull(1, version);
    harness.session.receive({ type: 'advance', runId: 1, count: 2 });
    const before = harness.time;
    while (harness.snapshots().at(-1)?.phase.kind !== 'paused') harness.slice();
    expect(harness.snapshots().slice(length)).toMatchObject([{ runId: 1, update: 2 }]);
    expect(harness.time - before).toBeLessThan(100);
  });

  it('answers a ping at once', () => {
    const harness = createHarness();
    harness.session.receive({ type: 'ping' });
    expect(harness.replies).toEqual([{ type: 'pong' }]);
  });
});

describe('failure', () => {
  it('of a creation is said, and does not touch the other runs', () => {
    const harness = createHarness({
      createTrainer: (options) => {
        if (options.model.hiddenSize > 512) throw new RangeError('hiddenSize must be 1 to 512');
        return createFakeTrainer()(options);
      },
    });
    harness.create(1);
    const config = helloConfig();
    harness.create(2, { ...config, model: { ...config.model, hiddenSize: 513 } });
    expect(harness.replies).toEqual([{ type: 'failed', runId: 2, message: 'hiddenSize must be 1 to 512' }]);
    expect(harness.look(1).update).toBe(0);
  });
});

describe('divergence', () => {
  it('stops at the last good update until the run goes elsewhere', () => {
    const harness = createHarness({
      beforeStep: (update) => {
        if (update === 500) throw new DivergenceError(update, Number.POSITIVE_INFINITY, null);
      },
    });
    harness.create();
    harness.session.receive(FLAT_OUT);
    harness.settle();
    const diverged = { kind: 'diverged', update: 500, loss: Number.POSITIVE_INFINITY };
    expect(harness.look(1, EVERYTHING)).toMatchObject({
      update: 499,
      phase: diverged,
      resume: { checkpoint: { update: 499 } },
    });
    for (const command of [
      FLAT_OUT,
      { type: 'advance', runId: 1, count: 3 },
      { type: 'pause', runId: 1 },
    ] as const) {
      harness.session.receive(command);
      harness.settle();
      expect(harness.look()).toMatchObject({ update: 499, phase: diverged });
    }
    harness.session.receive({ type: 'seek', runId: 1, update: 300 });
    harness.settle();
    expect(harness.look()).toMatchObject({ update: 300, phase: { kind: 'paused' } });
    harness.session.receive({ type: 'seek', runId: 1, update: 600 });
    harness.settle();
    expect(harness.look()).toMatchObject({ update: 499, phase: diverged });
    for (const command of [
      { type: 'seek', runId: 1, update: 499 },
      { type: 'advance', runId: 1, count: 1 },
      { type: 'train', runId: 1, pace: null, until: { kind: 'update', update: 499 } },
    ] as const) {
      harness.session.receive({ type: 'seek', runId: 1, update: 498 });
      harness.settle();
      expect(harness.look()).toMatchObject({ update: 498, phase: { kind: 'paused' } });
      harness.session.receive(command);
      harness.settle();
      expect(harness.look()).toMatchObject({ update: 499, phase: diverged });
    }
    harness.session.receive({ type: 'seek', runId: 1, update: 499 });
    harness.settle();
    expect(harness.look()).toMatchObject({ update: 499, phase: diverged });
    harness.session.receive({ type: 'intervene', runId: 1, change: { kind: 'learningRate', value: 0.001 } });
    expect(harness.look()).toMatchObject({ update: 499, phase: { kind: 'paused' } });
    harness.create();
    expect(harness.look()).toMatchObject({ update: 0, phase: { kind: 'paused' } });
  });

  it('is known to who goes on from what was kept', () => {
    const harness = createHarness({
      beforeStep: (update) => {
        if (update === 500) throw new DivergenceError(update, Number.NaN, null);
      },
    });
    harness.create();
    harness.session.receive(FLAT_OUT);
    harness.settle();
    const { resume } = harness.look(1, EVERYTHING);
    const phase = { kind: 'diverged', update: 500, loss: Number.NaN };
    harness.session.receive({ type: 'create', runId: 2, config: helloConfig(), resume, update: 499 });
    harness.settle();
    expect(harness.look(2, EVERYTHING)).toMatchObject({
      update: 499,
      phase,
      resume: { breakdown: resume?.breakdown },
    });
    harness.session.receive({ type: 'intervene', runId: 2, change: { kind: 'learningRate', value: 0.001 } });
    const changed = harness.look(2, EVERYTHING);
    expect(changed).toMatchObject({ update: 499, phase: { kind: 'paused' } });
    expect(changed.resume).not.toHaveProperty('breakdown');
  });
});
