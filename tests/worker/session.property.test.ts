import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTrainer, DivergenceError, examineExamples } from '../../src/engine/index.ts';
import { applyChange } from '../../src/worker/interventions.ts';
import type {
  Change,
  Command,
  Curve,
  Examination,
  Include,
  Intervention,
  RunConfig,
  Snapshot,
} from '../../src/worker/protocol.ts';
import { createFakeTrainer, helloConfig } from './fakeTrainer.ts';
import { createHarness, EVERYTHING } from './sessionHarness.ts';

const EXAMINED: Include = { ...EVERYTHING, examination: true };

type CreateTrainer = typeof createTrainer;
type Harness = ReturnType<typeof createHarness>;

/** Something a page does: a command to a run, a pull, letting the worker work, or going on from the last resume. */
type Deed =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'pull'; readonly runId: number; readonly onlyNew: boolean; readonly include: Include }
  | { readonly kind: 'work'; readonly slices: number }
  | { readonly kind: 'reload'; readonly runId: number; readonly ahead: number };

const CONFIGS: readonly RunConfig[] = [
  helloConfig({ interventions: [{ kind: 'learningRate', update: 40, value: 0.02 }] }),
  helloConfig({
    seed: 2,
    model: { ...helloConfig().model, cell: 'gru' },
    training: { ...helloConfig().training, optimizer: 'momentum', batchSize: 2 },
    examples: [
      { inputs: [0, 1, 2, 2], targets: [1, 2, 2, 3] },
      { inputs: [3, 0], targets: [null, 1] },
      { inputs: [2], targets: [0] },
    ],
    asked: [{ inputs: [0, { offset: 0 }, { offset: 0 }], targets: [1, 2, 2] }],
    heldOut: [{ inputs: [3, 3], targets: [null, 1] }],
  }),
];
const configOf = (runId: number) => CONFIGS[runId - 1];

/** Blows the loss up where it is the weight of a letter that is not due, and in the fake trainer. */
const RUINOUS = 1e5;

const runIds = fc.integer({ min: 1, max: CONFIGS.length });
const updates = fc.integer({ min: 0, max: 300 });

function command(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Deed> {
  return fc
    .record({ runId: runIds, ...fields })
    .map((made) => ({ kind: 'command', command: made as Command }));
}

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom(0.001, 0.01, 0.1).map((value) => ({ kind: 'learningRate' as const, value })),
  fc
    .record({ index: fc.constantFrom(0, 1, 35), value: fc.constantFrom(0.3, RUINOUS) })
    .map((weight) => ({ kind: 'weight' as const, ...weight })),
  fc
    .constantFrom('freeze' as const, 'thaw' as const)
    .chain((kind) => fc.constantFrom(0, 2).map((unit) => ({ kind, layer: 0, unit }))),
  fc.constantFrom('cut' as const, 'restore' as const).map((kind) => ({ kind })),
  fc
    .constantFrom(0 as const, 1 as const)
    .map((value) => ({ kind: 'hold' as const, layer: 0, gate: 1, value })),
  fc.constant({ kind: 'release' as const, layer: 0, gate: 1 }),
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
      gates: fc.boolean(),
      curve: fc.boolean(),
      resume: fc.boolean(),
      reach: fc.constant(null),
      contributions: fc.constant(null),
      trail: fc.constant(0),
      probe: fc.constant(null),
      examination: fc.boolean(),
    }),
  }),
  fc.record({ kind: fc.constant('work' as const), slices: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    kind: fc.constant('reload' as const),
    runId: runIds,
    ahead: fc.integer({ min: -40, max: 40 }),
  }),
);

/** So little that most updates are replayed. */
const MEMORY = 16_000;

function start(create: CreateTrainer): Harness {
  const harness = createHarness({ createTrainer: create, memory: MEMORY });
  CONFIGS.forEach((config, i) => {
    harness.create(i + 1, config);
  });
  return harness;
}

function apply(harness: Harness, deed: Deed): void {
  if (deed.kind === 'command') harness.session.receive(deed.command);
  else if (deed.kind === 'work') for (let i = 0; i < deed.slices; i++) harness.slice();
  else if (deed.kind === 'reload') reload(harness, deed.runId, deed.ahead);
  else {
    const seen = harness.snapshots().filter(({ runId }) => runId === deed.runId);
    harness.pull(deed.runId, deed.onlyNew ? (seen.at(-1)?.version ?? 0) : 0, deed.include);
  }
}

function reload(harness: Harness, runId: number, ahead: number): void {
  const last = harness.snapshots().findLast((shown) => shown.runId === runId && shown.resume !== null);
  if (last === undefined) return;
  const { interventions, resume } = last;
  const config = { ...configOf(runId), interventions };
  const update = Math.max(0, last.update + ahead);
  harness.session.receive({ type: 'create', runId, config, resume, update });
}

interface Moment {
  readonly loss: number;
  readonly correct: number;
}

/**
 * What the run is at an update by its definition: a trainer stepped there, with the interventions on the way; and its
 * moments until then. It ends earlier where the loss blows up.
 */
function freshRun(
  create: CreateTrainer,
  config: RunConfig,
  update: number,
  interventions: readonly Intervention[],
) {
  const trainer = create(config);
  const moments: Moment[] = [];
  let isDiverged = false;
  try {
    for (;;) {
      for (const change of interventions) {
        if (change.update === trainer.update) applyChange(trainer, change);
      }
      moments.push({ loss: trainer.loss, correct: trainer.correct });
      if (trainer.update >= update) break;
      trainer.step();
    }
  } catch (error) {
    if (!(error instanceof DivergenceError)) throw error;
    isDiverged = true;
    moments[trainer.update] = { loss: trainer.loss, correct: trainer.correct };
  }
  return { trainer, moments, isDiverged };
}

function expectAsFresh(create: CreateTrainer, snapshot: Snapshot): void {
  const { runId, update, interventions, curve, resume, phase, milestones } = snapshot;
  const { trainer, isDiverged } = freshRun(create, configOf(runId), update, interventions);
  const { gates, ...trace } = trainer.traces[0];
  expect(snapshot).toMatchObject({
    update: trainer.update,
    loss: trainer.loss,
    correct: trainer.correct,
    targets: trainer.targets,
    gradientNorm: trainer.gradientNorm,
    trace,
    ablation: trainer.ablation,
  });
  if (snapshot.gates !== null) expect(snapshot.gates).toEqual(gates);
  if (snapshot.parameters !== null) expect(snapshot.parameters).toEqual(trainer.parameters);
  if (resume !== null) expect(resume.checkpoint).toEqual(trainer.save());
  if (phase.kind === 'seeking') expect(update).toBeLessThan(phase.target);
  if (isDiverged) expect(phase.kind).toBe('diverged');
  if (snapshot.examination !== null) expectExamination(create, snapshot, snapshot.examination);
  if (curve !== null) expectCurve(create, snapshot, curve);
  const stamps = interventions.map((change) => change.update);
  expect(stamps).toEqual(stamps.toSorted((a, b) => a - b));
  expect(milestones.at(-1)?.correct ?? 0).toBeGreaterThanOrEqual(snapshot.correct);
}

/** An examination counts what the run's parameters at its update get right, under the interventions until then. */
function expectExamination(create: CreateTrainer, snapshot: Snapshot, examination: Examination): void {
  const config = configOf(snapshot.runId);
  const { trainer } = freshRun(create, config, examination.update, snapshot.interventions);
  const count = (examples: RunConfig['examples']) =>
    examineExamples(config.model, trainer.parameters, examples, trainer.ablation);
  const { heldOut = [] } = config;
  expect(examination).toEqual({
    update: trainer.update,
    training: count(config.asked ?? config.examples),
    heldOut: count(heldOut),
    heldOutRight: Uint8Array.from(heldOut, (example) => count([example]).examplesRight),
  });
}

/** The runs are short: their curves have every update up to the furthest that was visited. */
function expectCurve(create: CreateTrainer, snapshot: Snapshot, curve: Curve): void {
  const furthest = curve.updates.length - 1;
  const { moments } = freshRun(create, configOf(snapshot.runId), furthest, snapshot.interventions);
  expect(furthest).toBeGreaterThanOrEqual(snapshot.update);
  expect([...curve.updates]).toEqual(moments.map((_, update) => update));
  expect([...curve.losses]).toEqual(moments.map(({ loss }) => loss));
  const records = moments.flatMap(({ correct }, update) =>
    moments.slice(0, update).every((earlier) => earlier.correct < correct) && correct > 0
      ? { update, correct }
      : [],
  );
  expect(snapshot.milestones).toEqual(records);
}

describe.each<[string, CreateTrainer]>([
  ['a fake trainer', createFakeTrainer()],
  ['the engine', createTrainer],
])('any commands in any order, with %s', (_, create) => {
  const runs = { numRuns: 60 };

  it('show a fresh trainer stepped there, its curve and its milestones', () => {
    fc.assert(
      fc.property(fc.array(deeds, { maxLength: 30 }), (sequence) => {
        const harness = start(create);
        for (const deed of sequence) apply(harness, deed);
        CONFIGS.forEach((_config, i) => {
          harness.session.receive({ type: 'pause', runId: i + 1 });
        });
        CONFIGS.forEach((_config, i) => {
          harness.look(i + 1, EXAMINED);
          harness.settle();
          const { examination, update } = harness.look(i + 1, EXAMINED);
          expect(examination?.update).toBe(update);
        });
        for (const snapshot of harness.snapshots()) expectAsFresh(create, snapshot);
      }),
      runs,
    );
  });

  it('answer a pull at most once and only with what is newer', () => {
    fc.assert(
      fc.property(fc.array(deeds, { maxLength: 40 }), (sequence) => {
        const harness = start(create);
        for (const deed of sequence) apply(harness, deed);
        const answered = harness.replies.flatMap((reply) =>
          reply.type === 'snapshots' ? reply.requestId : [],
        );
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
          const told = deed.kind === 'command' ? deed.command : deed;
          const isOther = deed.kind !== 'pull' && 'runId' in told && told.runId === 2;
          if (!isOther) apply(harness, deed);
        }
        harness.session.receive({ type: 'pause', runId: 1 });
        harness.settle();
        expect(harness.look(2)).toMatchObject({ update, interventions: [] });
      }),
      runs,
    );
  });
});
