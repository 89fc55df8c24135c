import { type StdioOptions, spawnSync } from 'node:child_process';

export type InstallPackages = (names: readonly string[]) => boolean;

/** Installs Debian packages without asking anything, where this user may; undefined elsewhere. */
export function packageInstaller(): InstallPackages | undefined {
  if (process.platform !== 'linux' || !runs('apt-get', '--version')) return undefined;
  if (process.getuid?.() === 0) return (names) => aptInstall([], names);
  if (runs('sudo', '-n', 'true')) return (names) => aptInstall(['sudo', '-n'], names);
  return undefined;
}

function aptInstall(prefix: readonly string[], names: readonly string[]): boolean {
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
  const run = (...args: string[]) => spawn([...apt, ...args], ['ignore', 'inherit', 'inherit']);
  return run('update') && run('install', '-y', '--no-install-recommends', ...names);
}

function runs(...command: string[]): boolean {
  return spawn(command, 'ignore');
}

function spawn([command = '', ...args]: string[], stdio: StdioOptions): boolean {
  return spawnSync(command, args, { stdio }).status === 0;
}
