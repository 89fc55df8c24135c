import { describe, expect, it } from 'vitest';
import { firstPicture } from '../../src/app/firstPicture.ts';
import { createRunDriver } from '../../src/app/runDriver.ts';
import { type Config, DEFAULT_CONFIG } from '../../src/state/config.ts';
import { createRunStore } from '../../src/state/run.ts';
import { modelOf } from '../../src/state/start.ts';
import { readText } from '../../src/tasks/text.ts';
import type { Command, Snapshot } from '../../src/worker/protocol.ts';
import { createFakeBrowser } from '../fakeBrowser.ts';

function subjectOf(text: string) {
  const reading = readText(text, 'syllable');
  if (reading.kind === 'tooShort') throw new Error('too short');
  return { task: reading.task, exercise: null, asked: null };
}

/** A driver on hello whose first run was begun. */
function drive(choice: Partial<Config> = {}) {
  const config = { ...DEFAULT_CONFIG, ...choice };
  const subject = subjectOf(config.text);
  const { task } = subject;
  const snapshot = firstPicture(config, subject, 0);
  if (!snapshot?.parameters || !snapshot.curve) throw new Error('there is no first picture');
  const { parameters, curve } = snapshot;
  const run = createRunStore({
    ...subject,
    examination: null,
    model: modelOf(config, task),
    phase: snapshot.phase,
    snapshot,
    parameters,
    curve,
    preparing: false,
    until: null,
    met: null,
    ordered: null,
    branches: [],
    twin: null,
    textNotice: null,
    notice: null,
  });
  const browser = createFakeBrowser();
  const taken: Snapshot[] = [];
  const driver = createRunDriver({
    run,
    connect: browser.environment.connect,
    onSnapshot: (next) => {
      expect(run.getState().snapshot).toBe(next);
      taken.push(next);
    },
    onRefused: () => expect.unreachable(),
  });
  driver.leave();
  driver.begin(config, subject, 0, null);
  const orders = () =>
    browser.worker.received.filter(({ type }) => !['pull', 'ping', 'dispose'].includes(type));
  const paces = () =>
    orders().flatMap((order: Command) => (order.type === 'train' ? [[order.pace, order.until]] : []));
  return { run, browser, driver, taken, config, task, orders, paces };
}

describe('the driver of a run', () => {
  it('takes no more of a run that was left, and keeps its last picture until the next is there', async () => {
    const { run, browser, driver, taken, config } = drive();
    driver.train(null, null);
    await browser.until(() => run.getState().snapshot.update > 10);
    const last = run.getState();
    const known = taken.length;
    driver.leave();
    await browser.frames(10);
    expect(taken).toHaveLength(known);
    expect(run.getState()).toMatchObject({ preparing: true, snapshot: last.snapshot, task: last.task });
    driver.begin(config, subjectOf('banana'), 0, null);
    expect(run.getState().task).toBe(last.task);
    await browser.settle();
    expect(run.getState()).toMatchObject({
      preparing: false,
      task: { text: 'banana' },
      model: { inputSize: 3 },
      snapshot: { update: 0 },
    });
  });

  it('gives the orders that came early after the run was created, in their order', async () => {
    const { browser, driver, config, task, orders } = drive();
    await browser.settle();
    const before = orders().length;
    driver.leave();
    driver.intervene({ kind: 'learningRate', value: 0.5 });
    driver.advance(3);
    await browser.settle();
    expect(orders()).toHaveLength(before);
    driver.begin(config, { task, exercise: null, asked: null }, 0, null);
    expect(
      orders()
        .slice(before)
        .map(({ type }) => type),
    ).toEqual(['create', 'intervene', 'advance']);
  });

  it('tells what was ordered until the worker has answered', async () => {
    const { run, browser, driver } = drive();
    await browser.settle();
    expect(run.getState().ordered).toBeNull();
    driver.train(null, null);
    expect(run.getState()).toMatchObject({ ordered: 'train', phase: { kind: 'paused' } });
    await browser.until(() => run.getState().ordered === null);
    expect(run.getState().phase.kind).toBe('training');
    driver.pause();
    expect(run.getState()).toMatchObject({ ordered: 'pause', phase: { kind: 'training' } });
    await browser.settle();
    expect(run.getState()).toMatchObject({ ordered: null, phase: { kind: 'paused' } });
    driver.advance(1);
    expect(run.getState().ordered).toBe('other');
    driver.leave();
    expect(run.getState().ordered).toBeNull();
  });

  it('changes the pace of training without touching its condition', async () => {
    const { browser, driver, paces } = drive();
    const condition = { kind: 'accuracy', share: 1 } as const;
    driver.train(5, condition);
    driver.changePace(60);
    await browser.frames(3);
    driver.changePace(null);
    expect(paces()).toEqual([
      [5, condition],
      [60, condition],
      [null, condition],
    ]);
  });

  it('keeps to what was ordered though an older picture of the run at rest comes in between', async () => {
    const { run, browser, driver, paces } = drive();
    await browser.settle();
    driver.advance(1);
    await browser.frames(2);
    driver.train(5, null);
    await browser.frames(2);
    driver.changePace(null);
    expect(paces()).toContainEqual([null, null]);
    await browser.until(() => run.getState().snapshot.update > 20);
    expect(driver.isTraining).toBe(true);
  });

  it.each([
    ['pause', (driver: ReturnType<typeof drive>['driver']) => driver.pause()],
    ['advance', (driver: ReturnType<typeof drive>['driver']) => driver.advance(2)],
    ['seek', (driver: ReturnType<typeof drive>['driver']) => driver.seek(1)],
  ])('does not train on by a new pace after %s', async (_, order) => {
    const { browser, driver, paces } = drive();
    driver.train(5, null);
    await browser.frames(3);
    order(driver);
    expect(driver.isTraining).toBe(false);
    driver.changePace(null);
    await browser.settle();
    expect(paces()).toHaveLength(1);
  });

  it('does not train on by a new pace after training diverged and another rate was chosen', async () => {
    const { run, browser, driver, paces } = drive({
      text: 'ab'.repeat(20),
      nonlinearity: 'relu',
      optimizer: 'sgd',
      learningRate: 100,
      seed: 1,
    });
    driver.train(null, null);
    await browser.settle();
    expect(run.getState().phase.kind).toBe('diverged');
    driver.intervene({ kind: 'learningRate', value: 0.01 });
    driver.changePace(60);
    await browser.settle();
    expect(run.getState().phase).toEqual({ kind: 'paused' });
    expect(paces()).toHaveLength(1);
  });

  it('notes where a condition was met, and forgets it with the next order', async () => {
    const { run, browser, driver } = drive();
    const condition = { kind: 'accuracy', share: 1 } as const;
    driver.train(null, condition);
    await browser.settle();
    const { snapshot, met } = run.getState();
    expect(met).toEqual({ condition, update: snapshot.update });
    expect(snapshot.correct).toBe(snapshot.targets);
    driver.seek(0);
    expect(run.getState().met).toBeNull();
    await browser.settle();
    expect(run.getState()).toMatchObject({ met: null, snapshot: { update: 0 } });
  });

  it('shows a future that is known at once, until the worker is beyond it', async () => {
    const { run, browser, driver } = drive();
    driver.advance(40);
    await browser.settle();
    const { curve } = run.getState();
    driver.seek(10);
    await browser.settle();
    driver.intervene({ kind: 'learningRate', value: 0.1 });
    await browser.settle();
    expect(run.getState().curve.updates.at(-1)).toBe(10);
    driver.rewrite([], 10, { interventions: [], curve });
    await browser.settle();
    expect(run.getState()).toMatchObject({ snapshot: { update: 10 }, curve });
    driver.seek(41);
    await browser.settle();
    expect(run.getState().curve.updates.at(-1)).toBe(41);
    driver.seek(12);
    await browser.settle();
    driver.intervene({ kind: 'learningRate', value: 0.2 });
    await browser.settle();
    expect(run.getState().curve.updates.at(-1)).toBe(12);
  });

  it('says what became of a worker, and goes on with the run that was asked for last', async () => {
    const { run, browser, driver, config } = drive();
    await browser.settle();
    browser.worker.die();
    expect(run.getState().notice).toEqual({ kind: 'workerRestarted', update: 0 });
    browser.breakWorkers();
    browser.worker.die();
    expect(run.getState()).toMatchObject({ notice: { kind: 'workerFailed' }, preparing: false });
    driver.leave();
    driver.begin(config, subjectOf('banana'), 0, null);
    browser.mendWorkers();
    driver.advance(2);
    await browser.settle();
    expect(run.getState()).toMatchObject({ task: { text: 'banana' }, snapshot: { update: 2 } });
  });

  it('ends its worker', async () => {
    const { browser, driver, taken } = drive();
    driver.train(null, null);
    await browser.frames(3);
    const known = taken.length;
    driver.dispose();
    await browser.settle();
    expect(browser.worker.isIdle).toBe(true);
    expect(taken).toHaveLength(known);
  });
});
