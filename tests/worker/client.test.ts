import { beforeEach, describe, expect, it } from 'vitest';
import { NO_ABLATION } from '../../src/engine/index.ts';
import { NOTHING_MORE } from '../../src/state/sight.ts';
import { type ClientFailure, createClient, type WorkerHandle } from '../../src/worker/client.ts';
import * as insight from '../../src/worker/insight.ts';
import type { Command, Reply, Sight, Snapshot } from '../../src/worker/protocol.ts';
import { createSession } from '../../src/worker/session.ts';
import { createFakeTrainer, helloConfig } from './fakeTrainer.ts';

const FRAME = 16;
const PATIENCE = 10_000;
const NOTHING: Sight = { parameters: false, curve: false, ...NOTHING_MORE };
const NUMBERS = { ...NOTHING, parameters: true, curve: true };

/** Workers on a fake clock. Messages are cloned and wait until the worker is not stuck. */
function createWorld() {
  let time = 0;
  let frames: ((time: number) => void)[] = [];
  const snapshots: Snapshot[] = [];
  const restarts: (readonly { readonly runId: number; readonly update: number }[])[] = [];
  const failures: ClientFailure[] = [];
  const refusals: Reply[] = [];
  const workers: FakeWorker[] = [];
  /** Throws in every worker that takes a step to this update. */
  let poison = Number.POSITIVE_INFINITY;
  let isBroken = false;

  function spawn(): FakeWorker {
    if (isBroken) throw new Error('no worker for you');
    const worker = createFakeWorker();
    workers.push(worker);
    return worker;
  }

  interface FakeWorker extends WorkerHandle {
    readonly received: Command[];
    isTerminated: boolean;
    isStuck: boolean;
    slice(): void;
    fail(message: string): void;
  }

  function createFakeWorker(): FakeWorker {
    let resumes: { at: number; resume: () => void }[] = [];
    let inbox: Command[] = [];
    const session = createSession({
      insight,
      now: () => time,
      yieldControl: (resume, delay) => resumes.push({ at: time + delay, resume }),
      post: (reply: Reply, transfer) => {
        const data: Reply = structuredClone(reply, { transfer });
        if (!worker.isTerminated) worker.onmessage?.call(self, new MessageEvent('message', { data }));
      },
      createTrainer: createFakeTrainer({
        stepTime: 0.1,
        spend: (milliseconds) => {
          time += milliseconds;
        },
        beforeStep: (update) => {
          if (update >= poison) throw new Error(`poisoned at ${update}`);
        },
        isRight: (update) => update === 5000,
      }),
    });
    const worker: FakeWorker = {
      received: [],
      isTerminated: false,
      isStuck: false,
      onmessage: null,
      onmessageerror: null,
      onerror: null,
      postMessage(command) {
        worker.received.push(command);
        inbox.push(structuredClone(command));
      },
      terminate() {
        worker.isTerminated = true;
      },
      slice() {
        if (worker.isStuck || worker.isTerminated) return;
        try {
          const [messages, due] = [inbox, resumes.filter(({ at }) => at <= time)];
          inbox = [];
          resumes = resumes.filter(({ at }) => at > time);
          for (const message of messages) session.receive(message);
          for (const { resume } of due) resume();
        } catch (error) {
          worker.fail(String(error));
        }
      },
      fail(message) {
        worker.onerror?.call(self, Object.assign(new Event('error'), { message }) as ErrorEvent);
      },
    };
    return worker;
  }
  const self = {} as Worker & AbstractWorker;

  const client = createClient({
    spawn,
    requestFrame: (callback) => frames.push(callback),
    cancelFrame: () => {
      frames = [];
    },
    onSnapshot: (snapshot) => snapshots.push(snapshot),
    onRestart: (runs) => restarts.push(runs),
    onFailure: (failure) => failures.push(failure),
    onRefused: (refusal) => refusals.push(refusal),
    patience: () => PATIENCE,
  });

  return {
    client,
    snapshots,
    restarts,
    failures,
    refusals,
    workers,
    get worker() {
      return workers[workers.length - 1];
    },
    get time() {
      return time;
    },
    get hasFrame() {
      return frames.length > 0;
    },
    get last() {
      return snapshots[snapshots.length - 1];
    },
    poisonFrom(update: number) {
      poison = update;
    },
    breakSpawning(broken: boolean) {
      isBroken = broken;
    },
    /** One animation frame, and the worker's work until the next. */
    frame() {
      const due = frames;
      frames = [];
      for (const callback of due) callback(time);
      const end = time + FRAME;
      while (time < end) {
        const before = time;
        for (const worker of workers) worker.slice();
        time = time === before ? Math.min(end, time + 1) : time;
      }
    },
    frames(milliseconds: number) {
      const end = time + milliseconds;
      while (time < end) this.frame();
    },
    start(runId = 1) {
      client.send({
        type: 'create',
        runId,
        config: helloConfig(),
        resume: null,
        update: 0,
      });
      client.want(runId, NUMBERS);
      this.frames(100);
    },
    pulls() {
      return this.worker.received.filter((command) => command.type === 'pull');
    },
  };
}

let world: ReturnType<typeof createWorld>;
beforeEach(() => {
  world = createWorld();
});

const TRAIN = { type: 'train', runId: 1, pace: null, until: null } as const;
const PAUSE = { type: 'pause', runId: 1 } as const;

/** The run that was never disturbed, for comparison. */
function undisturbed(update: number): number {
  const trainer = createFakeTrainer()(helloConfig());
  while (trainer.update < update) trainer.step();
  return trainer.loss;
}

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
