/** Where a Chrome, Chromium or Edge is on this machine, if there is one. */
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** Names the browser to use when the usual places are not right. */
export const BROWSER_VARIABLE = 'UNROLLED_BROWSER';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
];

const MAC_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

type Environment = Readonly<Record<string, string | undefined>>;

/** The paths to try, most wanted first. */
export function usualPlaces(platform: NodeJS.Platform, env: Environment): string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return roots.flatMap((root) => (root ? WINDOWS_PROGRAMS.map((program) => `${root}\\${program}`) : []));
  }
  const onPath = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const commands = onPath.flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  if (platform === 'darwin') {
    const roots = ['/Applications', join(env.HOME ?? '/', 'Applications')];
    const applications = roots.flatMap((root) =>
      MAC_APPLICATIONS.map((name) => `${root}/${name}.app/Contents/MacOS/${name}`),
    );
    return [...applications, ...commands];
  }
  return [...commands, '/usr/bin/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'];
}

/**
 * The path of a browser: the one named by the variable, else one of the usual places, else Playwright's own download.
 * @throws if the variable names something that is not a file.
 */
export function findBrowser(env: Environment = process.env): string | undefined {
  const named = env[BROWSER_VARIABLE];
  if (named !== undefined && named !== '') {
    if (isFile(named)) return named;
    throw new Error(`${BROWSER_VARIABLE} is set to ${named}, which is not a file.`);
  }
  return [...usualPlaces(process.platform, env), chromium.executablePath()].find(isFile);
}

/** Chromium refuses to run its sandbox as root. */
export function launchArguments(): string[] {
  const asRoot = process.getuid?.() === 0;
  return [
    '--disable-background-networking',
    '--disable-component-update',
    ...(asRoot ? ['--no-sandbox'] : []),
  ];
}

export function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
