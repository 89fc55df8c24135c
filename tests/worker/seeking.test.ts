import { describe, expect, it } from 'vitest';
import type { Resume, Snapshot } from '../../src/worker/protocol.ts';
import { createFakeTrainer, helloConfig } from './fakeTrainer.ts';
import { createHarness, EVERYTHING } from './sessionHarness.ts';

type Harness = ReturnType<typeof createHarness>;

function started(update: number, stepTime = 0.01): Harness {
  const harness = createHarness({ stepTime });
  harness.create();
  harness.session.receive({ type: 'advance', runId: 1, count: update });
  harness.settle();
  return harness;
}

function seek(harness: Harness, update: number): Snapshot {
  harness.session.receive({ type: 'seek', runId: 1, update });
  harness.settle();
  return harness.look();
}

function intervene(harness: Harness, value: number): void {
  harness.session.receive({ type: 'intervene', runId: 1, change: { kind: 'learningRate', value } });
}

function lossOf(update: number, rates: readonly [from: number, learningRate: number][] = []): number {
  const trainer = createFakeTrainer()(helloConfig());
  while (trainer.update < update) {
    for (const [from, learningRate] of rates)
      if (from === trainer.update) trainer.setLearningRate(learningRate);
    trainer.step();
  }
  return trainer.loss;
}

describe('seek', () => {
  it.each([0, 1, 15, 16, 17, 12_345, 19_999, 20_000, 25_000])(
    'shows update %s as the first time',
    (target) => {
      const harness = started(20_000);
      expect(seek(harness, target)).toMatchObject({
        update: target,
        loss: lossOf(target),
        phase: { kind: 'paused' },
      });
    },
  );

  it('replays from the nearest checkpoint, not from the start', () => {
    const harness = started(20_000, 1);
    const before = harness.time;
    seek(harness, 17_777);
    expect(harness.time - before).toBeLessThan(64);
  });

  it('goes in slices, says where it goes and shows how far it is', () => {
    const harness = createHarness({ stepTime: 1 });
    harness.create(1, helloConfig(), 1000);
    harness.slice();
    const first = harness.look();
    harness.slice();
    const second = harness.look();
    expect([first, second].map(({ phase }) => phase)).toEqual(
      Array(2).fill({ kind: 'seeking', target: 1000, from: 0 }),
    );
    expect(second.update).toBeGreaterThan(first.update);
    expect(first.update).toBeLessThanOrEqual(10);
    harness.settle();
    expect(harness.look()).toMatchObject({ update: 1000, phase: { kind: 'paused' } });
  });

  it('shows nothing on the way of a short replay', () => {
    const { resume } = started(60).look(1, EVERYTHING);
    const harness = createHarness({ stepTime: 1 });
    harness.session.receive({ type: 'create', runId: 1, config: helloConfig(), resume, update: 60 });
    harness.settle();
    harness.pull(1, harness.look().version);
    const before = harness.snapshots().length;
    harness.session.receive({ type: 'seek', runId: 1, update: 59 });
    harness.settle();
    expect(harness.snapshots().slice(before)).toMatchObject([{ update: 59, phase: { kind: 'paused' } }]);
  });

  it('shows at once where a long replay begins', () => {
    const harness = createHarness({ stepTime: 400, memory: 40_000, checkpointSize: 1000 });
    harness.create();
    harness.session.receive({ type: 'advance', runId: 1, count: 40 });
    harness.settle();
    harness.pull(1, harness.look().version);
    const before = harness.snapshots().length;
    harness.session.receive({ type: 'seek', runId: 1, update: 29 });
    const start = harness.time;
    harness.slice();
    const [first] = harness.snapshots().slice(before);
    expect(first.phase).toEqual({ kind: 'seeking', target: 29, from: first.update });
    expect(first.update).toBeLessThan(29);
    expect(harness.time - start).toBeLessThanOrEqual(400);
    harness.settle();
    expect(harness.look()).toMatchObject({ update: 29, phase: { kind: 'paused' } });
  });

  it('just trains on behind a run that it follows, and costs once where many come before a slice', () => {
    let restores = 0;
    const harness = createHarness({ stepTime: 1, onRestore: () => restores++ });
    harness.create();
    for (let target = 5; target <= 500; target += 5) {
      harness.session.receive({ type: 'seek', runId: 1, update: target });
      harness.slice();
    }
    harness.settle();
    expect([harness.look().update, restores]).toEqual([500, 0]);
    expect(harness.time).toBeLessThan(520);
    for (let target = 400; target > 100; target--) {
      harness.session.receive({ type: 'seek', runId: 1, update: target });
    }
    harness.settle();
    expect([harness.look().update, restores]).toEqual([101, 1]);
  });

  it('is ended by any command', () => {
    const harness = createHarness({ stepTime: 1 });
    harness.create(1, helloConfig(), 1000);
    harness.slice();
    harness.session.receive({ type: 'pause', runId: 1 });
    harness.settle();
    expect(harness.look().update).toBeLessThan(20);
    seek(harness, 0);
    harness.session.receive({ type: 'seek', runId: 1, update: 1000 });
    harness.slice();
    harness.session.receive({ type: 'seek', runId: 1, update: 5 });
    harness.settle();
    expect(harness.look()).toMatchObject({ update: 5, phase: { kind: 'paused' } });
  });

  it('keeps the whole curve and the milestones', () => {
    const harness = createHarness({ isRight: (update) => update === 60 });
    harness.create();
    harness.session.receive({ type: 'advance', runId: 1, count: 100 });
    harness.settle();
    seek(harness, 10);
    const { curve, milestones } = harness.look(1, EVERYTHING);
    expect(curve?.updates.at(-1)).toBe(100);
    expect(milestones.at(-1)).toEqual({ update: 60, correct: 4 });
  });
});

describe('resume', () => {
  function resumeAt(update: number): Resume {
    const { resume } = started(update).look(1, EVERYTHING);
    if (resume === null) throw new Error('no resume');
    return resume;
  }

  it('goes on where it was, with its curve, and no replay', () => {
    const harness = createHarness({ stepTime: 1 });
    const resume = resumeAt(5000);
    harness.session.receive({ type: 'create', runId: 1, config: helloConfig(), resume, update: 5000 });
    expect(harness.time).toBe(0);
    const snapshot = harness.look(1, EVERYTHING);
    expect(snapshot).toMatchObject({ update: 5000, loss: lossOf(5000), phase: { kind: 'paused' } });
    expect(snapshot.curve).toEqual(resume.curve);
  });

  it('is the start of the way to a later update and no use for an earlier one', () => {
    for (const update of [6000, 4000]) {
      const harness = createHarness();
      const resume = resumeAt(5000);
      harness.session.receive({ type: 'create', runId: 1, config: helloConfig(), resume, update });
      harness.settle();
      expect(harness.look()).toMatchObject({ update, loss: lossOf(update) });
    }
  });

  it('can be left backwards', () => {
    const harness = createHarness();
    const resume = resumeAt(5000);
    harness.session.receive({ type: 'create', runId: 1, config: helloConfig(), resume, update: 5000 });
    expect(seek(harness, 77).loss).toBe(lossOf(77));
    expect(seek(harness, 5000).loss).toBe(lossOf(5000));
  });
});

describe('intervene', () => {
  it('takes effect at the present update and stays with it in every replay', () => {
    const harness = started(100);
    intervene(harness, 0.3);
    harness.session.receive({ type: 'advance', runId: 1, count: 100 });
    harness.settle();
    const rates: [number, number][] = [[100, 0.3]];
    expect(harness.look()).toMatchObject({
      loss: lossOf(200, rates),
      interventions: [{ kind: 'learningRate', update: 100, value: 0.3 }],
    });
    for (const target of [50, 100, 101, 200, 250]) {
      expect(seek(harness, target).loss).toBe(lossOf(target, rates));
    }
  });

  it('replaces one at the same update, also at the start', () => {
    const harness = createHarness();
    harness.create();
    for (const value of [0.1, 0.2, 0.3]) intervene(harness, value);
    expect(harness.look().interventions).toEqual([{ kind: 'learningRate', update: 0, value: 0.3 }]);
    expect(seek(harness, 64).loss).toBe(lossOf(64, [[0, 0.3]]));
  });

  it('undoes the future it changes: curve, milestones, later interventions', () => {
    const harness = createHarness({ isRight: (update) => update === 60 });
    harness.create();
    harness.session.receive({ type: 'advance', runId: 1, count: 80 });
    harness.settle();
    intervene(harness, 0.2);
    seek(harness, 50);
    intervene(harness, 0.4);
    const snapshot = harness.look(1, EVERYTHING);
    expect(snapshot.curve?.updates.at(-1)).toBe(50);
    expect(snapshot.milestones).toEqual([1, 2, 3].map((update) => ({ update, correct: update })));
    expect(snapshot.interventions).toEqual([{ kind: 'learningRate', update: 50, value: 0.4 }]);
    expect(seek(harness, 100).loss).toBe(lossOf(100, [[50, 0.4]]));
  });

  it('goes on training', () => {
    const harness = createHarness();
    harness.create();
    harness.session.receive({ type: 'train', runId: 1, pace: null, until: null });
    harness.advanceTime(100);
    intervene(harness, 0.2);
    expect(harness.look().phase).toEqual({ kind: 'training' });
  });

  it('is also done by the configuration when training comes to it', () => {
    const interventions = [
      { kind: 'learningRate', update: 0, value: 0.1 },
      { kind: 'learningRate', update: 30, value: 0.2 },
      { kind: 'learningRate', update: 90, value: 0.3 },
    ] as const;
    const harness = createHarness();
    harness.create(1, helloConfig({ interventions }), 200);
    harness.settle();
    const rates = interventions.map(({ update, value }): [number, number] => [update, value]);
    expect(harness.look().loss).toBe(lossOf(200, rates));
    expect(seek(harness, 40).loss).toBe(lossOf(40, rates));
  });
});
