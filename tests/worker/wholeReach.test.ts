import { describe, expect, it } from 'vitest';
import { createGradientReach } from '../../src/engine/gradientReach.ts';
import { createTrainer } from '../../src/engine/index.ts';
import { createCheckpointPool } from '../../src/worker/checkpoints.ts';
import { itemised } from '../../src/worker/insight.ts';
import type { Include, RunConfig, Snapshot } from '../../src/worker/protocol.ts';
import { createRun } from '../../src/worker/run.ts';
import { findMore, hasMoreToFind } from '../../src/worker/standstill.ts';
import { planWholeReach } from '../../src/worker/wholeReach.ts';
import { helloConfig } from './fakeTrainer.ts';
import { createHarness, EVERYTHING } from './sessionHarness.ts';

const modelOf = (cell: 'rnn' | 'lstm', hiddenSize: number, layers = 1) => ({
  ...helloConfig().model,
  cell,
  hiddenSize,
  layers,
});

describe('the losses of a whole text', () => {
  it.each([5, 49, 181, 400])('of %i timesteps are all followed', (T) => {
    for (const model of [modelOf('rnn', 3), modelOf('lstm', 64)]) {
      const { losses, depth } = planWholeReach(model, T);
      expect([...losses]).toEqual(Array.from({ length: T }, (_, s) => s));
      expect(depth).toBe(T);
    }
  });

  it.each([401, 800, 1000, 1999, 2000])('of %i timesteps are evenly spread and end with the last', (T) => {
    const { losses, depth } = planWholeReach(modelOf('rnn', 3), T);
    const every = losses.length > 1 ? losses[1] - losses[0] : 1;
    expect(losses.length * T).toBeLessThanOrEqual(400 * 400);
    expect(losses.length).toBeGreaterThan((400 * 400) / T / 2);
    for (const [row, s] of losses.entries()) expect(s).toBe(losses[0] + row * every);
    expect(losses[0]).toBeGreaterThanOrEqual(0);
    expect(losses[0]).toBeLessThan(every);
    expect(losses.at(-1)).toBe(T - 1);
    expect(depth).toBe(T);
  });

  it('are fewer, and followed less far, where a timestep costs more', () => {
    const T = 2000;
    const [light, costly, heavy] = [modelOf('lstm', 128), modelOf('lstm', 256), modelOf('lstm', 512, 3)];
    expect(planWholeReach(light, T)).toMatchObject({ depth: T });
    const fewer = planWholeReach(costly, T);
    expect(fewer.losses.length).toBeLessThan(planWholeReach(light, T).losses.length);
    expect(fewer.depth).toBe(T);
    const { losses, depth, stride } = planWholeReach(heavy, T);
    expect(losses).toHaveLength(16);
    expect(losses.length * depth * 4 * 512 * 512 * 5).toBeLessThanOrEqual(1e10);
    expect(depth).toBeGreaterThan(50);
    expect(stride).toBe(1);
  });
});

/** NaN where one of them is not known. */
function furthestApart(some: Float64Array = new Float64Array(), others: Float64Array): number {
  expect(some).toHaveLength(others.length);
  return Math.max(...some.map((value, i) => Math.abs(value - others[i])));
}

describe('a run at rest on a long text', () => {
  const T = 200;
  const inputs = Array.from({ length: T }, (_, t) => (t * t + (t >> 3)) % 4);
  const example = { inputs, targets: inputs.map((_, t) => inputs[(t + 1) % T]) };
  const REACH: Include = { ...EVERYTHING, reach: { from: 80, to: 128 } };
  const newest = (snapshots: readonly Snapshot[]) => snapshots[snapshots.length - 1];

  function start(cell: 'rnn' | 'lstm' = 'rnn', overrides: Partial<RunConfig> = {}) {
    const config = helloConfig({ model: modelOf(cell, 8, 2), examples: [example], ...overrides });
    const harness = createHarness({ createTrainer });
    harness.create(1, config, 3);
    harness.settle();
    const first = harness.look(1, REACH);
    /** The page waits for news. */
    const wait = (since = newest(harness.snapshots()).version) => harness.pull(1, since, REACH);
    /** Every picture until nothing is missing. */
    const settle = () => {
      for (let pictures = 0; !newest(harness.snapshots()).reach?.whole?.isFinished; pictures++) {
        expect(pictures).toBeLessThan(30);
        wait();
        harness.settle();
      }
      return newest(harness.snapshots());
    };
    const norms = ({ parameters }: Snapshot) =>
      createGradientReach({
        model: config.model,
        parameters: Float64Array.from(parameters ?? []),
        example,
        truncation: null,
      }).norms();
    return { harness, first, wait, settle, norms };
  }

  it.each(['rnn', 'lstm'] as const)(
    'shows its window at once and then all of the %s, in the same numbers',
    (cell) => {
      const { first, settle, norms } = start(cell);
      expect(first.reach).toMatchObject({ from: 80, to: 128, whole: { isFinished: false } });
      const last = settle();
      expect(last.update).toBe(3);
      const whole = last.reach?.whole;
      const all = norms(last);
      expect(whole?.hidden).toHaveLength(2);
      expect(whole?.cellState === null).toBe(cell === 'rnn');
      expect(whole?.losses).toHaveLength(T);
      for (const [layer, { hidden, cellState }] of all.entries()) {
        expect(furthestApart(whole?.hidden[layer], hidden)).toBeLessThan(1e-13);
        if (cellState) expect(furthestApart(whole?.cellState?.[layer], cellState)).toBeLessThan(1e-13);
      }
      expect(last.reach?.hidden).toEqual(first.reach?.hidden);
    },
  );

  it('shows the unfinished the less often, the longer a picture takes', () => {
    const picturesOf = (pictureTime: number) => {
      let time = 0;
      const now = () => {
        time += 100;
        return time;
      };
      const short = { inputs: example.inputs.slice(0, 50), targets: example.targets.slice(0, 50) };
      const config = helloConfig({ model: modelOf('rnn', 8, 2), examples: [short] });
      const checkpoints = createCheckpointPool().open();
      const run = createRun({ config, resume: null, update: 0, checkpoints, now, createTrainer });
      itemised(run, { ...REACH, reach: { from: 0, to: 8 } }, short);
      let pictures = 0;
      while (hasMoreToFind(run)) {
        if (!findMore(run, now)) continue;
        pictures++;
        time += pictureTime;
      }
      return pictures;
    };
    expect(picturesOf(0)).toBeGreaterThan(3);
    expect(picturesOf(1000)).toBe(2);
  });

  it('says nothing more once it is complete', () => {
    const { harness, settle, wait } = start();
    settle();
    const known = harness.snapshots().length;
    wait();
    harness.settle();
    expect(harness.snapshots()).toHaveLength(known);
  });

  it('lets commands in between, and a moving run has its window alone', () => {
    const { harness, wait } = start();
    wait();
    for (let n = 0; n < 3; n++) expect(harness.slice()).toBe(true);
    expect(harness.snapshots()).toHaveLength(1);
    harness.session.receive({ type: 'train', runId: 1, pace: null, until: null });
    wait();
    while (newest(harness.snapshots()).update === 3) expect(harness.slice()).toBe(true);
    const training = newest(harness.snapshots());
    expect(training.phase.kind).toBe('training');
    expect(training.reach).toMatchObject({ from: 80, to: 128, whole: null });
  });

  it('begins anew at another update, under other interventions and on another text', () => {
    const { harness, settle, norms } = start();
    settle();
    harness.session.receive({ type: 'advance', runId: 1, count: 1 });
    harness.settle();
    expect(harness.look(1, REACH).reach?.whole?.isFinished).toBe(false);
    settle();
    harness.session.receive({ type: 'intervene', runId: 1, change: { kind: 'weight', index: 5, value: 2 } });
    expect(harness.look(1, REACH).reach?.whole?.isFinished).toBe(false);
    const last = settle();
    const [{ hidden }] = norms(last);
    for (const [t, value] of last.reach?.whole?.hidden[0].subarray(-T).entries() ?? []) {
      expect(value).toBeCloseTo(hidden[(T - 1) * T + t], 13);
    }
    const probe = { ...example, targets: example.inputs };
    expect(harness.look(1, { ...REACH, probe }).reach?.whole?.isFinished).toBe(false);
  });

  it('keeps what it found while another window is looked at', () => {
    const { harness, settle } = start();
    settle();
    const other = harness.look(1, {
      ...REACH,
      reach: { from: 0, to: 48 },
      contributions: { view: 0, from: 0, to: 2 },
    });
    expect(other.reach).toMatchObject({ from: 0, to: 48, whole: { isFinished: true } });
    const again = harness.look(1, REACH);
    expect(again.reach?.hidden).toEqual(settle().reach?.hidden);
    expect(new Set(again.reach?.whole?.hidden.map((each) => each.buffer))).not.toContain(
      other.reach?.whole?.hidden[0].buffer,
    );
  });

  it('has no more than the window where that is all of it', () => {
    const { harness } = start();
    expect(harness.look(1, { ...REACH, reach: { from: 0, to: T } }).reach?.whole).toBeNull();
  });

  it('works for nobody who does not wait to see it', () => {
    const { harness } = start();
    expect(harness.slice()).toBe(false);
    harness.pull(1, newest(harness.snapshots()).version, EVERYTHING);
    expect(harness.slice()).toBe(false);
  });
});
