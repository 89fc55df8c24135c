/** The page's side of the thread boundary: pulls once a frame, and replaces a worker that died. */
import { createBreather } from './breather.ts';
import { createLiveness, longestSilence } from './liveness.ts';
import { createMirror, type Mirror } from './mirror.ts';
import { PICTURES } from './pictureFrames.ts';
import type { Command, Reply, RunCommand, Sight, Snapshot } from './protocol.ts';

const MAX_DEATHS = 3;

/** The part of a Worker that is used. */
export type WorkerHandle = Pick<Worker, 'terminate' | 'onmessage' | 'onmessageerror' | 'onerror'> & {
  postMessage(command: Command): void;
};

export type ClientFailure =
  /** The worker died again and again, or cannot be had; the next command tries once more. */
  | { readonly kind: 'worker'; readonly message: string }
  /** The run could not be created. */
  | { readonly kind: 'run'; readonly runId: number; readonly message: string };

export interface ClientOptions {
  readonly spawn: () => WorkerHandle;
  /** Calls back once, in a coming frame, with the time in ms; one request at a time. */
  readonly requestFrame: (callback: (time: number) => void) => void;
  readonly cancelFrame: () => void;
  /** Whether more snapshots would not be looked at, because the page is still busy with those before. */
  readonly isBehind?: () => boolean;
  /**
   * Complete and of one update; `resume` is there about once a second in training and at every rest.
   * `isAnswer` says that every command so far had its effect before.
   */
  readonly onSnapshot: (snapshot: Snapshot, isAnswer: boolean) => void;
  /** The worker died; its runs go on in a new one, each from `update`. */
  readonly onRestart: (runs: readonly { readonly runId: number; readonly update: number }[]) => void;
  readonly onFailure: (failure: ClientFailure) => void;
  /** A change was not made because the loss would not have been usable. */
  readonly onRefused: (refusal: Extract<Reply, { type: 'refused' }>) => void;
  /** Silence (ms) to bear from a worker; by default no less than any step of its runs can take. */
  readonly patience?: () => number;
}

/** What the client of a run's driver reports and asks. */
export type ClientCallbacks = Pick<
  ClientOptions,
  'isBehind' | 'onSnapshot' | 'onRestart' | 'onFailure' | 'onRefused'
>;

export interface Client {
  /** An id that no other run of this worker has. */
  newRunId(): number;
  /** Every run takes a new id. */
  send(command: RunCommand): void;
  /** What snapshots of a run have to contain; null for no snapshots, as at first. */
  want(runId: number, include: Sight | null): void;
  /** Ends the worker and forgets all runs. */
  terminate(): void;
}

export function createClient(options: ClientOptions): Client {
  const { spawn, requestFrame, cancelFrame, onSnapshot, onRestart, onFailure, onRefused } = options;
  const mirrors = new Map<number, Mirror>();
  const patience =
    options.patience ?? (() => longestSilence([...mirrors.values()].map((m) => m.created.config)));
  const liveness = createLiveness();
  const breather = createBreather(1000 / PICTURES);
  let worker: WorkerHandle | null = null;
  /** Runs the present worker has not been told about yet. */
  const lost = new Set<number>();
  let hasFrame = false;
  let nextRequest = 1;
  let lastRunId = 0;
  let outstanding: number | null = null;
  let deaths = 0;
  /** Where each run was when the worker died: only what gets beyond is progress. */
  let seenAtDeath = new Map<number, number>();

  function replaceWorker(): void {
    stopWorker();
    for (const runId of mirrors.keys()) lost.add(runId);
    try {
      worker = spawn();
    } catch (error) {
      onFailure({ kind: 'worker', message: String(error) });
      return;
    }
    worker.onmessage = ({ data }) => receive(data);
    worker.onmessageerror = () => die('a message could not be read');
    worker.onerror = (event) => die(event.message || 'the worker could not be loaded');
    post({ type: 'ping' });
  }

  function stopWorker(): void {
    if (worker !== null) {
      worker.onmessage = null;
      worker.onmessageerror = null;
      worker.onerror = null;
      worker.terminate();
    }
    worker = null;
    outstanding = null;
    liveness.restart();
  }

  function die(message: string): void {
    deaths++;
    seenAtDeath = new Map([...mirrors].map(([runId, mirror]) => [runId, mirror.seen]));
    if (deaths >= MAX_DEATHS) {
      stopWorker();
      onFailure({ kind: 'worker', message });
      return;
    }
    replaceWorker();
    if (worker === null) return;
    onRestart([...mirrors].map(([runId, { restartsAt }]) => ({ runId, update: restartsAt })));
    scheduleFrame();
  }

  function receive(reply: Reply): void {
    liveness.heard();
    switch (reply.type) {
      case 'snapshots':
        if (reply.requestId === outstanding) outstanding = null;
        for (const snapshot of reply.snapshots) deliver(snapshot, reply.requestId);
        break;
      case 'failed':
        mirrors.delete(reply.runId);
        onFailure({ kind: 'run', runId: reply.runId, message: reply.message });
        break;
      case 'refused':
        onRefused(reply);
        break;
      case 'pong':
        break;
      default:
        reply satisfies never;
    }
    scheduleFrame();
  }

  function deliver(snapshot: Snapshot, requestId: number): void {
    const { runId, update } = snapshot;
    const mirror = mirrors.get(runId);
    if (mirror === undefined || mirror.include === null || !mirror.received(snapshot, requestId)) return;
    if (update > (seenAtDeath.get(runId) ?? -1)) deaths = 0;
    onSnapshot(snapshot, mirror.isAnswered);
  }

  function onFrame(time: number): void {
    hasFrame = false;
    if (worker === null) return;
    for (const runId of lost) mirrors.get(runId)?.recreate(nextRequest).forEach(post);
    lost.clear();
    const mayDraw = breather.frame(time);
    // Who has ordered something waits for it, however slowly the page draws.
    const isOwed = [...mirrors.values()].some((mirror) => mirror.include !== null && !mirror.isAnswered);
    if (outstanding === null && (isOwed || (mayDraw && !options.isBehind?.()))) pull(time);
    const state = liveness.frame(time, patience);
    if (state === 'ask') post({ type: 'ping' });
    if (state === 'gone') die('the worker does not answer');
    scheduleFrame();
    if (!hasFrame) breather.stop();
  }

  function pull(time: number): void {
    const wants = [...mirrors.values()].map((mirror) => mirror.want(time)).filter((want) => want !== null);
    if (wants.length === 0) return;
    outstanding = nextRequest++;
    post({ type: 'pull', requestId: outstanding, wants });
  }

  function post(command: Command): void {
    worker?.postMessage(command);
  }

  /** A page at rest asks for no frames: its pull waits in the worker. */
  function scheduleFrame(): void {
    if (hasFrame || worker === null) return;
    const all = [...mirrors.values()];
    const hasToPull = outstanding === null && all.some((mirror) => mirror.include !== null);
    if (!hasToPull && !liveness.isAsking && lost.size === 0 && !all.some((mirror) => mirror.isBusy)) return;
    hasFrame = true;
    requestFrame(onFrame);
  }

  function send(command: RunCommand): void {
    // Not even the worker is begun for the end of a run that there is not.
    if (command.type === 'dispose' && !mirrors.has(command.runId)) return;
    // A person's command is a fresh try, and one who chose a new run does not wait for a monstrous step's end.
    deaths = 0;
    if (worker === null || (command.type === 'create' && liveness.isStuck)) replaceWorker();
    if (command.type === 'create') {
      mirrors.set(command.runId, createMirror(command, nextRequest));
      lost.delete(command.runId);
    } else if (command.type === 'dispose') mirrors.delete(command.runId);
    else mirrors.get(command.runId)?.sent(command, nextRequest);
    if (!lost.has(command.runId)) post(command);
    scheduleFrame();
  }

  return {
    newRunId: () => ++lastRunId,
    send,
    want(runId, include) {
      const mirror = mirrors.get(runId);
      if (mirror === undefined) return;
      const { include: before } = mirror;
      mirror.include = include;
      if (JSON.stringify(include) === JSON.stringify(before)) return;
      // The pull that waits in the worker asks for something else; another takes its place.
      mirror.askAnew(nextRequest);
      outstanding = null;
      scheduleFrame();
    },
    terminate() {
      if (hasFrame) cancelFrame();
      hasFrame = false;
      mirrors.clear();
      lost.clear();
      stopWorker();
    },
  };
}
