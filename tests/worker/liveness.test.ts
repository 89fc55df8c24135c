import { describe, expect, it } from 'vitest';
import { createLiveness, longestSilence } from '../../src/worker/liveness.ts';
import { helloConfig } from './fakeTrainer.ts';

const FRAME = 16;

/** Frames for some time on a page that is awake; what they said, without repetition. */
function watch(liveness: ReturnType<typeof createLiveness>, from: number, milliseconds: number) {
  const said: string[] = [];
  for (let time = from; time <= from + milliseconds; time += FRAME) {
    const state = liveness.frame(time, () => 10_000);
    if (said.at(-1) !== state) said.push(state);
    if (state === 'gone') break;
  }
  return said;
}

describe('createLiveness', () => {
  it('asks after half a second of silence and waits with patience', () => {
    const liveness = createLiveness();
    liveness.heard();
    expect(watch(liveness, 0, 400)).toEqual(['fine']);
    expect(watch(liveness, 400, 9000)).toEqual(['fine', 'ask', 'fine']);
    expect(watch(liveness, 9400, 9000)).toEqual(['fine', 'gone']);
  });

  it('takes any message for a sign of life', () => {
    const liveness = createLiveness();
    for (let time = 0; time < 60_000; time += 9000) {
      liveness.heard();
      expect(watch(liveness, time, 9000)).not.toContain('gone');
    }
  });

  it('does not count the time in which the page had no frames', () => {
    const liveness = createLiveness();
    liveness.heard();
    watch(liveness, 0, 1000);
    expect(liveness.isAsking).toBe(true);
    expect(liveness.frame(3_600_000, () => 10_000)).toBe('fine');
    expect(liveness.isStuck).toBe(false);
  });

  it('calls a worker stuck a second after an unanswered ping, if it was ever heard', () => {
    const liveness = createLiveness();
    liveness.restart();
    watch(liveness, 0, 5000);
    expect(liveness.isStuck).toBe(false);
    liveness.heard();
    watch(liveness, 5000, 1200);
    expect(liveness.isStuck).toBe(false);
    watch(liveness, 6200, 600);
    expect(liveness.isStuck).toBe(true);
    liveness.heard();
    expect(liveness.isStuck).toBe(false);
  });
});

describe('longestSilence', () => {
  it('is half a minute for a small network and many minutes for the largest', () => {
    expect(longestSilence([helloConfig()])).toBeLessThan(31_000);
    const letters = Array.from({ length: 2000 }, (_, i) => i % 64);
    const largest = helloConfig({
      model: {
        cell: 'lstm',
        nonlinearity: 'tanh',
        inputSize: 64,
        hiddenSize: 512,
        layers: 3,
        outputSize: 64,
      },
      examples: [{ inputs: letters, targets: letters }],
    });
    expect(longestSilence([largest])).toBeGreaterThan(10 * 60_000);
    expect(longestSilence([largest, largest])).toBeGreaterThan(longestSilence([largest]));
  });

  it('is that of a step, whose batch is the longest examples at most', () => {
    const { training, examples } = helloConfig();
    const long = { inputs: Array(50_000).fill(0), targets: Array(50_000).fill(1) };
    const silence = (batchSize: number | null, ...more: (typeof long)[]) =>
      longestSilence([
        helloConfig({ training: { ...training, batchSize }, examples: [...examples, ...more] }),
      ]);
    expect(silence(1, long, long)).toBe(silence(1, long));
    expect(silence(2, long, long)).toBeGreaterThan(silence(1, long));
    expect(silence(null, long, long)).toBeGreaterThan(silence(2, long, long));
  });
});
