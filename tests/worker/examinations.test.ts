import { describe, expect, it } from 'vitest';
import { createTrainer, type Example, examineExamples } from '../../src/engine/index.ts';
import { applyDue } from '../../src/worker/interventions.ts';
import type { Include, RunConfig, Snapshot } from '../../src/worker/protocol.ts';
import { createFakeTrainer, helloConfig } from './fakeTrainer.ts';
import { createHarness, EVERYTHING } from './sessionHarness.ts';

const EXAMINED: Include = { ...EVERYTHING, examination: true };
const TRAIN = { type: 'train', pace: null, until: null } as const;

/** Many questions, so that an examination takes many slices: a look at the clock, one for each, takes a millisecond. */
const HELD_OUT = Array.from({ length: 200 }, (_, n): Example => {
  const inputs = [n % 4, (n >> 2) % 4, (n >> 4) % 4];
  return { inputs, targets: [null, n % 3, (n + 1) % 4] };
});
const CONFIG = helloConfig({ heldOut: HELD_OUT, asked: HELD_OUT.slice(0, 50) });

function open(config: RunConfig = CONFIG, create: typeof createTrainer = createTrainer) {
  const harness = createHarness({ createTrainer: create });
  harness.create(1, config);
  harness.settle();
  return harness;
}

/** What the counts are by definition. */
function countsAt(update: number, { interventions, ...config }: RunConfig) {
  const trainer = createTrainer(config);
  applyDue(trainer, interventions);
  while (trainer.update < update) {
    trainer.step();
    applyDue(trainer, interventions);
  }
  const count = (examples: readonly Example[]) =>
    examineExamples(config.model, trainer.parameters, examples, trainer.ablation);
  return {
    update,
    training: count(config.asked ?? config.examples),
    heldOut: count(config.heldOut ?? []),
    heldOutRight: Uint8Array.from(config.heldOut ?? [], (example) => count([example]).examplesRight),
  };
}

describe('at rest', () => {
  it('an examination comes when it is finished, of exactly the update that is shown', () => {
    const harness = open();
    harness.session.receive({ type: 'advance', runId: 1, count: 30 });
    harness.settle();
    const first = harness.look(1, EXAMINED);
    expect(first).toMatchObject({ update: 30, examination: null });
    harness.pull(1, first.version, EXAMINED);
    const slices = harness.slices;
    harness.settle();
    const last = harness.snapshots().at(-1);
    expect(last).toMatchObject({ update: 30, examination: countsAt(30, CONFIG) });
    expect(harness.slices - slices).toBeGreaterThan(20);
    expect(last?.examination?.training.examples).toBe(50);
    expect(last?.examination?.heldOut).toMatchObject({ examples: 200, targets: 400 });
    expect(last?.examination?.heldOutRight).toHaveLength(200);
  });

  it('it is made once, and begun only where it is wanted', () => {
    const harness = open();
    harness.look(1);
    expect(harness.slice()).toBe(false);
    harness.look(1, EXAMINED);
    harness.settle();
    const { version } = harness.look(1, EXAMINED);
    expect(harness.slice()).toBe(false);
    expect(harness.look(1, EXAMINED).version).toBe(version);
    expect(harness.look(1).examination).toBeNull();
  });

  it('it is of the examples themselves where nothing else is asked', () => {
    const config = helloConfig();
    const harness = open(config);
    harness.session.receive({ type: 'advance', runId: 1, count: 400 });
    harness.settle();
    harness.look(1, EXAMINED);
    harness.settle();
    const { examination } = harness.look(1, EXAMINED);
    expect(examination).toEqual(countsAt(400, config));
    expect(examination).toMatchObject({
      training: { examples: 1, examplesRight: 1, targets: 4, targetsRight: 4 },
      heldOut: { examples: 0, targets: 0 },
    });
  });

  it('one under way is finished, and the update that is wanted now follows', () => {
    const harness = open();
    harness.look(1, EXAMINED);
    for (let i = 0; i < 3; i++) harness.slice();
    harness.session.receive({ type: 'seek', runId: 1, update: 40 });
    harness.settle();
    const { update, examination } = harness.look(1, EXAMINED);
    expect({ update, examination }).toEqual({ update: 40, examination: countsAt(40, CONFIG) });
  });

  it('messages are let in between', () => {
    const harness = open();
    harness.look(1, EXAMINED);
    const before = harness.time;
    harness.slice();
    expect(harness.time - before).toBeLessThan(20);
    harness.session.receive({ type: 'ping' });
    expect(harness.replies.at(-1)).toEqual({ type: 'pong' });
  });
});

describe('a change at the update that is shown', () => {
  it('makes an earlier examination void, and what is left of the network is examined', () => {
    const config = { ...CONFIG, model: { ...CONFIG.model, cell: 'gru' } } as const;
    const harness = open(config);
    harness.session.receive({ type: 'advance', runId: 1, count: 60 });
    harness.settle();
    harness.look(1, EXAMINED);
    harness.settle();
    const whole = harness.look(1, EXAMINED).examination;
    const change = { kind: 'hold', layer: 0, gate: 1, value: 1 } as const;
    harness.session.receive({ type: 'intervene', runId: 1, change });
    expect(harness.look(1, EXAMINED).examination).toBeNull();
    harness.settle();
    const interventions = [{ ...change, update: 60 }];
    const held = harness.look(1, EXAMINED).examination;
    expect(held).toEqual(countsAt(60, { ...config, interventions }));
    expect(held).not.toEqual(whole);
  });

  it('leaves what was examined before it', () => {
    const harness = open();
    harness.look(1, EXAMINED);
    harness.settle();
    harness.look(1);
    harness.session.receive({ type: 'advance', runId: 1, count: 10 });
    harness.settle();
    harness.session.receive({ type: 'intervene', runId: 1, change: { kind: 'cut' } });
    expect(harness.look(1, EXAMINED)).toMatchObject({ update: 10, examination: { update: 0 } });
  });
});

describe('in training', () => {
  const updatesIn = (include: Include) => {
    const harness = open(CONFIG, createFakeTrainer());
    harness.session.receive({ ...TRAIN, runId: 1 });
    harness.look(1, include);
    harness.advanceTime(20_000);
    return { harness, slices: harness.slices, shown: harness.look(1, include) };
  };

  it('examinations follow each other, and take about a fifth of its time', () => {
    const { shown, slices, harness } = updatesIn(EXAMINED);
    const alone = updatesIn(EVERYTHING);
    expect(slices / alone.slices).toBeGreaterThan(0.75);
    expect(slices / alone.slices).toBeLessThan(0.95);
    expect(shown.phase.kind).toBe('training');
    const seen: Snapshot[] = [];
    for (let i = 0; i < 40; i++) {
      harness.advanceTime(500);
      seen.push(harness.look(1, EXAMINED));
    }
    const updates = [...new Set(seen.map(({ examination }) => examination?.update ?? -1))];
    expect(updates.length).toBeGreaterThan(5);
    expect(updates).toEqual(updates.toSorted((a, b) => a - b));
    for (const { examination, update } of seen) {
      expect(examination?.update).toBeGreaterThan(0);
      expect(examination?.update).toBeLessThan(update);
      expect(examination?.heldOut.examples).toBe(200);
    }
  });

  it('paced, they are made while it waits', () => {
    const harness = open();
    harness.session.receive({ ...TRAIN, runId: 1, pace: 1 });
    harness.look(1, EXAMINED);
    harness.advanceTime(5_500);
    const { update, examination } = harness.look(1, EXAMINED);
    expect(update).toBeGreaterThan(3);
    expect(examination).toEqual(countsAt(update, CONFIG));
  });

  it('runs that are sent a little further again and again are all examined on the way', () => {
    const harness = open();
    for (const runId of [2, 3]) harness.create(runId, { ...CONFIG, seed: runId });
    const wants = [1, 2, 3].map((runId) => ({ runId, since: 0, include: EXAMINED }));
    for (let step = 1; step <= 60; step++) {
      for (const runId of [1, 2, 3]) harness.session.receive({ type: 'seek', runId, update: 5 * step });
      harness.session.receive({ type: 'pull', requestId: 900 + step, wants });
      harness.advanceTime(100);
    }
    const last = harness.snapshots().slice(-3);
    expect(last.map(({ examination }) => (examination?.update ?? 0) > 0)).toEqual([true, true, true]);
  });

  it('several runs take turns, those at rest among them', () => {
    const harness = open();
    for (const runId of [2, 3]) harness.create(runId, { ...CONFIG, seed: runId });
    harness.session.receive({ ...TRAIN, runId: 1 });
    harness.session.receive({ ...TRAIN, runId: 2 });
    const wants = [1, 2, 3].map((runId) => ({ runId, since: 0, include: EXAMINED }));
    harness.session.receive({ type: 'pull', requestId: 900, wants });
    harness.advanceTime(30_000);
    harness.session.receive({ type: 'pull', requestId: 901, wants });
    const [first, second, third] = harness.snapshots().slice(-3);
    expect(first.examination?.update).toBeGreaterThan(0);
    expect(second.examination?.update).toBeGreaterThan(0);
    expect(third.examination).toEqual(countsAt(0, { ...CONFIG, seed: 3 }));
  });
});

it('a question that the network cannot read is refused with the run', () => {
  for (const wrong of [
    { heldOut: [{ inputs: [9], targets: [0] }] },
    { asked: [{ inputs: [], targets: [] }] },
  ]) {
    const harness = createHarness({ createTrainer });
    harness.create(1, { ...CONFIG, ...wrong });
    expect(harness.replies).toMatchObject([{ type: 'failed', runId: 1 }]);
  }
});
