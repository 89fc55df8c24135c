/** The first picture of a run, computed on the page itself, so that it does not wait for the worker. */

import type { Config } from './state/config.ts';
import { NOTHING_MORE } from './state/sight.ts';
import { runConfigOf } from './state/start.ts';
import type { TextTask } from './tasks/text.ts';
import type { Snapshot } from './worker/protocol.ts';
import { createSession } from './worker/session.ts';

/** Larger networks than this many multiplications wait for the worker: the page must not freeze. */
const MAX_PRODUCTS = 4e6;

/** Update 0 of a run, or null where computing it here would be felt. */
export function firstPicture(config: Config, task: TextTask): Snapshot | null {
  if (products(config, task) > MAX_PRODUCTS) return null;
  let picture: Snapshot | null = null;
  const session = createSession({
    now: () => 0,
    yieldControl: () => undefined,
    post: (reply) => {
      if (reply.type === 'snapshots') picture = reply.snapshots[0];
    },
  });
  const include = { ...NOTHING_MORE, parameters: true, curve: true, resume: false };
  session.receive({ type: 'create', runId: 0, config: runConfigOf(config, task), resume: null, update: 0 });
  session.receive({ type: 'pull', requestId: 0, wants: [{ runId: 0, since: 0, include }] });
  return picture;
}

function products({ hiddenSize, layers }: Config, { vocabulary, letters }: TextTask): number {
  return letters.length * hiddenSize * (8 * layers * hiddenSize + vocabulary.length);
}
