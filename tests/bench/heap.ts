/** What lives on the heaps of a page and of its worker, array buffers and DOM included. */
import type { CDPSession } from 'playwright-core';

interface HeapUsage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize: number;
  readonly backingStorageSize: number;
}

/** Bytes. */
export interface Heaps {
  readonly page: number;
  readonly worker: number;
}

interface WorkerAnswer {
  readonly id?: number;
  readonly result?: HeapUsage;
}

const sum = ({ usedSize, embedderHeapUsedSize, backingStorageSize }: HeapUsage) =>
  usedSize + embedderHeapUsedSize + backingStorageSize;

/** The page must have its one worker already. Each reading collects garbage first. */
export async function watchHeaps(devtools: CDPSession): Promise<() => Promise<Heaps>> {
  const attached = new Promise<string>((resolve) => {
    devtools.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') resolve(sessionId);
    });
  });
  await devtools.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const sessionId = await attached;

  let lastId = 0;
  const askWorker = (method: string): Promise<HeapUsage> => {
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      const listen = ({ message }: { readonly message: string }) => {
        const answer: WorkerAnswer = JSON.parse(message);
        if (answer.id !== id) return;
        devtools.off('Target.receivedMessageFromTarget', listen);
        if (answer.result) resolve(answer.result);
        else reject(new Error(message));
      };
      devtools.on('Target.receivedMessageFromTarget', listen);
      const message = JSON.stringify({ id, method });
      devtools.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  };

  return async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    await askWorker('HeapProfiler.collectGarbage');
    return {
      page: sum(await devtools.send('Runtime.getHeapUsage')),
      worker: sum(await askWorker('Runtime.getHeapUsage')),
    };
  };
}
