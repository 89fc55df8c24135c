/** A worker that only steps a trainer: the speed that a session is measured against. */
import { createTrainer } from '../../src/engine/index.ts';

self.onmessage = ({ data: { config, milliseconds } }) => {
  const trainer = createTrainer(config);
  const start = performance.now();
  while (performance.now() - start < milliseconds) for (let i = 0; i < 100; i++) trainer.step();
  self.postMessage((1000 * trainer.update) / (performance.now() - start));
};
