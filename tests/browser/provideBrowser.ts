/** A browser in any case: found, else installed, else a sentence that says what to do. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { BROWSER_VARIABLE, findBrowser } from './findBrowser.ts';
import { packageInstaller } from './packageInstaller.ts';

/** Milliseconds. */
const DOWNLOAD_LIMIT = 5 * 60_000;

/** The path of a Chrome, Chromium or Edge. Never returns without one. */
export function provideBrowser(): string {
  return findBrowser() ?? downloaded() ?? fromSystem() ?? fail();
}

/** Playwright's own build, into the user's cache folder, and what it links against where packages may be installed. */
function downloaded(): string | undefined {
  console.log('No browser found: downloading one with Playwright.');
  if (!playwright('install', 'chromium')) return undefined;
  if (packageInstaller() !== undefined) playwright('install-deps', 'chromium');
  return findBrowser();
}

function playwright(...args: string[]): boolean {
  const cli = fileURLToPath(new URL('../../node_modules/playwright-core/cli.js', import.meta.url));
  const result = spawnSync(process.execPath, [cli, ...args], { stdio: 'inherit', timeout: DOWNLOAD_LIMIT });
  return result.status === 0;
}

function fromSystem(): string | undefined {
  const install = packageInstaller();
  if (install === undefined) return undefined;
  console.log('Still no browser: installing the package chromium.');
  install(['chromium']);
  return findBrowser();
}

function fail(): never {
  throw new Error(
    `The tests need a Chrome, Chromium or Edge: install one, or name one in the variable ${BROWSER_VARIABLE}.`,
  );
}
