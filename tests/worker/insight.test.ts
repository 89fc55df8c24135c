import { describe, expect, it } from 'vitest';
import { createGradientReach } from '../../src/engine/gradientReach.ts';
import { createTrainer, parameterLayout } from '../../src/engine/index.ts';
import type { Include, RunConfig } from '../../src/worker/protocol.ts';
import { helloConfig } from './fakeTrainer.ts';
import { createHarness, EVERYTHING } from './sessionHarness.ts';

const TEXT = { inputs: [0, 1, 2, 2, 0, 1, 2, 2, 3], targets: [1, 2, 2, 0, 1, 2, 2, 3, 0] };

function lookAt(
  include: Partial<Include>,
  cell: 'rnn' | 'lstm' = 'rnn',
  updates = 40,
  overrides: Partial<RunConfig> = {},
) {
  const { model } = helloConfig();
  const config = helloConfig({ model: { ...model, cell, layers: 2 }, examples: [TEXT], ...overrides });
  const harness = createHarness({ createTrainer });
  harness.create(1, config, updates);
  harness.settle();
  const snapshot = harness.look(1, { ...EVERYTHING, ...include });
  const parameters = Float64Array.from(snapshot.parameters ?? []);
  const whole = createGradientReach({ model: config.model, parameters, example: TEXT, truncation: null });
  return { snapshot, config, whole, harness };
}

describe('what is computed for a picture alone', () => {
  it('is not there unless it is asked for', () => {
    expect(lookAt({}).snapshot).toMatchObject({ reach: null, contributions: null, trail: null });
  });

  it.each(['rnn', 'lstm'] as const)('is the %s reach within a window, as in the whole triangle', (cell) => {
    const { snapshot, whole } = lookAt({ reach: { from: 3, to: 7 } }, cell);
    const norms = whole.norms();
    expect(snapshot.reach?.hidden).toHaveLength(2);
    for (const [layer, { hidden, cellState }] of norms.entries()) {
      for (let s = 3; s < 7; s++) {
        for (let t = 3; t <= s; t++) {
          const at = (s - 3) * 4 + (t - 3);
          expect(snapshot.reach?.hidden[layer][at]).toBe(hidden[s * 9 + t]);
          if (cellState) expect(snapshot.reach?.cellState?.[layer][at]).toBe(cellState[s * 9 + t]);
        }
      }
    }
    expect(snapshot.reach?.cellState === null).toBe(cell === 'rnn');
  });

  it('is what each timestep gives to a matrix, with the rest in one sum', () => {
    const view = 1;
    const { snapshot, config, whole } = lookAt({ contributions: { view, from: 2, to: 5 } });
    const parts = snapshot.contributions;
    const { rows, columns } = parameterLayout(config.model)[view];
    const all = whole.contributionSum(parameterLayout(config.model)[view], 0, 9);
    expect(parts?.values).toHaveLength(3 * rows * columns);
    for (let i = 0; i < rows * columns; i++) {
      const sum = [0, 1, 2].reduce((total, t) => total + (parts?.values[t * rows * columns + i] ?? 0), 0);
      expect(sum + (parts?.rest[i] ?? 0)).toBeCloseTo(all[i], 12);
    }
  });

  it.each(['sgd', 'momentum', 'adam'] as const)(
    'is what the next update of %s makes of them',
    (optimizer) => {
      const { training } = helloConfig();
      const overrides = { training: { ...training, optimizer, clipNorm: 0.2 } };
      const { snapshot, config, harness } = lookAt(
        { contributions: { view: 1, from: 2, to: 5 } },
        'lstm',
        7,
        overrides,
      );
      const { values, rest, step } = snapshot.contributions ?? {};
      const { offset, rows, columns } = parameterLayout(config.model)[1];
      harness.session.receive({ type: 'advance', runId: 1, count: 1 });
      harness.settle();
      const after = harness.look(1, EVERYTHING).parameters ?? [];
      expect(step?.clipping).toBeLessThan(1);
      for (let i = 0; i < rows * columns; i++) {
        const g = [0, 1, 2].reduce((all, t) => all + (values?.[t * rows * columns + i] ?? 0), rest?.[i] ?? 0);
        const change = (step?.carried[i] ?? 0) + (step?.scale[i] ?? 0) * g;
        expect(change).toBeCloseTo(after[offset + i] - (snapshot.parameters?.[offset + i] ?? 0), 13);
        expect(change).not.toBe(0);
      }
      expect(harness.transfers.flat()).toContain(step?.scale.buffer);
      expect(harness.transfers.flat()).toContain(step?.carried.buffer);
    },
  );

  it('knows no update of one example where others have a part in it', () => {
    const overrides = { examples: [TEXT, { ...TEXT, targets: TEXT.inputs }] };
    const { snapshot } = lookAt({ contributions: { view: 1, from: 2, to: 5 } }, 'rnn', 3, overrides);
    expect(snapshot.contributions?.step).toBeNull();
  });

  it('is the way of the top layer at earlier updates', () => {
    const { snapshot, harness } = lookAt({ trail: 4 });
    const trail = snapshot.trail ?? [];
    expect(trail.map(({ update }) => update)).toEqual([0, 10, 20, 30]);
    for (const { update, hidden } of trail) {
      harness.session.receive({ type: 'seek', runId: 1, update });
      harness.settle();
      expect(hidden).toEqual(harness.look().trace.layers[1].hidden);
    }
  });

  describe('the trail of a run that goes on from what was kept of it', () => {
    const rate = { kind: 'learningRate', value: 0.2, update: 5 } as const;

    function resumedAt(update: number, model = { ...helloConfig().model, layers: 2 }) {
      const config = helloConfig({ model, examples: [TEXT], interventions: [rate] });
      const before = createHarness({ createTrainer });
      before.create(1, config, update);
      before.settle();
      const { resume } = before.look(1, EVERYTHING);
      const harness = createHarness({ createTrainer });
      harness.session.receive({ type: 'create', runId: 1, config, resume, update });
      harness.settle();
      return { before, harness };
    }

    it('goes back to the beginning, in the same history', () => {
      const { before, harness } = resumedAt(30);
      const { trail } = harness.look(1, { ...EVERYTHING, trail: 4 });
      expect(trail?.map(({ update }) => update)).toEqual([0, 7, 14, 21]);
      for (const { update, hidden } of trail ?? []) {
        before.session.receive({ type: 'seek', runId: 1, update });
        before.settle();
        expect(hidden).toEqual(before.look().trace.layers[1].hidden);
      }
    });

    it('does so too where training went on before anybody asked, and back again', () => {
      const { harness } = resumedAt(30);
      harness.session.receive({ type: 'advance', runId: 1, count: 2 });
      harness.settle();
      expect(harness.look(1, { ...EVERYTHING, trail: 4 }).trail?.[0].update).toBe(0);
      harness.session.receive({ type: 'seek', runId: 1, update: 30 });
      harness.settle();
      expect(harness.look(1, { ...EVERYTHING, trail: 4 }).trail).toHaveLength(4);
    });

    it('begins there where it would take long to go all the way again', () => {
      const { harness } = resumedAt(200, { ...helloConfig().model, hiddenSize: 64 });
      expect(harness.look(1, { ...EVERYTHING, trail: 4 })).toMatchObject({ update: 200, trail: [] });
    });
  });

  it('keeps to the text where a window reaches beyond it', () => {
    const { snapshot } = lookAt({ reach: { from: 7, to: 99 }, contributions: { view: 0, from: -3, to: 1 } });
    expect(snapshot.reach).toMatchObject({ from: 7, to: 9 });
    expect(snapshot.contributions).toMatchObject({ from: 0, to: 1 });
    expect(lookAt({ contributions: { view: 99, from: 0, to: 1 } }).snapshot.contributions).toBeNull();
  });
});
