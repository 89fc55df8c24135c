/** The engine alone in a worker of the browser that also shows the app. */
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { build } from 'vite';

const ADDRESS = 'http://bare.localhost/';

async function workerCode(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      target: 'es2022',
      write: false,
      lib: { entry: fileURLToPath(new URL('./bareWorker.ts', import.meta.url)), formats: ['es'] },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (!('output' in bundle)) throw new Error('Vite watches instead of building');
  return bundle.output[0].code;
}

/** Opens an empty page with the worker; the answer measures updates per second over some milliseconds. */
export async function openBareEngine(
  context: BrowserContext,
): Promise<(milliseconds: number) => Promise<number>> {
  const code = await workerCode();
  const page = await context.newPage();
  await page.route(`${ADDRESS}**`, (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: code })
      : route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bare</title>' }),
  );
  await page.goto(ADDRESS);
  const worker = await page.evaluateHandle(() => new Worker('/worker.js', { type: 'module' }));
  return (milliseconds) =>
    worker.evaluate(
      (bare, duration) =>
        new Promise<number>((resolve, reject) => {
          bare.onmessage = ({ data }: MessageEvent<number>) => resolve(data);
          bare.onerror = ({ message }) => reject(new Error(message));
          bare.postMessage(duration);
        }),
      milliseconds,
    );
}
