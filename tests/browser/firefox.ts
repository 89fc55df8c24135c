/** `npm run test:firefox`: trains in a real Firefox, where one is installed, and compares the bits with Node's. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import { createServer } from 'vite';
import { EXPECTED } from '../engine/determinism.ts';
import { isFile } from './findBrowser.ts';

/** Milliseconds. */
const PATIENCE = 120_000;

const PAGE = `<!doctype html><meta charset="utf-8"><title>Determinism</title><script type="module">
  const report = (body) => fetch('/report', { method: 'POST', body: JSON.stringify(body) });
  try {
    const { hashes } = await import('/tests/engine/determinism.ts');
    await report({ agent: navigator.userAgent, hashes: hashes() });
  } catch (error) {
    await report({ agent: navigator.userAgent, error: String(error) });
  }
</script>`;

interface Report {
  readonly agent: string;
  readonly hashes?: unknown;
  readonly error?: string;
}

function findFirefox(): string {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['firefox', 'firefox-esr'].map((command) => join(folder, command)));
  const places = [
    process.env.UNROLLED_FIREFOX ?? '',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ...onPath,
  ];
  const found = places.find(isFile);
  if (found === undefined)
    throw new Error('No Firefox found: install one (Debian: firefox-esr), or name one in UNROLLED_FIREFOX.');
  return found;
}

/** Serves the page and this code base, and gives what the page sends back. */
async function serve(): Promise<{ address: string; report: Promise<Report>; close: () => Promise<void> }> {
  let receive: (report: Report) => void;
  const report = new Promise<Report>((resolve) => {
    receive = resolve;
  });
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
    plugins: [
      {
        name: 'determinism-page',
        configureServer: ({ middlewares }) => {
          middlewares.use('/report', async (request: IncomingMessage, response) => {
            receive(JSON.parse(await text(request)));
            response.end();
          });
          middlewares.use('/determinism', (_, response) => {
            response.setHeader('content-type', 'text/html').end(PAGE);
          });
        },
      },
    ],
  });
  await server.listen();
  return { address: `${server.resolvedUrls?.local[0]}determinism`, report, close: () => server.close() };
}

async function askFirefox(): Promise<Report> {
  const firefox = findFirefox();
  const profile = await mkdtemp(join(tmpdir(), 'unrolled-firefox-'));
  const { address, report, close } = await serve();
  const browser = spawn(firefox, ['--headless', '--no-remote', '--profile', profile, address], {
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => browser.on('close', resolve));
  let timer: NodeJS.Timeout | undefined;
  try {
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`${firefox} did not answer in ${PATIENCE / 1000} s.`)),
        PATIENCE,
      );
    });
    return await Promise.race([report, silence]);
  } finally {
    clearTimeout(timer);
    browser.kill();
    await ended;
    await close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const { agent, hashes, error } = await askFirefox();
console.log(agent);
if (error !== undefined) throw new Error(error);
console.log(hashes);
if (!isDeepStrictEqual(hashes, EXPECTED)) {
  console.error('Not the bits that Node gives:', EXPECTED);
  process.exitCode = 1;
} else console.log('The same bits as in Node.');
