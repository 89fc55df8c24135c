/** The first picture of a run, computed on the page itself, so that it does not wait for the worker. */

import type { Config } from './state/config.ts';
import { NOTHING_MORE } from './state/sight.ts';
import { runConfigOf, type Subject } from './state/start.ts';
import type { RunConfig, Snapshot } from './worker/protocol.ts';
import { createSession } from './worker/session.ts';

/** Larger networks than this many multiplications wait for the worker: the page must not freeze. */
const MAX_PRODUCTS = 4e6;

/** Update 0 of a run, or null where computing it here would be felt. */
export function firstPicture(config: Config, subject: Subject): Snapshot | null {
  const started = runConfigOf(config, subject);
  if (products(started) > MAX_PRODUCTS) return null;
  let picture: Snapshot | null = null;
  const session = createSession({
    now: () => 0,
    yieldControl: () => undefined,
    post: (reply) => {
      if (reply.type === 'snapshots') picture = reply.snapshots[0];
    },
  });
  const probe = subject.asked?.task.example ?? null;
  const include = { ...NOTHING_MORE, probe, parameters: true, curve: true, resume: false };
  session.receive({ type: 'create', runId: 0, config: started, resume: null, update: 0 });
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
