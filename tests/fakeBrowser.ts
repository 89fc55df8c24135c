/** Everything the app needs of a browser, with real sessions as workers, on a clock that moves by frames. */

import type { Environment } from '../src/app/app.ts';
import { createAddress } from '../src/state/address.ts';
import { createClient, type WorkerHandle } from '../src/worker/client.ts';
import * as insight from '../src/worker/insight.ts';
import type { Command, Reply, Resume } from '../src/worker/protocol.ts';
import { createSession } from '../src/worker/session.ts';
import { createFakeWindow } from './state/fakeWindow.ts';

const FRAME = 16;
const MAX_FRAMES = 3000;
const SCOPE = {} as Worker & AbstractWorker;

export interface BrowserOptions {
  readonly hash?: string;
  /** Frames that the storage takes to answer. */
  readonly storageFrames?: number;
  /** What the storage holds from an earlier visit. */
  readonly kept?: ReadonlyMap<string, Resume>;
}

interface FakeWorker extends WorkerHandle {
  readonly received: Command[];
  isSilent: boolean;
  readonly isIdle: boolean;
  work(): void;
  die(): void;
}

export function createFakeBrowser({ hash = '', storageFrames = 1, kept = new Map() }: BrowserOptions = {}) {
  let time = 0;
  let isBroken = false;
  let refusesClipboard = false;
  let frames: ((time: number) => void)[] = [];
  let answers: { at: number; answer: () => void }[] = [];
  const workers: FakeWorker[] = [];
  const copied: string[] = [];
  const resumes = new Map(kept);
  const window = createFakeWindow(hash);

  function createWorker(): FakeWorker {
    let inbox: Command[] = [];
    let appointments: { at: number; resume: () => void }[] = [];
    let isTerminated = false;
    // Every look at the clock takes a millisecond, so that a slice is a handful of updates.
    const session = createSession({
      insight,
      now: () => ++time,
      yieldControl: (resume, delay) => appointments.push({ at: time + delay, resume }),
      post: (reply, transfer) => {
        const data: Reply = copyOf(reply);
        structuredClone(reply, { transfer });
        if (!isTerminated) worker.onmessage?.call(SCOPE, new MessageEvent('message', { data }));
      },
    });
    const worker: FakeWorker = {
      received: [],
      isSilent: false,
      get isIdle() {
        return isTerminated || (inbox.length === 0 && appointments.length === 0);
      },
      onmessage: null,
      onmessageerror: null,
      onerror: null,
      postMessage(command) {
        worker.received.push(command);
        inbox.push(copyOf(command));
      },
      terminate() {
        isTerminated = true;
      },
      work() {
        if (worker.isSilent || isTerminated) return;
        const [messages, due] = [inbox, appointments.filter(({ at }) => at <= time)];
        inbox = [];
        appointments = appointments.filter(({ at }) => at > time);
        for (const message of messages) session.receive(message);
        for (const { resume } of due) resume();
      },
      die() {
        const event = Object.assign(new Event('error'), { message: 'out of memory' });
        worker.onerror?.call(SCOPE, event as ErrorEvent);
      },
    };
    return worker;
  }

  /** One frame: the worker works, the page draws, promises go on. */
  async function frame(): Promise<void> {
    time += FRAME;
    window.pass(FRAME);
    const arrived = answers.filter(({ at }) => at <= time);
    answers = answers.filter(({ at }) => at > time);
    for (const { answer } of arrived) answer();
    await passMicrotasks();
    workers.at(-1)?.work();
    const due = frames;
    frames = [];
    for (const callback of due) callback(time);
  }

  const thread = {
    spawn: () => {
      if (isBroken) throw new Error('no worker can be had');
      const worker = createWorker();
      workers.push(worker);
      return worker;
    },
    requestFrame: (callback: (time: number) => void) => void frames.push(callback),
    cancelFrame: () => {
      frames = [];
    },
  };

  const environment: Environment = {
    connect: (callbacks) => createClient({ ...thread, ...callbacks }),
    openAddress: (onChange) => createAddress(window, onChange),
    pageAddress: 'https://unrolled.example/',
    resumes: {
      load: (key) =>
        new Promise((resolve) => {
          const answer = () => resolve(resumes.get(key) ?? null);
          answers.push({ at: time + storageFrames * FRAME, answer });
        }),
      save: async (key, resume) => void resumes.set(key, resume),
    },
    language: 'en',
    theme: 'system',
    writeClipboard: async (text) => {
      if (refusesClipboard) throw new DOMException('not allowed', 'NotAllowedError');
      copied.push(text);
    },
  };

  return {
    environment,
    thread,
    window,
    workers,
    copied,
    resumes,
    get worker() {
      return workers[workers.length - 1];
    },
    /** No worker can be had any more. */
    breakWorkers() {
      isBroken = true;
    },
    mendWorkers() {
      isBroken = false;
    },
    refuseClipboard() {
      refusesClipboard = true;
    },
    async frames(count: number): Promise<void> {
      for (let i = 0; i < count; i++) await frame();
    },
    /** Until the condition holds. */
    async until(condition: () => boolean): Promise<void> {
      for (let i = 0; i < MAX_FRAMES; i++) {
        if (condition()) return;
        await frame();
      }
      throw new Error(`did not happen within ${MAX_FRAMES} frames`);
    },
    /** Until nothing is left to do for the page and its worker. */
    async settle(): Promise<void> {
      for (let i = 0; i < MAX_FRAMES; i++) {
        await passMicrotasks();
        if (frames.length === 0 && answers.length === 0 && (workers.at(-1)?.isIdle ?? true)) return;
        await frame();
      }
      throw new Error(`not at rest after ${MAX_FRAMES} frames`);
    },
  };
}

async function passMicrotasks(): Promise<void> {
  for (let i = 0; i < 4; i++) await Promise.resolve();
}

/** What structuredClone gives, of this realm: under jsdom that function makes arrays of another one. */
function copyOf<Value>(value: Value): Value {
  if (ArrayBuffer.isView(value)) return (value as unknown as Float64Array).slice() as Value;
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)])) as Value;
}
