import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/state/config.ts';
import { bitsOf, expectPicture, FASTEST, hashOf, open } from './openApp.ts';

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
