/** Measures exercises with several seeds and writes what is right as a file of the page. */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { MEASURED_EXERCISES } from '../../src/state/measuredSeeds.ts';
import type { MeasuredExercise } from '../../src/state/seeds.ts';
import { describeExercise, measureCell, pretrainedExercises, SEEDS } from './measureSeeds.ts';

const FILE = fileURLToPath(new URL('../../src/state/measuredSeeds.ts', import.meta.url));

/** Measures `cells`, all where none are named; of other cells stays what the file has. */
export async function writeSeeds(cells: readonly string[]): Promise<void> {
  const measured = pretrainedExercises().map((states): MeasuredExercise => {
    const description = describeExercise(states);
    const { task, tongue } = description;
    const before = MEASURED_EXERCISES.find((each) => each.task === task && each.tongue === tongue);
    return {
      ...description,
      cells: states.flatMap((state) => {
        const { cell } = state.config;
        if (cells.length === 0 || cells.includes(cell)) return [measureCell(state)];
        return before?.cells.filter((each) => each.cell === cell) ?? [];
      }),
    };
  });
  await writeFile(
    FILE,
    `/** Written by \`npm run pretrain -- seeds\`: trained and counted, not to be edited by hand. */
import type { MeasuredExercise } from './seeds.ts';

export const MEASURED_WITH: readonly number[] = ${JSON.stringify(SEEDS)};

export const MEASURED_EXERCISES: readonly MeasuredExercise[] = ${JSON.stringify(measured)};
`,
  );
  execFileSync('npx', ['biome', 'format', '--write', FILE], { stdio: 'inherit' });
}
