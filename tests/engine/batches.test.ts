import { describe, expect, it } from 'vitest';
import { createBatches } from '../../src/engine/batches.ts';
import { createTrainer, type Trace } from '../../src/engine/index.ts';
import { FULL_BATCH_SGD, modelOf, randomExample } from './setup.ts';

const EXAMPLES = 1200;
const BATCH = 16;
const PER_PASS = EXAMPLES / BATCH;

describe('batches of many examples', () => {
  it('cover each pass once, in another order than the last, whatever was visited before', () => {
    const batches = createBatches(EXAMPLES, BATCH, 3);
    const passOf = (pass: number) => {
      const taken: number[] = [];
      for (let n = 0; n < PER_PASS; n++) {
        batches.moveTo(pass * PER_PASS + n);
        taken.push(...batches.order.slice(batches.from, batches.to));
      }
      return taken;
    };
    const second = passOf(1);
    const first = passOf(0);
    expect(first).not.toEqual(second);
    for (const pass of [first, second]) {
      expect(pass.toSorted((a, b) => a - b)).toEqual(Array.from({ length: EXAMPLES }, (_, i) => i));
    }
    expect(passOf(1)).toEqual(second);
  });

  it('use the memory of a place and a length again, and say whose the first trace is', () => {
    const model = modelOf('gru');
    const lengths = [2, 3, 5, 8];
    const examples = Array.from({ length: EXAMPLES }, (_, n) => randomExample(model, lengths[n % 4], n));
    const training = { ...FULL_BATCH_SGD, batchSize: BATCH };
    const trainer = createTrainer({ model, training, seed: 1, examples });
    const traces = new Set<Trace>();
    for (let n = 0; n < 2 * PER_PASS; n++) {
      trainer.step();
      expect(trainer.traces).toHaveLength(BATCH);
      for (const trace of trainer.traces) traces.add(trace);
      expect([...trainer.traces[0].inputs]).toEqual(examples[trainer.example].inputs);
    }
    expect(traces.size).toBeLessThanOrEqual(BATCH * lengths.length);
  });
});
