/** `npm run bench` measures everything, `npm run bench -- engine` (or `jumps`, `page`, `exercises`, `tasks`) a part; it prints and never fails a goal. */
import { circumstances } from './circumstances.ts';
import { type Row, table } from './report.ts';

interface Part {
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

/** Loaded when wanted: one part must not need what only the other has. */
const PARTS: Readonly<Record<string, () => Promise<Part>>> = {
  engine: async () => (await import('./engine.ts')).benchEngine(),
  jumps: async () => (await import('./jumps.ts')).benchJumps(),
  page: async () => (await import('./page.ts')).benchPage(),
  exercises: async () => (await import('./exercises.ts')).benchExercises(),
  tasks: async () => (await import('./tasks.ts')).benchTasks(),
};

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(PARTS);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(' and ')}`);
}

async function measure(): Promise<void> {
  const start = circumstances();
  const parts: Part[] = [];
  for (const name of wanted) {
    console.error(`measuring ${name} …`);
    parts.push(await PARTS[name]());
  }
  console.log(start);
  console.log(`${parts.flatMap(({ notes }) => notes).join('\n')}\n`);
  console.log(table(parts.flatMap(({ rows }) => rows)));
}

// Caught here, because Emscripten prints all of its source before an error that nobody caught.
await measure().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
