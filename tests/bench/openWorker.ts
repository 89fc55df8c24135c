/** A worker of the benchmark's own, on an empty page of the browser that is measured. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { build } from 'vite';

const ADDRESS = 'http://bare.localhost/';

async function workerCode(entry: URL): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      target: 'es2022',
      write: false,
      lib: { entry: fileURLToPath(entry), formats: ['es'] },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (!('output' in bundle)) throw new Error('Vite watches instead of building');
  return bundle.output[0].code;
}

/**
 * Starts the module `entry`, which answers each message with one. What else it fetches lies in the folder `files`.
 * The function that comes back sends a message and waits for the answer.
 */
export async function openWorker<Question, Answer>(
  context: BrowserContext,
  entry: URL,
  files?: URL,
): Promise<(question: Question) => Promise<Answer>> {
  const code = await workerCode(entry);
  const page = await context.newPage();
  await page.route(`${ADDRESS}**`, async (route) => {
    const name = basename(new URL(route.request().url()).pathname);
    if (name === '')
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bare</title>' });
    if (name === 'worker.js') return route.fulfill({ contentType: 'text/javascript', body: code });
    if (files === undefined) return route.abort();
    const contentType = name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
    return route.fulfill({ contentType, body: await readFile(new URL(name, files)) });
  });
  await page.goto(ADDRESS);
  const worker = await page.evaluateHandle(() => new Worker('/worker.js', { type: 'module' }));
  return (question) =>
    worker.evaluate(
      (bare, message) =>
        new Promise<Answer>((resolve, reject) => {
          bare.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
          bare.onerror = ({ message: what }) => reject(new Error(what));
          bare.postMessage(message);
        }),
      question as never,
    );
}
