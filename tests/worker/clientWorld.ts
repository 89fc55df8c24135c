import { NOTHING_MORE } from '../../src/state/sight.ts';
import { type ClientFailure, createClient, type WorkerHandle } from '../../src/worker/client.ts';
import * as insight from '../../src/worker/insight.ts';
import type { Command, Reply, Sight, Snapshot } from '../../src/worker/protocol.ts';
import { createSession } from '../../src/worker/session.ts';
import { createFakeTrainer, helloConfig } from './fakeTrainer.ts';

const FRAME = 16;
export const PATIENCE = 10_000;
export const NOTHING: Sight = { parameters: false, curve: false, ...NOTHING_MORE };
export const NUMBERS = { ...NOTHING, parameters: true, curve: true };

/** Workers on a fake clock. Messages are cloned and wait until the worker is not stuck. */
export function createWorld() {
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
  let isBehind = false;

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
    isBehind: () => isBehind,
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
    /** Whether the page has snapshots left to draw. */
    fallBehind(behind: boolean) {
      isBehind = behind;
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

export const TRAIN = { type: 'train', runId: 1, pace: null, until: null } as const;
export const PAUSE = { type: 'pause', runId: 1 } as const;
