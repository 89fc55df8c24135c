/** Pictures of Korean text and emoji need fonts that draw them; tests do not depend on it. */
import { spawnSync } from 'node:child_process';
import { packageInstaller } from './packageInstaller.ts';

const NEEDS = [
  { what: 'Korean', pattern: ':lang=ko', package: 'fonts-noto-cjk' },
  { what: 'emoji', pattern: ':charset=1f600', package: 'fonts-noto-color-emoji' },
];

/** Linux only: other systems bring such fonts. Installs what is missing where it may, else says so. */
export function provideFonts(): void {
  if (process.platform !== 'linux') return;
  const missing = NEEDS.filter((need) => !isCovered(need.pattern));
  if (missing.length === 0) return;
  packageInstaller()?.(['fontconfig', ...missing.map((need) => need.package)]);
  for (const need of missing.filter(({ pattern }) => !isCovered(pattern)))
    console.warn(`No font here draws ${need.what}: screenshots will show boxes (Debian: ${need.package}).`);
}

function isCovered(pattern: string): boolean {
  const listed = spawnSync('fc-list', [pattern, 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}
