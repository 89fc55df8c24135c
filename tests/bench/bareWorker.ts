/** The engine and nothing else in a worker: trains for the asked time and answers with updates per second. */
import { createTrainer } from '../../src/engine/index.ts';
import { DEFAULT_CONFIG } from '../../src/state/config.ts';
import { runConfigOf } from '../../src/state/start.ts';
import { readText } from '../../src/tasks/text.ts';

const UPDATES_PER_LOOK = 512;

const reading = readText(DEFAULT_CONFIG.text, DEFAULT_CONFIG.letterUnit);
if (reading.kind !== 'ready') throw new Error('the default text cannot be read');
const trainer = createTrainer(runConfigOf(DEFAULT_CONFIG, { task: reading.task, exercise: null }));

self.onmessage = ({ data: milliseconds }: MessageEvent<number>) => {
  const start = performance.now();
  let elapsed = 0;
  let updates = 0;
  while (elapsed < milliseconds) {
    for (let i = 0; i < UPDATES_PER_LOOK; i++) trainer.step();
    updates += UPDATES_PER_LOOK;
    elapsed = performance.now() - start;
  }
  self.postMessage((updates / elapsed) * 1000);
};
