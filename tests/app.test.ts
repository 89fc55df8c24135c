import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type App, createApp } from '../src/app.ts';
import { countParameters, createTrainer, type Trainer } from '../src/engine/index.ts';
import { type Config, DEFAULT_CONFIG } from '../src/state/config.ts';
import type { Run } from '../src/state/run.ts';
import { modelOf, runConfigOf } from '../src/state/start.ts';
import { DEFAULT_LINK, formatLink, type Link, readLink } from '../src/state/url.ts';
import { PACES } from '../src/state/view.ts';
import { readText, type TextTask } from '../src/tasks/text.ts';
import type { Intervention } from '../src/worker/protocol.ts';
import { type BrowserOptions, createFakeBrowser } from './fakeBrowser.ts';

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

function taskOf(config: Config): TextTask {
  const reading = readText(config.text, config.letterUnit);
  if (reading.kind === 'tooShort') throw new Error('the run has a text that is too short');
  return reading.task;
}

/** A run by its definition: a trainer stepped to an update, with the interventions on the way. */
function trainerAt(config: Config, interventions: readonly Intervention[], update: number): Trainer {
  const trainer = createTrainer(runConfigOf(config, taskOf(config)));
  for (;;) {
    const change = interventions.find((candidate) => candidate.update === trainer.update);
    if (change !== undefined) trainer.setLearningRate(change.value);
    if (trainer.update === update) return trainer;
    trainer.step();
  }
}

function expectPicture({ task, model, snapshot, parameters, curve }: Run, config: Config): void {
  const trainer = trainerAt(config, snapshot.interventions, snapshot.update);
  expect(task).toEqual(taskOf(config));
  expect(model).toEqual(modelOf(config, task));
  expect(parameters).toEqual(trainer.parameters);
  expect(snapshot).toMatchObject({
    loss: trainer.loss,
    correct: trainer.correct,
    targets: trainer.targets,
    gradientNorm: trainer.gradientNorm,
    trace: trainer.traces[0],
  });
  const furthest = curve.updates[curve.updates.length - 1];
  expect(furthest).toBeGreaterThanOrEqual(snapshot.update);
  expect(curve.losses[curve.losses.length - 1]).toBe(
    trainerAt(config, snapshot.interventions, furthest).loss,
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
    expect(run.task.letters.join('')).toBe('hello');
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
    await browser.until(() => app.run.getState().task.text === 'banana');
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
    expect(link()).toContain(`lr=0.01,${snapshot.interventions[0].update}:0.05`);
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

  it('until right stops at the first update where all is right, and says where', async () => {
    const { app, browser, trainUntilRight, setPace, advance } = open();
    setPace(FASTEST);
    trainUntilRight();
    await browser.settle();
    const { snapshot, reachedRightAt, phase } = app.run.getState();
    expect(phase).toEqual({ kind: 'paused' });
    expect(snapshot.correct).toBe(snapshot.targets);
    expect(reachedRightAt).toBe(snapshot.update);
    expect(snapshot.firstRight).toBe(snapshot.update);
    advance(1);
    expect(app.run.getState().reachedRightAt).toBeNull();
  });

  it('does not call it reached when a pause came before', async () => {
    const { app, browser, trainUntilRight, pause } = open();
    trainUntilRight();
    await browser.frames(10);
    pause();
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ phase: { kind: 'paused' }, reachedRightAt: null });
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
    expect(app.view.getState().timestep).toBe(3);
  });

  it('replaces a text of one letter by hello and says so', () => {
    const { app } = open({ hash: '#/playground?text=x&cell=gru' });
    expect(app.config.getState()).toEqual({ ...DEFAULT_CONFIG, cell: 'gru' });
    expect(app.run.getState().textNotice).toEqual({ kind: 'tooShort' });
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
    ['until right', ({ trainUntilRight }) => trainUntilRight()],
    ['pause', ({ pause }) => pause()],
    ['reset', ({ reset }) => reset()],
    ['back', ({ browser }) => goBack(browser)],
    ['death', ({ browser }) => browser.workers.at(-1)?.die()],
    ['no more workers', ({ browser }) => browser.breakWorkers()],
    ['workers again', ({ browser }) => browser.mendWorkers()],
  ),
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
    .record({ text: texts, update: fc.nat(120), timestep: fc.nat(5), rate: fc.constantFrom(0.01, 0.05) })
    .map(({ text, update, timestep, rate }): [string, Deed] => [
      `link ${text} ${update} ${rate}`,
      ({ browser }) =>
        browser.window.enter(
          hashOf({ config: { text, learningRate: rate }, update, timestep, pace: FASTEST }),
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
        fc.array(deed, { maxLength: 25 }).map((deeds) => ({
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
          const { preparing, phase, snapshot } = app.run.getState();
          expect({ preparing, phase }).toEqual({ preparing: false, phase: { kind: 'paused' } });
          expect(app.config.getState().interventions).toEqual(snapshot.interventions);

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
