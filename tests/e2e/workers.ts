/** What the page says to the worker that trains, and a way to break it: the page itself keeps it private. */
import type { Page } from 'playwright-core';

interface Watched {
  readonly workers: Worker[];
  /** The texts, as input ids, that runs were created for. */
  readonly created: number[][];
}

declare global {
  interface Window {
    watched: Watched;
  }
}

/** Loads the page again with every worker that trains watched from its start. */
export async function watchWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { workers: [], created: [] };
    window.watched = watched;
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (String(url).includes('trainer')) watched.workers.push(this);
      }
      override postMessage(message: { type: string; config?: { examples: { inputs: number[] }[] } }): void {
        if (message.type === 'create') watched.created.push(message.config?.examples[0].inputs ?? []);
        super.postMessage(message);
      }
    };
  });
  await page.reload();
}

/** Lengths of the texts for which a run was created, in timesteps. */
export function createdRuns(page: Page): Promise<number[]> {
  return page.evaluate(() => window.watched.created.map((inputs) => inputs.length));
}

export function countWorkers(page: Page): Promise<number> {
  return page.evaluate(() => window.watched.workers.length);
}

/** The newest worker ends without a word, as when the system takes its memory away. */
export async function endWorker(page: Page): Promise<void> {
  await page.evaluate(() => window.watched.workers.at(-1)?.terminate());
}

/** The newest worker reports an error that nobody caught. */
export async function breakWorker(page: Page): Promise<void> {
  await page.evaluate(() =>
    window.watched.workers.at(-1)?.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' })),
  );
}
