/** The app as a visitor gets it: built by Vite, served from a sub-path as any static host might. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { preview } from 'vite';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');
const SUB_PATH = '/some/where/';

export interface BuiltApp {
  readonly address: string;
  readonly folder: string;
  close(): Promise<void>;
}

/** Builds into a folder of its own, so that neither dist/ nor another run is in the way, and serves it on a free port. */
export async function serveBuiltApp(): Promise<BuiltApp> {
  const parent = await mkdtemp(join(tmpdir(), 'unrolled-'));
  const folder = join(parent, 'dist');
  await build(folder);
  const server = await preview({
    root: ROOT,
    configFile: false,
    base: SUB_PATH,
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0, strictPort: true },
  });
  const socket = server.httpServer.address();
  if (socket === null || typeof socket === 'string') throw new Error('The preview server has no port.');
  return {
    address: `http://127.0.0.1:${socket.port}${SUB_PATH}`,
    folder,
    close: async () => {
      await server.close();
      await rm(parent, { recursive: true, force: true });
    },
  };
}

/** A process of its own: a test runner's NODE_ENV would bundle the development build of React. */
async function build(folder: string): Promise<void> {
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  await promisify(execFile)(process.execPath, [VITE, 'build', '--outDir', folder, '--logLevel', 'warn'], {
    cwd: ROOT,
    env,
  });
}
