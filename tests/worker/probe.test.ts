import { describe, expect, it } from 'vitest';
import { createGradientReach } from '../../src/engine/gradientReach.ts';
import { createTrainer, type Example, forwardPass } from '../../src/engine/index.ts';
import { isSameExample } from '../../src/worker/probe.ts';
import type { Include, RunConfig } from '../../src/worker/protocol.ts';
import { helloConfig } from './fakeTrainer.ts';
import { createHarness, EVERYTHING } from './sessionHarness.ts';

const PROBE: Example = {
  inputs: [3, Float64Array.of(0, 0.5, 1, 0), { offset: 0 }, null, 2],
  targets: [null, 0, null, 1, 2],
};
const CONFIG = helloConfig({ model: { ...helloConfig().model, cell: 'lstm' } });

function trainedHarness(config: RunConfig = CONFIG) {
  const harness = createHarness({ createTrainer });
  harness.create(1, config);
  harness.session.receive({ type: 'advance', runId: 1, count: 40 });
  harness.settle();
  return harness;
}

const include: Include = {
  ...EVERYTHING,
  probe: PROBE,
  reach: { from: 0, to: 5 },
  contributions: { view: 1, from: 0, to: 5 },
};

describe('a probe', () => {
  it('is traced under the present parameters, with what is taken out', () => {
    const harness = trainedHarness();
    harness.session.receive({ type: 'intervene', runId: 1, change: { kind: 'freeze', layer: 0, unit: 1 } });
    const hold = { kind: 'hold', layer: 0, gate: 0, value: 1 } as const;
    harness.session.receive({ type: 'intervene', runId: 1, change: hold });
    const { example, trace, gates, parameters, ablation, loss } = harness.look(1, include);
    expect(example).toEqual(PROBE);
    expect(ablation.held).toEqual([{ layer: 0, gate: 0, value: 1 }]);
    const own = Float64Array.from(parameters ?? []);
    expect({ ...trace, gates }).toEqual(forwardPass(CONFIG.model, own, PROBE, ablation));
    expect(loss).toBe(harness.look(1, EVERYTHING).loss);
  });

  it('is what reach and contributions are of; these are not what the next step adds up', () => {
    const { parameters, reach, contributions } = trainedHarness().look(1, include);
    const own = Float64Array.from(parameters ?? []);
    const source = createGradientReach({
      ...{ model: CONFIG.model, parameters: own, example: PROBE, truncation: null },
    });
    expect(reach?.hidden).toEqual(source.norms().map(({ hidden }) => hidden));
    expect(Math.hypot(...(reach?.hidden[0] ?? []))).toBeGreaterThan(0);
    expect(contributions?.step).toBeNull();
  });

  it('has a trail of its own', () => {
    const harness = trainedHarness();
    const other: Example = { inputs: [1, 1], targets: [null, 2] };
    for (const probe of [PROBE, other, { ...PROBE, targets: PROBE.targets.map(() => null) }, null]) {
      const { trail, example } = harness.look(1, { ...EVERYTHING, probe, trail: 3 });
      expect(trail).toHaveLength(3);
      for (const { update, hidden } of trail ?? []) {
        const trainer = createTrainer(CONFIG);
        while (trainer.update < update) trainer.step();
        expect(hidden).toEqual(forwardPass(CONFIG.model, trainer.parameters, example).layers[0].hidden);
      }
    }
  });

  it.each<[string, Example]>([
    ['an input that is not there', { inputs: [4], targets: [null] }],
    ['a decoder that is not there', { inputs: [0], targets: [null], decoderFrom: 0 }],
    ['nothing', { inputs: [], targets: [] }],
  ])('that does not fit is not shown: %s', (_, probe) => {
    const harness = trainedHarness();
    const { example, trace } = harness.look(1, { ...include, probe });
    expect(example).toEqual(CONFIG.examples[0]);
    expect(trace).toEqual(harness.look(1, EVERYTHING).trace);
  });
});

it('without one the picture says of which example of the batch it is', () => {
  const examples = [
    { inputs: [0, 1], targets: [1, 2] },
    { inputs: [2], targets: [3] },
    { inputs: [3, 2, 1], targets: [null, null, 0] },
  ];
  const config = { ...CONFIG, examples, training: { ...CONFIG.training, batchSize: 1 } };
  const harness = trainedHarness(config);
  const seen = new Set<Example>();
  for (let n = 0; n < 12; n++) {
    harness.session.receive({ type: 'advance', runId: 1, count: 1 });
    harness.settle();
    const { example, trace, gates, parameters } = harness.look(1, EVERYTHING);
    const own = Float64Array.from(parameters ?? []);
    expect({ ...trace, gates }).toEqual(forwardPass(config.model, own, example));
    seen.add(example);
  }
  expect([...seen].length).toBe(3);
});

describe('the same question', () => {
  it('is one with the same inputs, whatever its targets and its memory', () => {
    expect(isSameExample(PROBE, { ...structuredClone(PROBE), targets: [0, 0, 0, 0, 0] })).toBe(true);
  });

  it.each<[string, Partial<Example>]>([
    ['another index', { inputs: [2, ...PROBE.inputs.slice(1)] }],
    ['another number', { inputs: [3, Float64Array.of(0, 0.5, 1, 1), ...PROBE.inputs.slice(2)] }],
    ['a shorter vector', { inputs: [3, Float64Array.of(0, 0.5, 1), ...PROBE.inputs.slice(2)] }],
    ['no vector', { inputs: [3, null, ...PROBE.inputs.slice(2)] }],
    ['another offset', { inputs: [...PROBE.inputs.slice(0, 2), { offset: 1 }, null, 2] }],
    ['nothing fed back', { inputs: [...PROBE.inputs.slice(0, 2), null, null, 2] }],
    ['something instead of nothing', { inputs: [...PROBE.inputs.slice(0, 3), 0, 2] }],
    ['a shorter one', { inputs: PROBE.inputs.slice(1) }],
    ['one that begins to decode', { decoderFrom: 2 }],
  ])('is not: %s', (_, change) => {
    expect(isSameExample(PROBE, { ...PROBE, ...change })).toBe(false);
    expect(isSameExample({ ...PROBE, ...change }, PROBE)).toBe(false);
  });
});
