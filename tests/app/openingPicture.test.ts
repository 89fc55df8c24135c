import { describe, expect, it } from 'vitest';
import { countParameters } from '../../src/engine/index.ts';
import { readLink } from '../../src/state/url.ts';
import { bitsOf, expectPicture, hashIn, hashOf, open } from './openApp.ts';

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

  it('of a large network is what it reads forwards, until its gradient is known', async () => {
    const config = { text: 'to be or not to be', hiddenSize: 256, layers: 3 };
    const { app, browser } = open({ hash: hashOf({ config, timestep: 11 }) });
    const { snapshot, ...run } = app.run.getState();
    expect(run).toMatchObject({ preparing: true, task: { text: config.text } });
    expect(snapshot.gradientNorm).toBeNaN();
    expect(app.view.getState().timestep).toBe(11);
    await browser.settle();
    const settled = app.run.getState();
    expect(settled).toMatchObject({
      preparing: false,
      snapshot: { trace: { logits: snapshot.trace.logits } },
    });
    expect(settled.snapshot.loss).toBeCloseTo(snapshot.loss, 10);
    expect(settled.snapshot.gradientNorm).toBeGreaterThan(0);
    expect([...settled.parameters]).toEqual([...run.parameters]);
  });

  it('is hello where the page cannot know even that', async () => {
    const interventions = [{ kind: 'cut', update: 0 } as const];
    const config = { text: 'to be or not to be', hiddenSize: 256, layers: 3, interventions };
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
    expect(app.run.getState()).toMatchObject({ preparing: false, snapshot: { update: 73 } });
    const before = bitsOf(app);
    expect(readLink(hashIn(app.actions.link())).link.update).toBe(73);
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ preparing: false, snapshot: { runId: 1, update: 73 } });
    expect(bitsOf(app)).toEqual(before);
    expect(app.view.getState()).toMatchObject({ timestep: 2, pace: 5, language: 'ko' });
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('says so where the update of a link takes longer', async () => {
    const { app, browser } = open({ hash: hashOf({ update: 20_000 }) });
    expect(app.run.getState()).toMatchObject({ preparing: true, snapshot: { update: 0 } });
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ preparing: false, snapshot: { update: 20_000 } });
  });

  it('does not wait for a worker, nor begins one before it is on the screen', async () => {
    let markShown = () => {};
    const shown = new Promise<void>((resolve) => {
      markShown = resolve;
    });
    const { app, browser } = open({ hash: hashOf({ update: 73 }), whenShown: () => shown });
    app.actions.advance(2);
    await browser.frames(5);
    expect(browser.workers).toEqual([]);
    markShown();
    await browser.settle();
    expect(app.run.getState().snapshot.update).toBe(75);
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
