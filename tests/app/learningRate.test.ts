import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/state/config.ts';
import { expectPicture, FASTEST, hashOf, open } from './openApp.ts';

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
    const { app, browser, setLearningRate } = open({ hash: hashOf({ update: 9000 }) });
    await browser.until(() => app.run.getState().phase.kind === 'seeking');
    setLearningRate(0.05);
    await browser.settle();
    const { snapshot } = app.run.getState();
    expect(snapshot).toMatchObject({ update: 9000 });
    expect(snapshot.interventions).toEqual([{ kind: 'learningRate', update: 9000, value: 0.05 }]);
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
