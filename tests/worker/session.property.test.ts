import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTrainer } from '../../src/engine/index.ts';
import { applyChange } from '../../src/worker/interventions.ts';
import type {
  Change,
  Command,
  Include,
  Intervention,
  RunConfig,
  Snapshot,
} from '../../src/worker/protocol.ts';
import { createFakeTrainer, helloConfig } from './fakeTrainer.ts';
import { createHarness, EVERYTHING } from './sessionHarness.ts';

type CreateTrainer = typeof createTrainer;
type Harness = ReturnType<typeof createHarness>;

/** Something a page does: a command to a run, a pull, or letting the worker work. */
type Deed =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'pull'; readonly runId: number; readonly onlyNew: boolean; readonly include: Include }
  | { readonly kind: 'work'; readonly slices: number };

const CONFIGS: readonly RunConfig[] = [
  helloConfig({ interventions: [{ kind: 'learningRate', update: 40, value: 0.02 }] }),
  helloConfig({ seed: 2, training: { ...helloConfig().training, optimizer: 'momentum' } }),
];
const configOf = (runId: number) => CONFIGS[runId - 1];

const runIds = fc.integer({ min: 1, max: CONFIGS.length });
const updates = fc.integer({ min: 0, max: 300 });

function command(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Deed> {
  return fc
    .record({ runId: runIds, ...fields })
    .map((made) => ({ kind: 'command', command: made as Command }));
}

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom(0.001, 0.01, 0.1).map((value) => ({ kind: 'learningRate' as const, value })),
  fc.constantFrom(0, 1).map((index) => ({ kind: 'weight' as const, index, value: 0.3 })),
  fc
    .constantFrom('freeze' as const, 'thaw' as const)
    .chain((kind) => fc.constantFrom(0, 2).map((unit) => ({ kind, layer: 0, unit }))),
  fc.constantFrom('cut' as const, 'restore' as const).map((kind) => ({ kind })),
);

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  command({
    type: fc.constant('train'),
    pace: fc.constantFrom(null, 1, 60, 1000),
    until: fc.oneof(
      fc.constant(null),
      fc.constantFrom(0.5, 1).map((share) => ({ kind: 'accuracy', share })),
      fc.constantFrom(0.5, 1.2).map((nats) => ({ kind: 'loss', nats })),
      updates.map((update) => ({ kind: 'update', update })),
    ),
  }),
  command({ type: fc.constant('pause') }),
  command({ type: fc.constant('advance'), count: fc.integer({ min: 0, max: 50 }) }),
  command({ type: fc.constant('seek'), update: updates }),
  command({ type: fc.constant('intervene'), change: changes }),
  command({
    type: fc.constant('rewrite'),
    interventions: fc
      .array(fc.tuple(updates, changes), { maxLength: 3 })
      .map((list) =>
        list.map(([update, change]) => ({ ...change, update })).sort((a, b) => a.update - b.update),
      ),
    update: updates,
  }),
  fc.record({
    kind: fc.constant('pull' as const),
    runId: runIds,
    onlyNew: fc.boolean(),
    include: fc.record({
      parameters: fc.boolean(),
      curve: fc.boolean(),
      resume: fc.boolean(),
      reach: fc.constant(null),
      contributions: fc.constant(null),
      trail: fc.constant(0),
    }),
  }),
  fc.record({ kind: fc.constant('work' as const), slices: fc.integer({ min: 1, max: 3 }) }),
);

function start(create: CreateTrainer): Harness {
  const harness = createHarness({ createTrainer: create });
  CONFIGS.forEach((config, i) => {
    harness.create(i + 1, config);
  });
  return harness;
}

function apply(harness: Harness, deed: Deed): void {
  if (deed.kind === 'command') harness.session.receive(deed.command);
  else if (deed.kind === 'work') for (let i = 0; i < deed.slices; i++) harness.slice();
  else {
    const seen = harness.snapshots().filter(({ runId }) => runId === deed.runId);
    harness.pull(deed.runId, deed.onlyNew ? (seen.at(-1)?.version ?? 0) : 0, deed.include);
  }
}

/** What the run is at an update by its definition: a trainer stepped there, with the interventions on the way. */
function trainerAt(
  create: CreateTrainer,
  config: RunConfig,
  update: number,
  interventions: readonly Intervention[],
) {
  const trainer = create(config);
  for (;;) {
    for (const change of interventions) if (change.update === trainer.update) applyChange(trainer, change);
    if (trainer.update >= update) return trainer;
    trainer.step();
  }
}

function expectOneUpdate(create: CreateTrainer, snapshot: Snapshot): void {
  const { runId, update, interventions, curve, resume, phase } = snapshot;
  const trainer = trainerAt(create, configOf(runId), update, interventions);
  expect(snapshot).toMatchObject({
    loss: trainer.loss,
    correct: trainer.correct,
    targets: trainer.targets,
    gradientNorm: trainer.gradientNorm,
    trace: trainer.traces[0],
    ablation: trainer.ablation,
  });
  if (snapshot.parameters !== null) expect(snapshot.parameters).toEqual(trainer.parameters);
  if (resume !== null) expect(resume.checkpoint).toEqual(trainer.save());
  if (phase.kind === 'seeking') expect(update).toBeLessThan(phase.target);
  if (curve !== null) {
    const last = curve.updates[curve.updates.length - 1];
    expect(curve.updates[0]).toBe(0);
    expect(last).toBeGreaterThanOrEqual(update);
    const end = trainerAt(create, configOf(runId), last, interventions);
    expect(curve.losses[curve.losses.length - 1]).toBe(end.loss);
  }
  const stamps = interventions.map((change) => change.update);
  expect(stamps).toEqual(stamps.toSorted((a, b) => a - b));
}

describe.each<[string, CreateTrainer]>([
  ['a fake trainer', createFakeTrainer()],
  ['the engine', createTrainer],
])('any commands in any order, with %s', (_, create) => {
  const runs = { numRuns: 40 };

  it('show only snapshots of one update, as a fresh trainer has it', () => {
    fc.assert(
      fc.property(fc.array(deeds, { maxLength: 30 }), (sequence) => {
        const harness = start(create);
        for (const deed of sequence) apply(harness, deed);
        CONFIGS.forEach((_config, i) => {
          harness.session.receive({ type: 'pause', runId: i + 1 });
        });
        CONFIGS.forEach((_config, i) => {
          harness.look(i + 1, EVERYTHING);
        });
        for (const snapshot of harness.snapshots()) expectOneUpdate(create, snapshot);
      }),
      runs,
    );
  });

  it('answer a pull at most once and only with what is newer', () => {
    fc.assert(
      fc.property(fc.array(deeds, { maxLength: 40 }), (sequence) => {
        const harness = start(create);
        for (const deed of sequence) apply(harness, deed);
        const answered = harness.replies.map((reply) => (reply.type === 'snapshots' ? reply.requestId : 0));
        expect(answered).toEqual([...new Set(answered)].sort((a, b) => a - b));
        for (const runId of [1, 2]) {
          const versions = harness
            .snapshots()
            .flatMap((shown) => (shown.runId === runId ? shown.version : []));
          expect(versions).toEqual(versions.toSorted((a, b) => a - b));
        }
      }),
      runs,
    );
  });

  it('leave a run alone that they do not name', () => {
    fc.assert(
      fc.property(fc.array(deeds, { maxLength: 30 }), updates, (sequence, update) => {
        const harness = start(create);
        harness.session.receive({ type: 'seek', runId: 2, update });
        for (const deed of sequence) {
          if (deed.kind !== 'command' || !('runId' in deed.command) || deed.command.runId === 1) {
            apply(harness, deed);
          }
        }
        harness.session.receive({ type: 'pause', runId: 1 });
        harness.settle();
        expect(harness.look(2)).toMatchObject({ update, interventions: [] });
      }),
      runs,
    );
  });
});
