import { beforeEach, describe, expect, it } from 'vitest';
import { NO_ABLATION } from '../../src/engine/index.ts';
import { createWorld, NOTHING, NUMBERS, PAUSE, TRAIN } from './clientWorld.ts';
import { helloConfig } from './fakeTrainer.ts';

let world: ReturnType<typeof createWorld>;
beforeEach(() => {
  world = createWorld();
});

describe('pulling', () => {
  it('shows the first picture and then asks for no more frames', () => {
    world.start();
    expect(world.last).toMatchObject({ runId: 1, update: 0, phase: { kind: 'paused' } });
    expect(world.hasFrame).toBe(false);
  });

  it('keeps the resume of a rest and passes it on', () => {
    world.start();
    expect(world.last.resume?.checkpoint.update).toBe(0);
  });

  it('has one pull outstanding at most and gets an answer every frame in training', () => {
    world.start();
    world.client.send(TRAIN);
    const before = world.snapshots.length;
    const pullsBefore = world.pulls().length;
    for (let i = 0; i < 100; i++) world.frame();
    const answers = world.snapshots.length - before;
    expect(answers).toBeGreaterThanOrEqual(98);
    expect(world.pulls().length - pullsBefore - answers).toBeLessThanOrEqual(1);
  });

  it('asks for nothing while the page is behind, and goes on with the newest', () => {
    world.start();
    world.client.send(TRAIN);
    world.frames(1000);
    world.fallBehind(true);
    world.frames(100);
    const { update } = world.last;
    const asked = world.pulls().length;
    world.frames(1000);
    expect(world.pulls()).toHaveLength(asked);
    expect(world.last.update).toBe(update);
    world.fallBehind(false);
    world.frames(100);
    expect(world.last.update).toBeGreaterThan(update + 1000);
    expect(world.restarts).toEqual([]);
  });

  it('asks for the answer to an order at once, though the page is behind', () => {
    world.start();
    world.client.send(TRAIN);
    world.frames(1000);
    world.fallBehind(true);
    world.frames(100);
    expect(world.last.phase.kind).toBe('training');
    world.client.send(PAUSE);
    world.frames(50);
    expect(world.last.phase.kind).toBe('paused');
  });

  it('is not hurried by a run that nobody looks at, which never answers', () => {
    world.start();
    world.client.send({ type: 'create', runId: 2, config: helloConfig(), resume: null, update: 0 });
    world.client.send(TRAIN);
    world.frames(1000);
    world.fallBehind(true);
    world.frames(100);
    const asked = world.pulls().length;
    world.frames(1000);
    expect(world.pulls()).toHaveLength(asked);
  });

  it('asks for a resume about once a second in training, and at the pause', () => {
    world.start();
    const before = world.snapshots.length;
    world.client.send(TRAIN);
    world.frames(5000);
    const resumes = world.snapshots.slice(before).filter(({ resume }) => resume !== null);
    expect(resumes.length).toBeGreaterThanOrEqual(4);
    expect(resumes.length).toBeLessThanOrEqual(6);
    world.client.send(PAUSE);
    world.frames(100);
    expect(world.last.resume?.checkpoint.update).toBe(world.last.update);
  });

  it('stops when nothing is wanted and starts again with a whole picture', () => {
    world.start();
    world.client.want(1, null);
    world.client.send(TRAIN);
    const { length } = world.snapshots;
    world.frames(200);
    expect(world.snapshots.length).toBe(length);
    world.client.send(PAUSE);
    world.client.want(1, NUMBERS);
    world.frames(200);
    expect(world.last.update).toBeGreaterThan(100);
  });

  it('asks again at rest when more is wanted', () => {
    world.start();
    world.client.want(1, NOTHING);
    world.client.send(PAUSE);
    world.frames(100);
    expect(world.last.curve).toBe(null);
    world.client.want(1, { ...NOTHING, curve: true });
    world.frames(100);
    expect(world.last.curve?.updates).toEqual(Float64Array.of(0));
  });

  it('does not take an older answer for what is newly wanted', () => {
    world.start();
    world.client.want(1, NOTHING);
    world.frames(100);
    // The pull that waits is answered for the command, without the curve, after the curve was asked for.
    world.client.send(PAUSE);
    world.client.want(1, { ...NOTHING, curve: true });
    world.worker.slice();
    expect(world.last.curve).toBe(null);
    world.frames(100);
    expect(world.last.curve?.updates).toEqual(Float64Array.of(0));
  });

  it('drops answers for replaced and for disposed runs', () => {
    world.start();
    world.client.send(TRAIN);
    world.frames(100);
    world.client.send({
      type: 'create',
      runId: 1,
      config: helloConfig({ seed: 2 }),
      resume: null,
      update: 0,
    });
    world.client.want(1, NUMBERS);
    const { length } = world.snapshots;
    world.worker.slice();
    world.frames(200);
    expect(new Set(world.snapshots.slice(length).map(({ loss }) => loss))).toEqual(new Set([0.502]));
    world.client.send(TRAIN);
    world.frames(100);
    world.client.send({ type: 'dispose', runId: 1 });
    const after = world.snapshots.length;
    world.frames(200);
    expect(world.snapshots.length).toBe(after);
    expect(world.hasFrame).toBe(false);
  });

  it('reports a change that was refused, and forgets it', () => {
    const blown = { kind: 'weight', index: 9999, value: 1 } as const;
    world.start();
    world.client.send({ type: 'intervene', runId: 1, change: blown });
    world.frames(100);
    expect(world.refusals).toMatchObject([{ type: 'refused', runId: 1, change: blown }]);
    world.worker.fail('gone');
    world.frames(200);
    expect(world.last).toMatchObject({ update: 0, interventions: [] });
  });

  it('reports a run that could not be created', () => {
    world.start();
    world.client.send({
      type: 'create',
      runId: 2,
      config: helloConfig(),
      resume: {
        checkpoint: { update: 0, learningRate: 1, ablation: NO_ABLATION, values: new Float64Array(99) },
        curve: { updates: new Float64Array(), losses: new Float64Array(), accuracies: new Float64Array() },
        milestones: [],
      },
      update: 0,
    });
    world.frames(100);
    expect(world.failures).toMatchObject([{ kind: 'run', runId: 2 }]);
  });
});

describe('terminate', () => {
  it('ends the worker and the frames', () => {
    world.start();
    world.client.send(TRAIN);
    world.frames(100);
    world.client.terminate();
    expect(world.worker.isTerminated).toBe(true);
    expect(world.hasFrame).toBe(false);
  });
});
