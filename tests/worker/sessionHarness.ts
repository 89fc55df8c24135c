/** A session on a fake clock: no threads, no waiting. */

import type { createTrainer } from '../../src/engine/index.ts';
import { createCheckpointPool } from '../../src/worker/checkpoints.ts';
import * as insight from '../../src/worker/insight.ts';
import type { Include, Reply, RunConfig, Snapshot } from '../../src/worker/protocol.ts';
import * as relatives from '../../src/worker/relatives.ts';
import { createSession } from '../../src/worker/session.ts';
import { NOTHING } from '../include.ts';
import { createFakeTrainer, type FakeOptions, helloConfig } from './fakeTrainer.ts';

export const EVERYTHING: Include = { ...NOTHING, parameters: true, gates: true, curve: true, resume: true };

export interface HarnessOptions extends FakeOptions {
  /** Time (ms) that a reply takes. */
  readonly answerTime?: number;
  /** Instead of the fake one; then every look at the clock takes a millisecond. */
  readonly createTrainer?: typeof createTrainer;
  /** Memory for moments to go back to (bytes), other than a page gives. */
  readonly memory?: number;
}

export function createHarness(options: HarnessOptions = {}) {
  let time = 0;
  let slices = 0;
  let looks = 0;
  let nextRequest = 1;
  let appointments: { at: number; resume: () => void }[] = [];
  const replies: Reply[] = [];
  const transfers: ArrayBuffer[][] = [];

  const session = createSession({
    insight,
    now: () => {
      looks++;
      if (options.createTrainer !== undefined) time++;
      return time;
    },
    yieldControl: (resume, delay) => appointments.push({ at: time + delay, resume }),
    post: (reply, transfer) => {
      time += options.answerTime ?? 0;
      replies.push(reply);
      transfers.push(transfer);
    },
    pool: createCheckpointPool(options.memory, relatives),
    createTrainer:
      options.createTrainer ??
      createFakeTrainer({
        ...options,
        spend: (milliseconds) => {
          time += milliseconds;
        },
      }),
  });

  /** Keeps the next appointment; false when there is none before `end`. */
  function slice(end = Number.POSITIVE_INFINITY): boolean {
    appointments.sort((a, b) => a.at - b.at);
    if (appointments.length === 0 || appointments[0].at > end) return false;
    const [{ at, resume }, ...rest] = appointments;
    appointments = rest;
    time = Math.max(time, at);
    slices++;
    resume();
    return true;
  }

  function snapshots(): Snapshot[] {
    return replies.flatMap((reply) => (reply.type === 'snapshots' ? reply.snapshots : []));
  }

  const harness = {
    session,
    replies,
    transfers,
    slice,
    snapshots,
    get time() {
      return time;
    },
    get slices() {
      return slices;
    },
    get looks() {
      return looks;
    },
    create(runId = 1, config: RunConfig = helloConfig(), update = 0) {
      session.receive({ type: 'create', runId, config, resume: null, update });
    },
    /** Lets the session work for this long (ms). */
    advanceTime(milliseconds: number) {
      const end = time + milliseconds;
      while (slice(end));
      time = Math.max(time, end);
    },
    /** Nothing runs while the page sleeps. */
    sleep(milliseconds: number) {
      time += milliseconds;
    },
    /** Until nothing is left to do. */
    settle() {
      while (slice());
    },
    pull(runId = 1, since = 0, include: Include = NOTHING): number {
      const requestId = nextRequest++;
      session.receive({ type: 'pull', requestId, wants: [{ runId, since, include }] });
      return requestId;
    },
    /** The state of a run as a pull shows it. */
    look(runId = 1, include: Include = NOTHING): Snapshot {
      harness.pull(runId, 0, include);
      const snapshot = snapshots().at(-1);
      if (snapshot?.runId !== runId) throw new Error(`run ${runId} did not answer`);
      return snapshot;
    },
  };
  return harness;
}
