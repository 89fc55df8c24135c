/** The entry of the worker thread. */
import { createCheckpointPool } from './checkpoints.ts';
import { createSession } from './session.ts';
import { createYield } from './yieldControl.ts';

const session = createSession({
  now: () => performance.now(),
  yieldControl: createYield(),
  post: (reply, transfer) => self.postMessage(reply, { transfer }),
  insight: () => import('./insight.ts'),
  pool: createCheckpointPool(undefined, () => import('./relatives.ts')),
});

self.onmessage = (event) => session.receive(event.data);
