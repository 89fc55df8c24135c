import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type App, createApp } from '../src/app.ts';
import { countParameters } from '../src/engine/index.ts';
import { type Config, DEFAULT_CONFIG, LIMITS } from '../src/state/config.ts';
import type { Run } from '../src/state/run.ts';
import { modelOf } from '../src/state/start.ts';
import { DEFAULT_LINK, formatLink, type Link, readLink } from '../src/state/url.ts';
import { PACES } from '../src/state/view.ts';
import { asText } from '../src/tasks/text.ts';
import { partingOf } from '../src/worker/interventions.ts';
import type { Change, Condition } from '../src/worker/protocol.ts';
import { type BrowserOptions, createFakeBrowser } from './fakeBrowser.ts';
import { referenceAt, taskOf } from './referenceRun.ts';

const FASTEST = PACES.length - 1;

function open(options: BrowserOptions = {}) {
  const browser = createFakeBrowser(options);
  const app = createApp(browser.environment);
  return { browser, app, ...app.actions };
}

function hashOf({ config, ...rest }: Partial<Omit<Link, 'config'>> & { config?: Partial<Config> }): string {
  return formatLink({ ...DEFAULT_LINK, ...rest, config: { ...DEFAULT_CONFIG, ...config } });
}

/** What the address bar would show for the app's own link. */
const hashIn = (link: string) => link.slice(link.indexOf('#'));

function expectPicture({ task, model, snapshot, parameters, curve }: Run, config: Config): void {
  const { interventions, update } = snapshot;
  const reference = referenceAt({ ...config, interventions }, update);
  expect(reference.update).toBe(update);
  expect(task).toEqual(taskOf(config));
  expect(model).toEqual(modelOf(config, task));
  expect(parameters).toEqual(reference.parameters);
  expect(snapshot).toMatchObject({
    loss: reference.loss,
    correct: reference.correct,
    targets: reference.targets,
    gradientNorm: reference.gradientNorm,
    ablation: reference.ablation,
    trace: reference.trace,
  });
  const furthest = curve.updates[curve.updates.length - 1];
  expect(furthest).toBeGreaterThanOrEqual(update);
  expect(curve.losses[curve.losses.length - 1]).toBe(
    furthest === update ? reference.loss : referenceAt({ ...config, interventions }, furthest).loss,
  );
}

const bitsOf = (app: App) => {
  const { task, model, snapshot, parameters } = app.run.getState();
  const { update, loss, trace, gradientNorm } = snapshot;
  return { task, model, update, loss, trace, gradientNorm, parameters };
};

describe('the first picture', () => {
  it('is complete before the worker has answered', () => {
    const { app, browser } = open();
    const run = app.run.getState();
    expect(browser.workers[0].received.map(({ type }) => type)).toContain('create');
    expect(run.task.outputNames.join('')).toBe('helo');
    expect(run.phase).toEqual({ kind: 'paused' });
    expectPicture(run, app.config.getState());
  });

  it('is the same as the one of the worker', async () => {
    const { app, browser } = open({ hash: hashOf({ config: { cell: 'lstm', text: '안녕하세요' } }) });
    const before = bitsOf(app);
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ preparing: false, snapshot: { runId: 1 } });
    expect(bitsOf(app)).toEqual(before);
  });

  it('is hello while a network too large for the page is prepared', async () => {
    const config = { text: 'to be or not to be', hiddenSize: 256, layers: 3 };
    const { app, browser } = open({ hash: hashOf({ config, timestep: 11 }) });
    expect(app.run.getState()).toMatchObject({ preparing: true, task: { text: 'hello' } });
    expect(app.config.getState()).toMatchObject(config);
    expect(app.view.getState().timestep).toBeLessThan(4);
    expect(readLink(hashIn(app.actions.link())).link.timestep).toBe(11);
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ preparing: false, task: { text: config.text } });
    expect(app.run.getState().parameters).toHaveLength(countParameters(app.run.getState().model));
    expect(app.view.getState().timestep).toBe(11);
  });

  it('opens the update of a link, and its timestep, pace and language', async () => {
    const { app, browser } = open({ hash: hashOf({ update: 73, timestep: 2, pace: 5, language: 'ko' }) });
    expect(app.run.getState().preparing).toBe(true);
    expect(readLink(hashIn(app.actions.link())).link.update).toBe(73);
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ preparing: false, snapshot: { update: 73 } });
    expect(app.view.getState()).toMatchObject({ timestep: 2, pace: 5, language: 'ko' });
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('goes on from what the browser kept of the run', async () => {
    const first = open({ hash: hashOf({ update: 400 }) });
    await first.browser.settle();
    const second = open({ hash: hashOf({ update: 400 }), kept: first.browser.resumes });
    await second.browser.settle();
    expect(second.browser.worker.received).toContainEqual(
      expect.objectContaining({
        type: 'create',
        resume: expect.objectContaining({ checkpoint: expect.objectContaining({ update: 400 }) }),
      }),
    );
    expect(bitsOf(second.app)).toEqual(bitsOf(first.app));
  });
});

describe('the text', () => {
  it('keeps the network where it is too short, and says so until it is long enough', async () => {
    const { app, browser, setText, advance } = open();
    advance(5);
    await browser.settle();
    const before = bitsOf(app);
    setText('h');
    await browser.settle();
    expect(app.run.getState().textNotice).toEqual({ kind: 'tooShort' });
    expect(bitsOf(app)).toEqual(before);
    expect(app.config.getState().text).toBe('hello');
    setText('hi');
    await browser.settle();
    expect(app.run.getState().textNotice).toBeNull();
    expect(app.run.getState()).toMatchObject({ task: { text: 'hi' }, snapshot: { update: 0 } });
  });

  it('says that a letter of too many characters was read as several', async () => {
    const { app, browser, setText } = open();
    setText(`a${'\u0301'.repeat(40)}b`);
    await browser.until(() => !app.run.getState().preparing);
    expect(app.run.getState()).toMatchObject({
      textNotice: { kind: 'clusterSplit', limit: 32 },
      task: { example: { inputs: { length: 2 } } },
    });
    setText(`a${'\u0301'.repeat(31)}b`);
    await browser.until(() => !app.run.getState().preparing);
    expect(app.run.getState().textNotice).toBeNull();
  });

  it('is cut with a notice where it is too long', async () => {
    const { app, browser, setText } = open();
    setText('ab'.repeat(1100));
    await browser.until(() => !app.run.getState().preparing);
    expect(app.run.getState()).toMatchObject({
      textNotice: { kind: 'tooLong', limit: 2000 },
      task: { example: { inputs: { length: 1999 } } },
    });
  });

  it('starts a new network that trains on where the last one was training', async () => {
    const { app, browser, setText, train } = open();
    train();
    await browser.until(() => app.run.getState().snapshot.update > 3);
    setText('banana');
    await browser.until(() => asText(app.run.getState().task)?.text === 'banana');
    await browser.until(() => app.run.getState().snapshot.update > 3);
    expect(app.run.getState().phase).toEqual({ kind: 'training' });
  });

  it('stays at rest where the last network was', async () => {
    const { app, browser, setText, advance } = open();
    advance(3);
    await browser.settle();
    setText('banana');
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ phase: { kind: 'paused' }, snapshot: { update: 0 } });
  });

  it('never leaves the selected step outside of the picture on the screen', async () => {
    const { app, browser, setText, selectTimestep } = open({
      hash: hashOf({ config: { text: 'a long text' } }),
    });
    await browser.settle();
    const steps: boolean[] = [];
    // As a page sees it, which draws when the event is over.
    const look = () =>
      queueMicrotask(() => {
        const { task } = app.run.getState();
        steps.push(app.view.getState().timestep < task.example.inputs.length);
      });
    app.run.subscribe(look);
    app.view.subscribe(look);
    selectTimestep(9);
    setText('hi');
    await browser.settle();
    expect(app.view.getState().timestep).toBe(0);
    browser.window.enter(hashOf({ config: { text: 'another long text' }, timestep: 14 }));
    await browser.settle();
    expect(app.view.getState().timestep).toBe(14);
    expect(steps).not.toContain(false);
  });
});

describe('the learning rate', () => {
  it('starts a new run where nothing was learned yet', async () => {
    const { app, browser, setLearningRate, advance } = open();
    await browser.settle();
    setLearningRate(0.1);
    expect(app.config.getState()).toMatchObject({ learningRate: 0.1, interventions: [] });
    advance(4);
    await browser.settle();
    expectPicture(app.run.getState(), { ...DEFAULT_CONFIG, learningRate: 0.1 });
  });

  it('is stamped by the worker later on, and the link carries the stamp', async () => {
    const { app, browser, setLearningRate, train, pause, setPace, link } = open();
    setPace(FASTEST);
    train();
    await browser.until(() => app.run.getState().snapshot.update > 10);
    setLearningRate(0.05);
    await browser.frames(20);
    pause();
    await browser.settle();
    const { snapshot } = app.run.getState();
    expect(snapshot.interventions).toHaveLength(1);
    expect(snapshot.interventions[0].update).toBeGreaterThan(10);
    expect(app.config.getState()).toMatchObject({
      learningRate: 0.01,
      interventions: snapshot.interventions,
    });
    expect(link()).toContain(`do=${snapshot.interventions[0].update}:lr:0.05`);
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('waits for a replay to arrive, so that the place it goes to is not lost', async () => {
    const { app, browser, setLearningRate } = open({ hash: hashOf({ update: 3000 }) });
    await browser.until(() => app.run.getState().phase.kind === 'seeking');
    setLearningRate(0.05);
    await browser.settle();
    const { snapshot } = app.run.getState();
    expect(snapshot).toMatchObject({ update: 3000 });
    expect(snapshot.interventions).toEqual([{ kind: 'learningRate', update: 3000, value: 0.05 }]);
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('goes into the next network as its first one', async () => {
    const { app, browser, setLearningRate, advance, choose } = open();
    advance(10);
    await browser.settle();
    setLearningRate(0.05);
    await browser.settle();
    choose({ cell: 'gru' });
    await browser.settle();
    expect(app.config.getState()).toMatchObject({ learningRate: 0.05, interventions: [] });
  });

  it('leaves diverged training for another future', async () => {
    const config = {
      text: 'ab'.repeat(20),
      nonlinearity: 'relu',
      optimizer: 'sgd',
      seed: 1,
      learningRate: 100,
    } as const;
    const { app, browser, train, setLearningRate } = open({ hash: hashOf({ config, pace: FASTEST }) });
    train();
    await browser.settle();
    const { phase, snapshot } = app.run.getState();
    expect(phase).toMatchObject({ kind: 'diverged', update: snapshot.update + 1 });
    expectPicture(app.run.getState(), app.config.getState());
    setLearningRate(0.001);
    await browser.settle();
    expect(app.run.getState().phase).toEqual({ kind: 'paused' });
  });
});

describe('training', () => {
  it('advances by exactly as many updates as were asked for', async () => {
    const { app, browser, advance } = open();
    advance(1);
    advance(10);
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ phase: { kind: 'paused' }, snapshot: { update: 11 } });
  });

  it('keeps to a new pace at once', async () => {
    const { app, browser, train, setPace } = open({ hash: hashOf({ pace: 0 }) });
    train();
    await browser.frames(10);
    expect(app.run.getState().snapshot.update).toBeLessThanOrEqual(1);
    setPace(FASTEST);
    await browser.until(() => app.run.getState().snapshot.update > 20);
    expect(app.run.getState().phase).toEqual({ kind: 'training' });
  });

  it.each<[Condition, (run: Run) => boolean]>([
    [
      { kind: 'accuracy', share: 1 },
      ({ snapshot }) => snapshot.correct === snapshot.targets && snapshot.milestones.at(-1)?.correct === 4,
    ],
    [{ kind: 'accuracy', share: 0.75 }, ({ snapshot }) => snapshot.correct === 3],
    [
      { kind: 'loss', nats: 1 },
      ({ snapshot, curve }) => snapshot.loss <= 1 && (curve.losses.at(-2) ?? 0) > 1,
    ],
    [{ kind: 'update', update: 33 }, ({ snapshot }) => snapshot.update === 33],
  ])('until %j stops there, and says that and where it was met', async (condition, holds) => {
    const { app, browser, trainUntil, setPace, advance } = open();
    setPace(FASTEST);
    trainUntil(condition);
    expect(app.run.getState()).toMatchObject({ until: condition, met: null });
    await browser.settle();
    const run = app.run.getState();
    expect(run.phase).toEqual({ kind: 'paused' });
    expect(holds(run)).toBe(true);
    expect(run).toMatchObject({ until: null, met: { condition, update: run.snapshot.update } });
    advance(1);
    expect(app.run.getState().met).toBeNull();
  });

  it('does not call a condition met when a pause came before', async () => {
    const { app, browser, trainUntil, pause } = open();
    trainUntil({ kind: 'accuracy', share: 1 });
    await browser.frames(10);
    pause();
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ phase: { kind: 'paused' }, met: null, until: null });
  });

  it('until an update that no run reaches does not begin, and a sentence says so', async () => {
    const { app, browser, trainUntil } = open();
    trainUntil({ kind: 'update', update: LIMITS.update.max + 1 });
    await browser.settle();
    expect(app.run.getState()).toMatchObject({
      snapshot: { update: 0 },
      until: null,
      notice: { kind: 'beyondEnd', limit: LIMITS.update.max },
    });
  });

  it('comes back to the same start by Reset', async () => {
    const { app, browser, advance, reset } = open({ hash: hashOf({ config: { cell: 'gru', seed: 7 } }) });
    const before = bitsOf(app);
    advance(25);
    await browser.settle();
    expect(bitsOf(app)).not.toEqual(before);
    reset();
    await browser.settle();
    expect(app.run.getState().phase).toEqual({ kind: 'paused' });
    expect(bitsOf(app)).toEqual(before);
  });
});

describe('Reset after training blew up', () => {
  const config = {
    text: 'ab'.repeat(20),
    nonlinearity: 'relu',
    optimizer: 'sgd',
    seed: 1,
    learningRate: 0.01,
    interventions: [{ kind: 'learningRate', update: 5, value: 1000 }],
  } as const;

  it('does without the learning rate that did it', async () => {
    const { app, browser, train, reset } = open({ hash: hashOf({ config, pace: FASTEST }) });
    train();
    await browser.settle();
    expect(app.run.getState().phase.kind).toBe('diverged');
    reset();
    await browser.settle();
    expect(app.config.getState()).toMatchObject({ learningRate: 0.01, interventions: [] });
  });

  it('begins with one that was chosen since', async () => {
    const { app, browser, train, setLearningRate, reset } = open({ hash: hashOf({ config, pace: FASTEST }) });
    train();
    await browser.settle();
    setLearningRate(0.002);
    await browser.settle();
    reset();
    await browser.settle();
    expect(app.config.getState()).toMatchObject({ learningRate: 0.002, interventions: [] });
  });
});

describe('going through the updates', () => {
  it('goes back and on again to the same bits, with the whole curve in sight', async () => {
    const { app, browser, advance, seek, link } = open();
    advance(60);
    await browser.settle();
    const [before, whole] = [bitsOf(app), app.run.getState().curve];
    seek(20);
    expect(readLink(hashIn(link())).link.update).toBe(20);
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ snapshot: { update: 20 }, curve: whole });
    expectPicture(app.run.getState(), app.config.getState());
    seek(60);
    await browser.settle();
    expect(bitsOf(app)).toEqual(before);
  });

  it('goes forward to where the run never was, and stops there', async () => {
    const { app, browser, train, seek, setPace } = open();
    setPace(FASTEST);
    train();
    await browser.until(() => app.run.getState().snapshot.update > 10);
    seek(700);
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ phase: { kind: 'paused' }, snapshot: { update: 700 } });
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('ends at the last of many places, as when the playhead is dragged', async () => {
    const { app, browser, advance, seek } = open();
    advance(200);
    await browser.settle();
    for (let update = 200; update >= 77; update -= 3) {
      seek(update);
      await browser.frames(1);
    }
    await browser.settle();
    expect(app.run.getState().snapshot.update).toBe(77);
  });

  it.each([
    [-5, 0],
    [2.4, 2],
    [Number.NEGATIVE_INFINITY, 0],
  ])('to %s means to %i', async (update, reached) => {
    const { app, browser, advance, seek } = open();
    advance(5);
    await browser.settle();
    seek(update);
    await browser.settle();
    expect(app.run.getState().snapshot.update).toBe(reached);
  });

  it.each([LIMITS.update.max + 1, Number.POSITIVE_INFINITY])(
    'to %s, beyond the end, moves nothing and says so until a place is possible',
    async (update) => {
      const { app, browser, advance, seek } = open();
      advance(5);
      await browser.settle();
      const before = bitsOf(app);
      seek(update);
      seek(Number.NaN);
      await browser.settle();
      expect(bitsOf(app)).toEqual(before);
      expect(app.run.getState().notice).toEqual({ kind: 'beyondEnd', limit: LIMITS.update.max });
      seek(2);
      expect(app.run.getState().notice).toBeNull();
    },
  );

  it('goes there in a run that is not there yet', async () => {
    const { app, browser, choose, seek } = open({ hash: hashOf({ update: 90 }), storageFrames: 6 });
    seek(30);
    await browser.settle();
    expect(app.run.getState().snapshot.update).toBe(30);
    choose({ cell: 'gru' });
    seek(12);
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ model: { cell: 'gru' }, snapshot: { update: 12 } });
  });
});

const CHANGES: Change[] = [
  { kind: 'learningRate', value: 0.05 },
  { kind: 'weight', index: 14, value: -0.7 },
  { kind: 'freeze', layer: 0, unit: 2 },
  { kind: 'cut' },
];

describe('interfering', () => {
  it.each(CHANGES)('by %j happens at the present update, and the link replays it', async (change) => {
    const { app, browser, advance, intervene, link } = open();
    advance(30);
    await browser.settle();
    intervene(change);
    advance(20);
    await browser.settle();
    const { snapshot } = app.run.getState();
    expect(snapshot.interventions).toEqual([{ ...change, update: 30 }]);
    expect(app.config.getState()).toEqual({ ...DEFAULT_CONFIG, interventions: snapshot.interventions });
    expect(app.run.getState().branches).toEqual([]);
    expectPicture(app.run.getState(), app.config.getState());
    expect(bitsOf(app).parameters).not.toEqual(referenceAt(DEFAULT_CONFIG, 50).parameters);
    const other = open({ hash: hashIn(link()) });
    await other.browser.settle();
    expect(bitsOf(other.app)).toEqual(bitsOf(app));
  });

  it('is stamped by the worker while training goes on', async () => {
    const { app, browser, train, pause, intervene, setPace } = open();
    setPace(FASTEST);
    train();
    await browser.until(() => app.run.getState().snapshot.update > 10);
    intervene({ kind: 'cut' });
    expect(app.config.getState().interventions).toHaveLength(1);
    await browser.frames(20);
    expect(app.run.getState().phase.kind).toBe('training');
    pause();
    await browser.settle();
    expect(app.config.getState().interventions).toEqual(app.run.getState().snapshot.interventions);
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('at update 0 is an intervention, but a learning rate by itself is a new start', async () => {
    const { app, browser, intervene, setLearningRate } = open();
    await browser.settle();
    intervene({ kind: 'learningRate', value: 0.1 });
    await browser.settle();
    expect(app.config.getState()).toMatchObject({ learningRate: 0.1, interventions: [] });
    intervene({ kind: 'cut' });
    await browser.settle();
    setLearningRate(0.2);
    await browser.settle();
    expect(app.config.getState()).toMatchObject({
      learningRate: 0.1,
      interventions: [
        { kind: 'cut', update: 0 },
        { kind: 'learningRate', update: 0, value: 0.2 },
      ],
    });
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('with the learning rate after going back to update 0 keeps the run', async () => {
    const { app, browser, advance, seek, setLearningRate } = open();
    advance(30);
    await browser.settle();
    seek(0);
    setLearningRate(0.1);
    await browser.settle();
    expect(app.config.getState()).toMatchObject({
      learningRate: 0.01,
      interventions: [{ kind: 'learningRate', update: 0, value: 0.1 }],
    });
    expect(app.run.getState().branches).toHaveLength(1);
  });

  it.each<Change>([
    { kind: 'weight', index: 1000, value: 1 },
    { kind: 'weight', index: 0, value: Number.NaN },
    { kind: 'weight', index: 0, value: 1e6 },
    { kind: 'freeze', layer: 1, unit: 0 },
    { kind: 'learningRate', value: -1 },
  ])('by %j, which the network cannot have, does nothing', async (change) => {
    const { app, browser, advance, intervene } = open();
    advance(5);
    await browser.settle();
    const before = bitsOf(app);
    intervene(change);
    await browser.settle();
    expect(bitsOf(app)).toEqual(before);
    expect(app.config.getState()).toEqual(DEFAULT_CONFIG);
  });

  it('waits for a replay to arrive, with all that was changed meanwhile', async () => {
    const { app, browser, intervene, seek } = open();
    await browser.settle();
    seek(3000);
    for (const change of CHANGES) intervene(change);
    intervene({ kind: 'weight', index: 14, value: 0.5 });
    await browser.until(() => app.run.getState().phase.kind === 'seeking');
    expect(app.config.getState().interventions).toEqual([]);
    await browser.settle();
    expect(app.run.getState().snapshot.update).toBe(3000);
    expect(app.config.getState().interventions.map(({ kind, update }) => [kind, update])).toEqual([
      ['learningRate', 3000],
      ['freeze', 3000],
      ['cut', 3000],
      ['weight', 3000],
    ]);
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('in a way that blows the loss up is refused with a sentence, and nothing is lost', async () => {
    const config = { nonlinearity: 'relu', layers: 3, hiddenSize: 8 } as const;
    const { app, browser, advance, seek, intervene, link } = open({ hash: hashOf({ config }) });
    advance(30);
    await browser.settle();
    seek(20);
    await browser.settle();
    const [before, whole] = [bitsOf(app), app.run.getState().curve];
    const layout = app.run.getState().parameters.length;
    let refused = 0;
    for (let index = 0; index < layout && app.run.getState().notice === null; index++) {
      intervene({ kind: 'weight', index, value: 1000 });
      await browser.settle();
      refused = index;
    }
    expect(app.run.getState().notice).toMatchObject({
      kind: 'refused',
      change: { kind: 'weight', index: refused, value: 1000 },
    });
    const { interventions } = app.config.getState();
    expect(interventions).toHaveLength(refused);
    expect(interventions).toEqual(app.run.getState().snapshot.interventions);
    expect(readLink(hashIn(link())).link.config.interventions).toEqual(interventions);
    expect([before.update, whole.updates.at(-1)]).toEqual([20, 30]);
    intervene({ kind: 'cut' });
    expect(app.run.getState().notice).toBeNull();
  });
});

describe('an earlier future', () => {
  async function branched() {
    const page = open();
    page.advance(60);
    await page.browser.settle();
    const first = bitsOf(page.app);
    page.seek(20);
    await page.browser.settle();
    const parting = bitsOf(page.app);
    page.intervene({ kind: 'cut' });
    page.advance(15);
    await page.browser.settle();
    return { ...page, first, parting };
  }

  it('is kept where an intervention leaves it, and can be returned to', async () => {
    const { app, browser, returnTo, seek, first, parting } = await branched();
    const { branches } = app.run.getState();
    expect(branches).toEqual([
      { id: branches[0].id, interventions: [], curve: branches[0].curve, parting: 20, update: 20 },
    ]);
    expect(branches[0].curve.updates.at(-1)).toBe(60);
    returnTo(branches[0].id);
    await browser.settle();
    expect(bitsOf(app)).toEqual(parting);
    expect(app.config.getState()).toEqual(DEFAULT_CONFIG);
    expect(app.run.getState().curve).toBe(branches[0].curve);
    expectPicture(app.run.getState(), app.config.getState());
    expect(app.run.getState().branches).toMatchObject([
      { interventions: [{ kind: 'cut', update: 20 }], parting: 20, update: 35 },
    ]);
    seek(60);
    await browser.settle();
    expect(bitsOf(app)).toEqual(first);
  });

  it('is there and back as often as one likes, without a copy', async () => {
    const { app, browser, returnTo } = await branched();
    const other = bitsOf(app);
    for (let times = 0; times < 4; times++) {
      returnTo(app.run.getState().branches[0].id);
      await browser.settle();
      expect(app.run.getState().branches).toHaveLength(1);
    }
    expect(bitsOf(app)).toEqual(other);
  });

  it('is none where nothing was trained beyond', async () => {
    const { app, browser, advance, intervene } = open();
    advance(20);
    await browser.settle();
    for (const change of CHANGES) {
      intervene(change);
      await browser.settle();
    }
    expect(app.config.getState().interventions).toHaveLength(CHANGES.length);
    expect(app.run.getState().branches).toEqual([]);
  });

  it('is forgotten by choice, and by a new run', async () => {
    const { app, browser, seek, intervene, forgetBranch, reset } = await branched();
    seek(25);
    await browser.settle();
    intervene({ kind: 'learningRate', value: 0.1 });
    await browser.settle();
    const [first, second] = app.run.getState().branches;
    expect([first.parting, second.parting]).toEqual([20, 25]);
    forgetBranch(first.id);
    expect(app.run.getState().branches).toEqual([second]);
    reset();
    expect(app.run.getState().branches).toEqual([]);
    await browser.settle();
    expect(app.run.getState().branches).toEqual([]);
  });

  it('is among the last eight', async () => {
    const { app, browser, advance, seek, intervene } = open();
    for (let index = 0; index < 10; index++) {
      advance(5);
      await browser.settle();
      seek(2);
      await browser.settle();
      intervene({ kind: 'weight', index, value: 0.1 });
      await browser.settle();
    }
    const { branches } = app.run.getState();
    expect(branches.map(({ interventions }) => interventions.length)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('appears where an intervention is taken out of the history', async () => {
    const { app, browser, advance, intervene, removeIntervention, returnTo } = open();
    for (const change of CHANGES.slice(0, 2)) {
      advance(10);
      await browser.settle();
      intervene(change);
    }
    advance(10);
    await browser.settle();
    const before = bitsOf(app);
    removeIntervention(0);
    await browser.settle();
    expect(app.run.getState().snapshot.update).toBe(30);
    expect(app.config.getState().interventions).toEqual([{ ...CHANGES[1], update: 20 }]);
    expectPicture(app.run.getState(), app.config.getState());
    const [branch] = app.run.getState().branches;
    expect(branch).toMatchObject({ parting: 10, update: 30 });
    returnTo(branch.id);
    await browser.settle();
    expect(bitsOf(app)).toEqual(before);
  });

  it('of an intervention that is still ahead goes without the present being moved', async () => {
    const { app, browser, advance, seek, intervene, removeIntervention } = open();
    advance(20);
    await browser.settle();
    intervene({ kind: 'cut' });
    advance(20);
    await browser.settle();
    seek(10);
    await browser.settle();
    const before = bitsOf(app);
    removeIntervention(0);
    removeIntervention(0);
    await browser.settle();
    expect(bitsOf(app)).toEqual(before);
    expect(app.config.getState()).toEqual(DEFAULT_CONFIG);
    expect(app.run.getState().branches).toMatchObject([{ parting: 20, update: 10 }]);
  });
});

describe('the twin', () => {
  it('is the same run without its cuts, at the same update, wherever the run goes', async () => {
    const { app, browser, advance, seek, intervene, setTwin } = open();
    advance(10);
    await browser.settle();
    intervene({ kind: 'cut' });
    advance(10);
    await browser.settle();
    intervene({ kind: 'weight', index: 3, value: 0.4 });
    setTwin(true);
    const expectTwin = async (update: number) => {
      await browser.settle();
      const { interventions } = app.config.getState();
      const uncut = interventions.filter(({ kind }) => kind !== 'cut' && kind !== 'restore');
      const { loss, correct, targets } = referenceAt({ ...DEFAULT_CONFIG, interventions: uncut }, update);
      expect(app.run.getState().snapshot.update).toBe(update);
      expect(app.run.getState().twin).toMatchObject({ update, loss, correct, targets });
      expect(app.run.getState().twin?.curve.updates).toContain(update);
    };
    await expectTwin(20);
    advance(200);
    await expectTwin(220);
    seek(15);
    await expectTwin(15);
    intervene({ kind: 'learningRate', value: 0.1 });
    advance(40);
    await expectTwin(55);
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('keeps up while training goes on', async () => {
    const { app, browser, train, intervene, setTwin, setPace } = open();
    intervene({ kind: 'cut' });
    setTwin(true);
    setPace(FASTEST);
    train();
    await browser.until(() => (app.run.getState().twin?.update ?? 0) > 50);
    const { snapshot, twin } = app.run.getState();
    expect(twin?.update).toBeLessThanOrEqual(snapshot.update);
    expect(app.run.getState().phase.kind).toBe('training');
  });

  it('goes when it is not wanted, and starts anew with a new run', async () => {
    const { app, browser, advance, choose, setTwin } = open();
    setTwin(true);
    advance(30);
    await browser.settle();
    choose({ cell: 'gru' });
    await browser.settle();
    const { loss, update } = app.run.getState().snapshot;
    expect(app.run.getState().twin).toMatchObject({ update, loss });
    setTwin(false);
    expect(app.run.getState().twin).toBeNull();
    advance(5);
    await browser.settle();
    expect(app.run.getState().twin).toBeNull();
  });

  it('leaves no trace in the address and in what is kept for a reload', async () => {
    const plain = open();
    const twinned = open();
    for (const { browser, advance, intervene } of [plain, twinned]) {
      intervene({ kind: 'cut' });
      advance(30);
      await browser.settle();
      twinned.setTwin(true);
    }
    await twinned.browser.settle();
    expect(twinned.app.run.getState().twin?.update).toBe(30);
    expect(twinned.link()).toBe(plain.link());
    expect([...twinned.browser.resumes.keys()]).toEqual([...plain.browser.resumes.keys()]);
    expect([...twinned.browser.resumes.values()]).toEqual([...plain.browser.resumes.values()]);
  });

  it('survives the worker', async () => {
    const { app, browser, advance, setTwin } = open();
    setTwin(true);
    advance(30);
    await browser.settle();
    browser.worker.die();
    advance(10);
    await browser.settle();
    expect(app.run.getState().twin?.update).toBe(40);
  });
});

describe('what a panel wants to see', () => {
  const included = ({ browser }: ReturnType<typeof open>) =>
    browser.worker.received.findLast((command) => command.type === 'pull')?.wants[0].include;

  it('is asked for while it is open, and fits the text', async () => {
    const page = open();
    const { browser, want, setText } = page;
    await browser.settle();
    want('reach', { reach: { from: 0, to: 4 }, contributions: { view: 1, from: 0, to: 4 } });
    want('place', { trail: 6 });
    await browser.settle();
    const reach = { from: 0, to: 4 };
    const contributions = { view: 1, ...reach };
    expect(included(page)).toMatchObject({ parameters: true, curve: true, reach, contributions, trail: 6 });
    setText('abc');
    await browser.settle();
    expect(included(page)).toMatchObject({ reach: { from: 0, to: 2 }, trail: 6 });
    want('reach', null);
    await browser.settle();
    expect(included(page)).toMatchObject({ reach: null, contributions: null, trail: 6 });
  });

  it('comes with the snapshots', async () => {
    const { app, browser, want, advance } = open();
    want('reach', { reach: { from: 0, to: 4 }, contributions: { view: 1, from: 0, to: 4 } });
    want('place', { trail: 2 });
    advance(20);
    await browser.settle();
    const { reach, contributions, trail } = app.run.getState().snapshot;
    expect(reach?.hidden[0]).toHaveLength(16);
    expect(contributions?.values).toHaveLength(4 * 9);
    expect(trail).toHaveLength(2);
  });
});

describe('looks', () => {
  it('are in the link: panels in their order, the nearer end of the fold, guessing', () => {
    const { app, setPanel, setFold, setGuessing, link } = open({ hash: '#/playground?hide=controls' });
    expect(app.view.getState()).toMatchObject({ panels: ['weights'], hidden: ['controls'] });
    setPanel('place', true);
    setPanel('inside', true);
    setPanel('inside', true);
    setPanel('weights', false);
    setGuessing(true);
    setFold(0.6);
    expect(app.view.getState()).toMatchObject({ panels: ['inside', 'place'], fold: 0.6, guessing: true });
    const other = open({ hash: hashIn(link()) });
    expect(other.app.view.getState()).toMatchObject({
      panels: ['inside', 'place'],
      hidden: ['controls'],
      fold: 1,
      guessing: true,
    });
    setFold(-1);
    expect(app.view.getState().fold).toBe(0);
    setFold(7);
    expect(app.view.getState().fold).toBe(1);
  });

  it('are in the address soon, and come with a link', async () => {
    const { app, browser, setPanel, setFold } = open();
    await browser.settle();
    setPanel('reach', true);
    setFold(1);
    browser.window.pass(1000);
    expect(readLink(browser.window.location.hash).link).toMatchObject({
      panels: ['weights', 'reach'],
      folded: true,
    });
    browser.window.enter('#/playground?open=none&guess=1');
    await browser.settle();
    expect(app.view.getState()).toMatchObject({ panels: [], fold: 0, guessing: true });
  });
});

describe('links', () => {
  it('opens the same bits in another browser', async () => {
    const { app, browser, choose, advance, setLearningRate, link } = open();
    choose({ cell: 'lstm', hiddenSize: 5, layers: 2, optimizer: 'rmsprop', clipNorm: 0.5 });
    advance(40);
    await browser.settle();
    setLearningRate(0.03);
    advance(33);
    await browser.settle();
    const other = open({ hash: hashIn(link()) });
    await other.browser.settle();
    expect(other.app.config.getState()).toEqual(app.config.getState());
    expect(bitsOf(other.app)).toEqual(bitsOf(app));
  });

  it('goes back to an earlier network, at the update where it was left', async () => {
    const { app, browser, advance, choose } = open();
    advance(30);
    await browser.settle();
    const before = bitsOf(app);
    choose({ cell: 'lstm' });
    await browser.settle();
    browser.window.go(-1);
    await browser.settle();
    expect(app.config.getState()).toEqual(DEFAULT_CONFIG);
    expect(bitsOf(app)).toEqual(before);
    browser.window.go(1);
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ model: { cell: 'lstm' }, snapshot: { update: 0 } });
  });

  it('only seeks where the run is the same', async () => {
    const { app, browser, advance } = open();
    advance(30);
    await browser.settle();
    const { runId } = app.run.getState().snapshot;
    browser.window.enter(hashOf({ update: 12, timestep: 3 }));
    await browser.settle();
    expect(app.run.getState().snapshot).toMatchObject({ runId, update: 12 });
    expect(app.view.getState().timestep).toBe(3);
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('undo and redo an intervention in the same run', async () => {
    const { app, browser, advance, seek, intervene } = open();
    advance(60);
    await browser.settle();
    const { runId } = app.run.getState().snapshot;
    seek(20);
    await browser.settle();
    const before = bitsOf(app);
    intervene({ kind: 'cut' });
    advance(15);
    await browser.settle();
    const after = bitsOf(app);
    browser.window.pass(1000);
    browser.window.go(-1);
    await browser.settle();
    expect(bitsOf(app)).toEqual(before);
    expect(app.config.getState().interventions).toEqual([]);
    expect(app.run.getState().curve.updates.at(-1)).toBe(60);
    expect(app.run.getState().branches).toMatchObject([{ parting: 20, update: 35 }]);
    browser.window.go(1);
    await browser.settle();
    expect(bitsOf(app)).toEqual(after);
    expect(app.run.getState().branches).toMatchObject([{ interventions: [], parting: 20 }]);
    expect(app.run.getState().snapshot.runId).toBe(runId);
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('undo the removal of an intervention and the return to an earlier future', async () => {
    const { app, browser, advance, seek, intervene, removeIntervention, returnTo } = open();
    advance(40);
    await browser.settle();
    seek(20);
    await browser.settle();
    intervene({ kind: 'cut' });
    advance(5);
    await browser.settle();
    browser.window.pass(1000);
    const cut = bitsOf(app);
    for (const leave of [() => removeIntervention(0), () => returnTo(app.run.getState().branches[0].id)]) {
      leave();
      await browser.settle();
      browser.window.pass(1000);
      expect(app.config.getState().interventions).toEqual([]);
      browser.window.go(-1);
      await browser.settle();
      expect(bitsOf(app)).toEqual(cut);
    }
  });

  it.each([
    ['do=5:w1000:1,6:cut,7:freeze2.1,8:freeze1.4', { kind: 'cut', update: 6 }],
    ['do=5:freeze1.3,6:nonsense', { kind: 'freeze', update: 5, layer: 0, unit: 2 }],
  ])('leave out of %s what the network does not have, and say so', async (query, left) => {
    const { app, browser } = open({ hash: `#/playground?update=12&${query}` });
    await browser.settle();
    expect(app.run.getState()).toMatchObject({
      notice: { kind: 'linkUnread', keys: ['do'] },
      snapshot: { update: 12, interventions: [left] },
    });
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('with an intervention at update 0 open on its picture', () => {
    const { app } = open({ hash: '#/playground?do=0:cut' });
    expect(app.run.getState().snapshot.ablation).toMatchObject({ recurrenceCut: true });
  });

  it('turns round where a link comes in the middle of the way to another update', async () => {
    const { app, browser } = open();
    await browser.settle();
    browser.window.enter(hashOf({ update: 3000 }));
    await browser.until(() => app.run.getState().phase.kind === 'seeking');
    const { update } = app.run.getState().snapshot;
    browser.window.enter(hashOf({ update }));
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ phase: { kind: 'paused' }, snapshot: { update } });
  });

  it('leaves the last run alone while it waits for what was kept of the next', async () => {
    const { app, browser, train, setPace } = open({ storageFrames: 8 });
    setPace(FASTEST);
    train();
    await browser.until(() => app.run.getState().snapshot.update > 20);
    const next = { cell: 'gru', seed: 5 } as const;
    browser.window.enter(hashOf({ config: next, update: 30 }));
    await browser.frames(4);
    expect(app.run.getState()).toMatchObject({ preparing: true, model: { cell: 'rnn' } });
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ preparing: false, snapshot: { update: 30 } });
    expectPicture(app.run.getState(), { ...DEFAULT_CONFIG, ...next });
    const kept = await open({ kept: browser.resumes, hash: hashOf({ config: next, update: 30 }) });
    await kept.browser.settle();
    expect(bitsOf(kept.app)).toEqual(bitsOf(app));
  });

  it('lets an order end the way to its update, even one given before the run is there', async () => {
    const { app, browser, train } = open({ hash: hashOf({ update: 3000 }), storageFrames: 8 });
    train();
    await browser.until(() => app.run.getState().phase.kind === 'training');
    expect(app.run.getState().preparing).toBe(false);
  });

  it('names what could not be read and uses the rest', () => {
    const { app, dismissNotice } = open({ hash: '#/playground?cell=lstm&hidden=0&colour=red' });
    expect(app.run.getState().notice).toEqual({ kind: 'linkUnread', keys: ['hidden', 'colour'] });
    expect(app.config.getState()).toEqual({ ...DEFAULT_CONFIG, cell: 'lstm' });
    dismissNotice();
    expect(app.run.getState().notice).toBeNull();
  });

  it('names a timestep that the text does not have', () => {
    const { app } = open({ hash: '#/playground?t=99' });
    expect(app.run.getState().notice).toEqual({ kind: 'linkUnread', keys: ['t'] });
    expect(app.view.getState().timestep).toBe(DEFAULT_LINK.timestep);
  });

  it('replaces a text of one letter by hello and says that it was the link, not the text box', () => {
    const { app } = open({ hash: '#/playground?text=x&cell=gru&zzz=1' });
    expect(app.config.getState()).toEqual({ ...DEFAULT_CONFIG, cell: 'gru' });
    expect(app.run.getState().textNotice).toBeNull();
    expect(app.run.getState().notice).toEqual({ kind: 'linkTextTooShort', standIn: 'hello', keys: ['zzz'] });
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('carries the language from when it was chosen, and never by itself', () => {
    const { app, link } = open();
    expect(link()).not.toContain('lang=');
    app.view.setState({ language: 'ko' });
    expect(link()).toContain('lang=ko');
  });

  it('writes the address when a step is selected and when training rests', async () => {
    const { app, browser, advance, selectTimestep } = open();
    advance(6);
    selectTimestep(99);
    await browser.settle();
    browser.window.pass(1000);
    expect(app.view.getState().timestep).toBe(3);
    expect(readLink(browser.window.location.hash).link).toMatchObject({ update: 6, timestep: 3 });
  });

  it('copies itself, and reports where the browser refuses', async () => {
    const { browser, copyLink, link } = open({ hash: hashOf({ timestep: 2 }) });
    expect(await copyLink()).toBe(true);
    expect(browser.copied).toEqual([link()]);
    expect(link()).toBe(`https://unrolled.example/${hashOf({ timestep: 2 })}`);
    browser.refuseClipboard();
    expect(await copyLink()).toBe(false);
  });
});

describe('a worker that dies', () => {
  it('is replaced, the run goes on, and the person is told from where', async () => {
    const { app, browser, advance } = open();
    advance(20);
    await browser.settle();
    const before = bitsOf(app);
    browser.worker.die();
    await browser.settle();
    expect(browser.workers).toHaveLength(2);
    expect(app.run.getState().notice).toEqual({ kind: 'workerRestarted', update: 20 });
    expect(bitsOf(app)).toEqual(before);
    advance(1);
    await browser.settle();
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('takes what was changed and what was left with it', async () => {
    const { app, browser, advance, seek, intervene, train, setPace } = open();
    advance(60);
    await browser.settle();
    seek(20);
    await browser.settle();
    setPace(FASTEST);
    train();
    await browser.until(() => app.run.getState().snapshot.update > 22);
    intervene({ kind: 'cut' });
    browser.worker.die();
    await browser.until(() => app.run.getState().snapshot.interventions.length > 0);
    expectPicture(app.run.getState(), app.config.getState());
    seek(30);
    await browser.settle();
    intervene({ kind: 'freeze', layer: 0, unit: 1 });
    browser.worker.die();
    await browser.settle();
    expect(app.config.getState().interventions).toMatchObject([
      { kind: 'cut' },
      { kind: 'freeze', update: 30 },
    ]);
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('leaves the last picture where no other can be had, until the next try', async () => {
    const { app, browser, train } = open();
    train();
    await browser.until(() => app.run.getState().snapshot.update > 2);
    browser.breakWorkers();
    browser.worker.die();
    expect(app.run.getState()).toMatchObject({
      notice: { kind: 'workerFailed' },
      phase: { kind: 'paused' },
      preparing: false,
    });
    expectPicture(app.run.getState(), app.config.getState());
    browser.mendWorkers();
    train();
    const { update } = app.run.getState().snapshot;
    await browser.until(() => app.run.getState().snapshot.update > update);
    expect(app.run.getState().phase).toEqual({ kind: 'training' });
  });

  it('shows the network that was chosen meanwhile once there is a worker again', async () => {
    const { app, browser, choose, setText, pause } = open();
    await browser.settle();
    browser.breakWorkers();
    browser.worker.die();
    choose({ cell: 'gru' });
    setText('banana');
    expect(app.run.getState()).toMatchObject({ preparing: false, task: { text: 'hello' } });
    browser.mendWorkers();
    pause();
    await browser.settle();
    expectPicture(app.run.getState(), { ...DEFAULT_CONFIG, text: 'banana', cell: 'gru' });
  });
});

it('lets go of the worker and the browser', async () => {
  const { app, browser, train } = open();
  train();
  await browser.frames(3);
  const { snapshot } = app.run.getState();
  app.dispose();
  browser.window.enter(hashOf({ config: { cell: 'gru' } }));
  await browser.settle();
  expect(app.run.getState().snapshot).toBe(snapshot);
  expect(app.config.getState().cell).toBe('rnn');
});

/** What a person, a browser or a machine does. */
type Deed = (page: ReturnType<typeof open>) => void | Promise<void>;

function goBack({ window }: ReturnType<typeof createFakeBrowser>): void {
  if (window.location.hash !== window.entries[0]) window.go(-1);
}

const TEXTS = ['hello', 'abab', 'x', '나비야', 'a b'];
const texts = fc.constantFrom(...TEXTS);

const deed: fc.Arbitrary<[name: string, deed: Deed]> = fc.oneof(
  texts.map((text): [string, Deed] => [`text ${text}`, ({ setText }) => setText(text)]),
  fc
    .constantFrom(
      { cell: 'lstm' } as const,
      { cell: 'rnn' } as const,
      { hiddenSize: 5 },
      { layers: 2 },
      { seed: 9 },
      { letterUnit: 'jamo' } as const,
      { optimizer: 'sgd' } as const,
      { clipNorm: 0.2 },
    )
    .map((choice): [string, Deed] => [JSON.stringify(choice), ({ choose }) => choose(choice)]),
  fc
    .constantFrom(0.001, 0.01, 0.1)
    .map((rate): [string, Deed] => [`rate ${rate}`, ({ setLearningRate }) => setLearningRate(rate)]),
  fc.constantFrom<[string, Deed][]>(
    ['train', ({ train }) => train()],
    ['until right', ({ trainUntil }) => trainUntil({ kind: 'accuracy', share: 1 })],
    ['until a loss', ({ trainUntil }) => trainUntil({ kind: 'loss', nats: 1.2 })],
    ['twin', ({ setTwin }) => setTwin(true)],
    ['no twin', ({ setTwin }) => setTwin(false)],
    ['return', ({ app, returnTo }) => returnTo(app.run.getState().branches.at(0)?.id ?? 0)],
    ['forget', ({ app, forgetBranch }) => forgetBranch(app.run.getState().branches.at(0)?.id ?? 0)],
    ['pause', ({ pause }) => pause()],
    ['reset', ({ reset }) => reset()],
    ['back', ({ browser }) => goBack(browser)],
    ['death', ({ browser }) => browser.workers.at(-1)?.die()],
    ['no more workers', ({ browser }) => browser.breakWorkers()],
    ['workers again', ({ browser }) => browser.mendWorkers()],
  ),
  fc
    .constantFrom<Change[]>(
      ...CHANGES,
      { kind: 'restore' },
      { kind: 'thaw', layer: 0, unit: 2 },
      { kind: 'weight', index: 2, value: 1000 },
      { kind: 'weight', index: 400, value: 0 },
    )
    .map((change): [string, Deed] => [JSON.stringify(change), ({ intervene }) => intervene(change)]),
  fc.nat(150).map((update): [string, Deed] => [`seek ${update}`, ({ seek }) => seek(update)]),
  fc
    .nat(3)
    .map((index): [string, Deed] => [
      `remove ${index}`,
      ({ removeIntervention }) => removeIntervention(index),
    ]),
  fc.nat(30).map((count): [string, Deed] => [`advance ${count}`, ({ advance }) => advance(count)]),
  fc
    .constantFrom(0, 5, FASTEST)
    .map((pace): [string, Deed] => [`pace ${pace}`, ({ setPace }) => setPace(pace)]),
  fc
    .nat(6)
    .map((timestep): [string, Deed] => [
      `step ${timestep}`,
      ({ selectTimestep }) => selectTimestep(timestep),
    ]),
  fc
    .record({
      text: texts,
      update: fc.nat(120),
      timestep: fc.nat(5),
      learningRate: fc.constantFrom(0.01, 0.05),
      interventions: fc
        .subarray(CHANGES)
        .map((changes) => changes.map((change, index) => ({ ...change, update: 15 * index }))),
    })
    .map(({ text, update, timestep, learningRate, interventions }): [string, Deed] => [
      `link ${text} ${update} ${learningRate} ${interventions.map(({ kind }) => kind)}`,
      ({ browser }) =>
        browser.window.enter(
          hashOf({ config: { text, learningRate, interventions }, update, timestep, pace: FASTEST }),
        ),
    ]),
  fc
    .integer({ min: 1, max: 12 })
    .map((count): [string, Deed] => [`${count} frames`, ({ browser }) => browser.frames(count)]),
);

describe('whatever is done in whatever order', () => {
  it('shows one update of one run at a time, and its link opens the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { maxLength: 30 }).map((deeds) => ({
          deeds,
          toString: () => deeds.map(([name]) => name).join(', '),
        })),
        fc.integer({ min: 1, max: 4 }),
        async ({ deeds }, storageFrames) => {
          const page = open({ storageFrames });
          const { app, browser } = page;
          app.run.subscribe((now, before) => {
            if (now.snapshot !== before.snapshot) {
              expectPicture(now, app.config.getState());
              return;
            }
            const { task, model, parameters, curve } = before;
            expect([now.task, now.model, now.parameters, now.curve]).toEqual([
              task,
              model,
              parameters,
              curve,
            ]);
          });
          for (const [, act] of deeds) {
            await act(page);
            const { task } = app.run.getState();
            expect(app.view.getState().timestep).toBeLessThan(task.example.inputs.length);
          }
          browser.mendWorkers();
          page.pause();
          await browser.settle();
          const { preparing, phase, snapshot, branches, twin } = app.run.getState();
          expect({ preparing, phase }).toEqual({ preparing: false, phase: { kind: 'paused' } });
          expect(app.config.getState().interventions).toEqual(snapshot.interventions);
          expect(twin?.update ?? snapshot.update).toBe(snapshot.update);
          for (const { interventions, curve, parting } of branches) {
            expect(parting).toBe(partingOf(interventions, snapshot.interventions));
            const furthest = curve.updates[curve.updates.length - 1];
            const { loss } = referenceAt({ ...app.config.getState(), interventions }, furthest);
            expect(curve.losses[curve.losses.length - 1]).toBe(loss);
          }

          const other = open({ hash: hashIn(page.link()) });
          await other.browser.settle();
          expect(other.app.config.getState()).toEqual(app.config.getState());
          expect(bitsOf(other.app)).toEqual(bitsOf(app));
          app.dispose();
          other.app.dispose();
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
