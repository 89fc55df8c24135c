import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, NUMBERS, PATIENCE, PAUSE, TRAIN } from './clientWorld.ts';
import { createFakeTrainer, helloConfig } from './fakeTrainer.ts';

let world: ReturnType<typeof createWorld>;
beforeEach(() => {
  world = createWorld();
});

/** The run that was never disturbed, for comparison. */
function undisturbed(update: number): number {
  const trainer = createFakeTrainer()(helloConfig());
  while (trainer.update < update) trainer.step();
  return trainer.loss;
}

describe('a worker that dies', () => {
  it('is replaced, and training goes on from the last resume with the same bits', () => {
    world.start();
    world.client.send(TRAIN);
    world.frames(3000);
    const { update } = world.last;
    world.worker.fail('out of memory');
    expect(world.restarts.length).toBe(1);
    const [{ update: from }] = world.restarts[0];
    expect(from).toBeGreaterThan(0);
    expect(from).toBeLessThanOrEqual(update);
    world.frames(3000);
    expect(world.workers.length).toBe(2);
    expect(world.workers[0].isTerminated).toBe(true);
    world.client.send(PAUSE);
    world.frames(100);
    expect(world.last.update).toBeGreaterThan(update);
    expect(world.last.loss).toBe(undisturbed(world.last.update));
    expect(world.last.curve?.updates[0]).toBe(0);
  });

  it('keeps the pace and the condition', () => {
    world.start();
    world.client.send({ ...TRAIN, pace: 1000, until: { kind: 'accuracy', share: 1 } });
    world.frames(2000);
    world.worker.fail('gone');
    world.frames(10_000);
    expect(world.last).toMatchObject({ update: 5000, phase: { kind: 'paused' } });
  });

  it('finishes the exact number of updates that was asked for', () => {
    world.start();
    world.client.send({ type: 'advance', runId: 1, count: 30_000 });
    world.frames(100);
    world.worker.fail('gone');
    world.frames(4000);
    expect(world.last).toMatchObject({ update: 30_000, phase: { kind: 'paused' } });
  });

  it('adds up advances that were not shown yet', () => {
    world.start();
    for (const count of [10, 20, 30]) world.client.send({ type: 'advance', runId: 1, count });
    world.worker.fail('gone');
    world.frames(200);
    expect(world.last).toMatchObject({ update: 60, phase: { kind: 'paused' } });
  });

  it('does not skip what lies between after a seek backwards', () => {
    world.start();
    world.client.send({ type: 'advance', runId: 1, count: 3000 });
    world.frames(500);
    world.client.send({ type: 'seek', runId: 1, update: 100 });
    world.client.send({ ...TRAIN, until: { kind: 'update', update: 700 } });
    world.worker.fail('gone');
    world.frames(200);
    expect(world.last).toMatchObject({ update: 700, loss: undisturbed(700), phase: { kind: 'paused' } });
  });

  it('comes back to the same update when paused or seeking', () => {
    world.start();
    world.client.send({ type: 'advance', runId: 1, count: 1234 });
    world.frames(200);
    world.worker.fail('gone');
    world.frames(200);
    expect(world.last).toMatchObject({ update: 1234, phase: { kind: 'paused' } });
    world.client.send({ type: 'seek', runId: 1, update: 700 });
    world.worker.fail('gone');
    world.frames(200);
    expect(world.last).toMatchObject({ update: 700, loss: undisturbed(700), phase: { kind: 'paused' } });
  });

  it('does not lose an intervention that was just made', () => {
    world.start();
    world.client.send({ type: 'advance', runId: 1, count: 100 });
    world.frames(200);
    world.client.send({ type: 'intervene', runId: 1, change: { kind: 'learningRate', value: 0.25 } });
    world.worker.fail('gone');
    world.frames(200);
    expect(world.last.interventions).toEqual([{ kind: 'learningRate', update: 100, value: 0.25 }]);
  });

  it('does not lose another history that was just chosen', () => {
    const later = { kind: 'learningRate', update: 50, value: 0.25 } as const;
    world.start();
    world.client.send({ type: 'advance', runId: 1, count: 100 });
    world.frames(200);
    world.client.send({ type: 'rewrite', runId: 1, interventions: [later], update: 80 });
    world.worker.fail('gone');
    world.frames(200);
    expect(world.last).toMatchObject({ update: 80, interventions: [later], phase: { kind: 'paused' } });
  });

  it('is given up after three deaths without progress, until the next command', () => {
    world.start();
    world.poisonFrom(2000);
    world.client.send(TRAIN);
    world.frames(2000);
    // One more may have been shown a little more before it died.
    expect(world.workers.length).toBeGreaterThanOrEqual(3);
    expect(world.workers.length).toBeLessThanOrEqual(5);
    expect(world.failures).toEqual([{ kind: 'worker', message: 'Error: poisoned at 2000' }]);
    expect(world.hasFrame).toBe(false);
    world.poisonFrom(Number.POSITIVE_INFINITY);
    world.client.send(TRAIN);
    world.frames(500);
    expect(world.last.update).toBeGreaterThan(2000);
  });

  it('is replaced as often as it makes progress', () => {
    world.start();
    world.client.send(TRAIN);
    for (let i = 0; i < 8; i++) {
      world.frames(3000);
      world.worker.fail('again');
    }
    world.frames(3000);
    expect(world.failures).toEqual([]);
    expect(world.last.update).toBeGreaterThan(200_000);
  });

  it('that cannot be had at all is reported', () => {
    world.breakSpawning(true);
    world.start();
    expect(world.failures).toEqual([{ kind: 'worker', message: 'Error: no worker for you' }]);
    world.breakSpawning(false);
    world.start(2);
    expect(world.last.runId).toBe(2);
  });
});

describe('a worker that is silent', () => {
  it('is waited for as long as a step may take, then replaced', () => {
    world.start();
    world.client.send({ ...TRAIN, pace: 200 });
    world.frames(2000);
    world.worker.isStuck = true;
    world.frames(PATIENCE - 1000);
    expect(world.workers.length).toBe(1);
    world.frames(3000);
    expect(world.workers.length).toBe(2);
    expect(world.last.update).toBeGreaterThan(450);
  });

  it('is forgiven when it comes back', () => {
    world.start();
    world.client.send({ ...TRAIN, pace: 200 });
    world.frames(100);
    world.worker.isStuck = true;
    world.frames(PATIENCE / 2);
    world.worker.isStuck = false;
    world.frames(PATIENCE);
    expect(world.workers.length).toBe(1);
  });

  it('may be silent for ever at rest', () => {
    world.start();
    world.worker.isStuck = true;
    world.frames(PATIENCE * 2);
    expect(world.workers.length).toBe(1);
  });

  it('is left at once for a new run, and the others go on in the new worker', () => {
    world.start(1);
    world.start(2);
    world.client.send({ ...TRAIN, runId: 2 });
    world.client.send(TRAIN);
    world.frames(1500);
    world.worker.isStuck = true;
    world.frames(2000);
    world.client.send({ type: 'create', runId: 3, config: helloConfig(), resume: null, update: 0 });
    world.client.want(3, NUMBERS);
    world.client.send({ type: 'dispose', runId: 2 });
    expect(world.worker.received).toMatchObject([{ type: 'ping' }, { type: 'create', runId: 3 }]);
    const before = world.snapshots.length;
    world.frames(100);
    const later = world.snapshots.slice(before);
    expect(later.some(({ runId }) => runId === 3)).toBe(true);
    expect(later.some(({ runId, phase }) => runId === 1 && phase.kind === 'training')).toBe(true);
    expect(world.worker.received).not.toContainEqual(expect.objectContaining({ type: 'create', runId: 2 }));
    expect(world.restarts).toEqual([]);
  });

  it('is not left for a new run after a short silence or before it was ever heard', () => {
    world.start(1);
    world.client.send(TRAIN);
    world.frames(500);
    world.worker.isStuck = true;
    world.frames(900);
    world.start(2);
    expect(world.workers.length).toBe(1);

    world = createWorld();
    world.client.send({ type: 'create', runId: 1, config: helloConfig(), resume: null, update: 0 });
    world.client.want(1, NUMBERS);
    world.worker.isStuck = true;
    world.frames(5000);
    world.client.send({ type: 'create', runId: 2, config: helloConfig(), resume: null, update: 0 });
    expect(world.workers.length).toBe(1);
  });
});
