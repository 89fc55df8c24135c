/** The first picture of a run, computed on the page itself, so that it does not wait for the worker. */

import type { Config } from './state/config.ts';
import { NOTHING_MORE } from './state/sight.ts';
import { runConfigOf, type Subject } from './state/start.ts';
import type { RunConfig, Snapshot } from './worker/protocol.ts';
import { createSession } from './worker/session.ts';

/** Whatever needs more multiplications than this waits for the worker: the page must not freeze. */
const MAX_PRODUCTS = 4e6;
/** What an update costs, forward passes. */
const UPDATE_COST = 3;

/** A run at an update, or null where computing it here would be felt. */
export function firstPicture(config: Config, subject: Subject, update: number): Snapshot | null {
  const started = runConfigOf(config, subject);
  if (products(started) * (1 + UPDATE_COST * update) > MAX_PRODUCTS) return null;
  let picture: Snapshot | null = null;
  const slices: (() => void)[] = [];
  const session = createSession({
    // A clock that stands still: all updates are one slice.
    now: () => 0,
    yieldControl: (slice) => slices.push(slice),
    post: (reply) => {
      if (reply.type === 'snapshots') picture = reply.snapshots[0];
    },
  });
  const probe = subject.asked?.task.example ?? null;
  const include = { ...NOTHING_MORE, probe, parameters: true, curve: true, resume: update > 0 };
  session.receive({ type: 'create', runId: 0, config: started, resume: null, update });
  for (const slice of slices) slice();
  session.receive({ type: 'pull', requestId: 0, wants: [{ runId: 0, since: 0, include }] });
  return picture;
}

/** Of a batch whose sequences are as long as they are on average. */
function products({ model, training, examples }: RunConfig): number {
  const { hiddenSize, layers, outputSize } = model;
  const timesteps = examples.reduce((sum, { inputs }) => sum + inputs.length, 0);
  const share = Math.min(1, (training.batchSize ?? examples.length) / examples.length);
  return share * timesteps * hiddenSize * (8 * layers * hiddenSize + outputSize);
}
