/** Measures exercises with several seeds and writes what is right as a file of the page. */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describeMeasurement, measureSeed, RECOMMENDED, SEEDS } from './measureSeeds.ts';

const FILE = fileURLToPath(new URL('../../src/state/measuredSeeds.ts', import.meta.url));

const HEAD = `/** Written by \`npm run pretrain -- seeds\`: trained and counted, not to be edited by hand. */
import type { MeasuredSeeds } from './seeds.ts';

export const MEASURED_SEEDS: readonly MeasuredSeeds[] = `;

export async function writeSeeds(): Promise<void> {
  const measured = RECOMMENDED.map((state) => {
    const description = describeMeasurement(state);
    const { task, tongue, training, heldOut } = description;
    const results = SEEDS.map((seed) => {
      const result = measureSeed(state, seed);
      console.log(
        `${task} ${tongue}, seed ${seed}: ${result.training} of ${training} trained,`,
        `${result.heldOut} of ${heldOut} never seen`,
      );
      return result;
    });
    return { ...description, results };
  });
  await writeFile(FILE, `${HEAD}${JSON.stringify(measured)};\n`);
  execFileSync('npx', ['biome', 'format', '--write', FILE], { stdio: 'inherit' });
}
