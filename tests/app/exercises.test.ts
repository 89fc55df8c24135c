/** A lab that learns an exercise: how it opens, what it is asked, and how it comes and goes. */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp } from '../../src/app/app.ts';
import { exerciseOf, loadExercises } from '../../src/app/exercises.ts';
import { type Config, DEFAULT_CONFIG, defaultConfig } from '../../src/state/config.ts';
import type { Run } from '../../src/state/run.ts';
import { DEFAULT_LINK, formatLink } from '../../src/state/url.ts';
import { PACES } from '../../src/state/view.ts';
import type { LabExercise } from '../../src/tasks/questions.ts';
import { isSameExample } from '../../src/worker/probe.ts';
import { type BrowserOptions, createFakeBrowser } from '../fakeBrowser.ts';

const FASTEST = PACES.length - 1;
/** Small enough that examinations take few frames. */
const SMALL = { hiddenSize: 8 };

beforeAll(loadExercises);

function open(options: BrowserOptions = {}) {
  const browser = createFakeBrowser(options);
  const app = createApp(browser.environment);
  app.run.subscribe(expectOnePicture);
  expectOnePicture(app.run.getState());
  return { browser, app, ...app.actions };
}

/** Names, question and numbers are of one example. */
function expectOnePicture({ task, exercise, asked, snapshot, model }: Run): void {
  expect(isSameExample(task.example, snapshot.example)).toBe(true);
  expect(model.outputSize).toBe(task.outputNames.length);
  if (exercise === null) expect(asked).toBeNull();
  else expect(asked?.task).toBe(task);
}

function hashOf(config: Partial<Config> & Pick<Config, 'task'>, question = ''): string {
  const whole = { ...defaultConfig(config.task), ...config };
  return formatLink({ ...DEFAULT_LINK, config: whole, question });
}

const hashIn = (link: string) => link.slice(link.indexOf('#'));

function exerciseIn(config: Config): LabExercise {
  const exercise = exerciseOf(config);
  if (exercise === null || exercise === 'missing') throw new Error('there is no exercise');
  return exercise;
}

describe('a link to an exercise', () => {
  it.each(['captions', 'feelings', 'numbers', 'motion'] as const)('opens %s with a picture of it', (task) => {
    const { app } = open({ hash: `#/playground?task=${task}` });
    const { exercise, asked, snapshot, model } = app.run.getState();
    expect(exercise?.kind).toBe(task);
    expect(asked?.question).toBe(exercise?.firstQuestion);
    expect(snapshot).toMatchObject({ runId: 0, update: 0 });
    expect(model).toMatchObject({ cell: 'gru', hiddenSize: 48, layers: 1 });
    expect(hashIn(app.actions.link())).toBe(`#/playground?task=${task}&lang=en`);
    app.dispose();
  });

  it('shows what it asks, and says so again', async () => {
    const hash = hashOf({ task: 'numbers', tongue: 'ko', upTo: 9999, ...SMALL }, '77');
    const { app, browser } = open({ hash });
    await browser.settle();
    const { asked, task } = app.run.getState();
    expect(asked).toMatchObject({ question: '77', reading: { kind: 'ready' } });
    expect(task.inputNames).toContain('칠');
    expect(hashIn(app.actions.link())).toBe(`${hash}&lang=en`);
  });

  it('asks the first question where its own cannot be read, and says so', () => {
    const { app } = open({ hash: hashOf({ task: 'numbers', ...SMALL }, 'nine '.repeat(60)) });
    expect(app.run.getState().asked?.question).toBe('421');
    expect(app.run.getState().notice).toEqual({ kind: 'linkUnread', keys: ['ask'] });
  });

  it('takes another question that is read alike, of which there is no other picture', async () => {
    const { app, browser } = open({ hash: hashOf({ task: 'numbers', ...SMALL }, 'banana') });
    await browser.settle();
    app.actions.ask('3.5');
    await browser.settle();
    expect(app.run.getState().asked?.question).toBe('3.5');
    app.actions.ask('12');
    await browser.settle();
    expect(app.run.getState().asked?.question).toBe('12');
  });

  it('trains in batches, as the exercise recommends', async () => {
    const { browser, train, setPace, pause, app } = open({ hash: hashOf({ task: 'numbers', ...SMALL }) });
    setPace(FASTEST);
    train();
    await browser.until(() => app.run.getState().snapshot.update > 20);
    pause();
    await browser.settle();
    const created = browser.worker.received.find((command) => command.type === 'create');
    const exercise = exerciseIn(app.config.getState());
    expect(created?.config.training).toMatchObject(exercise.recommended.training);
    expect(created?.config.examples).toHaveLength(900);
    expect(created?.config.heldOut).toHaveLength(100);
    expect(app.run.getState().snapshot.targets).toBeLessThan(16 * 15);
  });

  it('counts all of the exercise once it is at rest, at the update that is shown', async () => {
    const { browser, app, advance } = open({ hash: hashOf({ task: 'motion', ...SMALL }) });
    await browser.settle();
    expect(app.run.getState().examination).toMatchObject({
      update: 0,
      training: { examples: 400 },
      heldOut: { examples: 100 },
    });
    advance(30);
    await browser.settle();
    const { examination, snapshot } = app.run.getState();
    expect(snapshot.update).toBe(30);
    expect(examination?.update).toBe(30);
    expect(examination?.heldOut.targets).toBe(1200);
  });

  it('goes on after a reload from where it was', async () => {
    const first = open({ hash: hashOf({ task: 'captions', ...SMALL }) });
    first.advance(25);
    await first.browser.settle();
    const hash = hashIn(first.link());
    const kept = first.browser.resumes;
    const { app, browser } = open({ hash, kept });
    await browser.settle();
    const created = browser.worker.received.find((command) => command.type === 'create');
    expect(created?.resume?.checkpoint.update).toBe(25);
    expect(app.run.getState().parameters).toEqual(first.app.run.getState().parameters);
  });
});

describe('a question', () => {
  it('is in sight with its own names and numbers, of the same update', async () => {
    const { app, browser, ask, advance } = open({ hash: hashOf({ task: 'numbers', ...SMALL }) });
    advance(5);
    await browser.settle();
    const before = app.run.getState();
    ask('seven hundred');
    expect(app.run.getState().task).toBe(before.task);
    await browser.settle();
    const { asked, snapshot, task } = app.run.getState();
    expect(asked?.question).toBe('700');
    expect(snapshot).toMatchObject({ update: 5, runId: before.snapshot.runId, loss: before.snapshot.loss });
    expect(snapshot.trace.timesteps).toBe(task.example.inputs.length);
    expect(snapshot.trace.timesteps).not.toBe(before.snapshot.trace.timesteps);
  });

  it('can be taken back', async () => {
    const { app, browser, ask } = open({ hash: hashOf({ task: 'numbers', ...SMALL }) });
    await browser.settle();
    ask('55');
    await browser.settle();
    expect(browser.window.location.hash).toBe('#/playground?task=numbers&hidden=8&ask=55');
    browser.window.pass(2000);
    browser.window.go(-1);
    await browser.settle();
    expect(app.run.getState().asked?.question).toBe('421');
    expect(app.view.getState().question).toBe('');
    expect(app.run.getState().snapshot.runId).toBe(1);
  });

  it('that cannot be read is not asked', async () => {
    const { app, browser, ask } = open({ hash: hashOf({ task: 'numbers', ...SMALL }) });
    ask('many '.repeat(60));
    await browser.settle();
    expect(app.run.getState().asked?.question).toBe('421');
    expect(app.view.getState().question).toBe('');
  });

  it('that comes quickly after another is the one that stays', async () => {
    const { app, browser, ask, train, setPace, pause } = open({
      hash: hashOf({ task: 'numbers', ...SMALL }),
    });
    setPace(FASTEST);
    train();
    await browser.frames(3);
    for (const question of ['700', '55', '421', '700', '421', '999', '55']) {
      ask(question);
      await browser.frames(1);
    }
    await browser.frames(20);
    pause();
    await browser.settle();
    expect(app.run.getState().asked?.question).toBe('55');
  });

  it('asked while the run is being fetched is what comes', async () => {
    const first = open({ hash: hashOf({ task: 'numbers', ...SMALL }) });
    first.advance(3);
    await first.browser.settle();
    const { app, browser, ask } = open({
      hash: hashIn(first.link()),
      kept: first.browser.resumes,
      storageFrames: 5,
    });
    ask('800');
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ asked: { question: '800' }, snapshot: { update: 3 } });
  });

  it('keeps the selected timestep inside of it', async () => {
    const { app, browser, ask, selectTimestep } = open({
      hash: hashOf({ task: 'numbers', ...SMALL }, '777'),
    });
    await browser.settle();
    const last = app.run.getState().task.example.inputs.length - 1;
    selectTimestep(last);
    ask('7');
    await browser.settle();
    const now = app.run.getState().task.example.inputs.length - 1;
    expect(now).toBeLessThan(last);
    expect(app.view.getState().timestep).toBe(now);
  });

  it('is none of a text', async () => {
    const { app, browser, ask } = open();
    await browser.settle();
    ask('421');
    await browser.settle();
    expect(app.run.getState().asked).toBeNull();
    expect(hashIn(app.actions.link())).toBe('#/playground?lang=en');
  });
});

describe('another task', () => {
  it('keeps the network, trained as it recommends, and going back brings the text back', async () => {
    const { app, browser, choose } = open();
    await browser.settle();
    choose({ task: 'motion' });
    await browser.settle();
    const { cell, hiddenSize } = DEFAULT_CONFIG;
    expect(app.config.getState()).toEqual({ ...defaultConfig('motion'), cell, hiddenSize });
    expect(app.run.getState()).toMatchObject({ exercise: { kind: 'motion' }, snapshot: { update: 0 } });
    expect(browser.window.location.hash).toBe('#/playground?task=motion&cell=rnn&hidden=3');
    browser.window.go(-1);
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ exercise: null, task: { text: 'hello' }, examination: null });
    expect(app.config.getState()).toEqual(DEFAULT_CONFIG);
  });

  it('trains on where the last one was training', async () => {
    const { app, browser, choose, train } = open();
    train();
    await browser.until(() => app.run.getState().snapshot.update > 2);
    choose({ task: 'captions', hiddenSize: 8 });
    await browser.until(() => app.run.getState().exercise !== null && app.run.getState().snapshot.update > 2);
    expect(app.run.getState().phase.kind).toBe('training');
    app.dispose();
  });

  it('keeps the question where it means the same', async () => {
    const { app, browser, choose } = open({ hash: hashOf({ task: 'numbers', ...SMALL }, '88') });
    await browser.settle();
    choose({ tongue: 'ko' });
    await browser.settle();
    expect(app.run.getState().asked?.question).toBe('88');
    expect(app.run.getState().task.inputNames).toContain('팔');
    choose({ upTo: 9999 });
    await browser.settle();
    expect(app.run.getState().asked?.question).toBe('88');
    expect(app.run.getState().exercise?.training).toHaveLength(9000);
    choose({ task: 'feelings' });
    await browser.settle();
    expect(app.run.getState().asked?.question).toBe(app.run.getState().exercise?.firstQuestion);
    expect(app.view.getState().question).toBe('');
  });

  it('after the first of two choices in a row is the second', async () => {
    const { app, browser, choose } = open();
    choose({ task: 'motion', ...SMALL });
    choose({ task: 'captions' });
    await browser.settle();
    expect(app.run.getState().exercise?.kind).toBe('captions');
    expect(app.config.getState()).toMatchObject({ task: 'captions', ...SMALL });
  });

  it('has no interventions of the last', async () => {
    const { app, browser, choose, intervene, advance } = open();
    advance(3);
    await browser.settle();
    intervene({ kind: 'cut' });
    choose({ task: 'motion', ...SMALL });
    await browser.settle();
    expect(app.config.getState().interventions).toEqual([]);
    intervene({ kind: 'cut' });
    await browser.settle();
    expect(app.run.getState().snapshot.ablation.recurrenceCut).toBe(true);
  });

  it('is a text again whatever was in the link for one', async () => {
    const { app, browser, choose } = open({ hash: '#/playground?task=motion&text=a&hidden=8' });
    choose({ task: 'text' });
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ exercise: null, textNotice: null, task: { text: 'hello' } });
  });
});

describe('without the chunk of the exercises', () => {
  beforeEach(() => {
    vi.resetModules();
    vi.doMock('../../src/tasks/questions.ts', () => {
      throw new Error('offline');
    });
  });

  it('a link opens hello and says why', async () => {
    const { createApp } = await import('../../src/app/app.ts');
    const app = createApp(createFakeBrowser({ hash: '#/playground?task=numbers' }).environment);
    expect(app.run.getState()).toMatchObject({
      exercise: null,
      task: { text: 'hello' },
      notice: { kind: 'exerciseNotLoaded' },
    });
    expect(app.config.getState()).toEqual(DEFAULT_CONFIG);
  });

  it('a choice changes nothing and says why', async () => {
    const { createApp } = await import('../../src/app/app.ts');
    const browser = createFakeBrowser();
    const app = createApp(browser.environment);
    await browser.settle();
    app.actions.choose({ task: 'numbers' });
    await vi.waitFor(() => expect(app.run.getState().notice).toEqual({ kind: 'exerciseNotLoaded' }));
    expect(app.config.getState()).toEqual(DEFAULT_CONFIG);
    expect(app.run.getState().snapshot.runId).toBe(1);
  });
});
