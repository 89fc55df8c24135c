import { describe, expect, it } from 'vitest';
import { loadExercises } from '../../src/app/exercises.ts';
import { DEFAULT_CONFIG } from '../../src/state/config.ts';
import { referenceAt } from '../referenceRun.ts';
import { expectPicture, FASTEST, hashIn, open } from './openApp.ts';

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

  it('is in the link beside a cut alone', async () => {
    const { browser, advance, intervene, link, setTwin, removeIntervention } = open();
    advance(10);
    await browser.settle();
    intervene({ kind: 'cut' });
    setTwin(true);
    await browser.settle();
    expect(hashIn(link())).toContain('twin=1');
    removeIntervention(0);
    await browser.settle();
    expect(hashIn(link())).not.toContain('twin');
  });

  it('goes when it is not wanted', async () => {
    const { app, browser, advance, intervene, setTwin } = open();
    intervene({ kind: 'cut' });
    setTwin(true);
    advance(30);
    await browser.settle();
    expect(app.run.getState().twin?.update).toBe(30);
    setTwin(false);
    expect(app.run.getState().twin).toBeNull();
    advance(5);
    await browser.settle();
    expect(app.run.getState().twin).toBeNull();
  });

  it('ends where the network is intact, and comes again with the next cut', async () => {
    const { app, browser, advance, choose, intervene, returnTo, seek, setTwin } = open();
    const twinAt = async () => {
      await browser.settle();
      return app.run.getState().twin?.update ?? null;
    };
    setTwin(true);
    advance(30);
    expect(await twinAt()).toBeNull();
    seek(20);
    await browser.settle();
    intervene({ kind: 'cut' });
    advance(20);
    expect(await twinAt()).toBe(40);
    seek(10);
    expect(await twinAt()).toBe(10);
    returnTo(app.run.getState().branches[0].id);
    expect(await twinAt()).toBeNull();
    expect(app.run.getState().snapshot.update).toBe(30);
    intervene({ kind: 'cut' });
    advance(5);
    expect(await twinAt()).toBe(35);
    intervene({ kind: 'restore' });
    expect(await twinAt()).toBeNull();
    intervene({ kind: 'cut' });
    expect(await twinAt()).toBe(35);
    choose({ cell: 'gru' });
    expect(await twinAt()).toBeNull();
  });

  it('leaves no trace in what is kept for a reload', async () => {
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
    expect([...twinned.browser.resumes.keys()]).toEqual([...plain.browser.resumes.keys()]);
    expect([...twinned.browser.resumes.values()]).toEqual([...plain.browser.resumes.values()]);
  });

  it('is in the link, and opens with it at the update of the run', async () => {
    const { app, browser, advance, intervene, setTwin, link } = open();
    intervene({ kind: 'cut' });
    advance(30);
    await browser.settle();
    setTwin(true);
    await browser.settle();
    const opened = open({ hash: hashIn(link()) });
    await opened.browser.settle();
    expect(opened.app.run.getState().twin).toEqual(app.run.getState().twin);
    expect(opened.app.run.getState().twin?.update).toBe(30);
    setTwin(false);
    expect(link()).not.toContain('twin');
  });

  it('comes and goes with the browser going back and forward', async () => {
    const { app, browser } = open();
    browser.window.enter('#/playground?do=0:cut&update=5&twin=1');
    await browser.settle();
    expect(app.run.getState().twin?.update).toBe(5);
    browser.window.enter('#/playground?do=0:cut&update=5');
    await browser.settle();
    expect(app.run.getState().twin).toBeNull();
  });

  it('is no matter of exercises, whatever a link says', async () => {
    await loadExercises();
    const { app, browser } = open({ hash: '#/playground?do=0:cut&twin=1&update=5' });
    await browser.settle();
    expect(app.run.getState().twin?.update).toBe(5);
    browser.window.enter('#/playground?task=motion&hidden=4&twin=1');
    await browser.settle();
    expect(app.run.getState().exercise?.kind).toBe('motion');
    expect(app.run.getState().twin).toBeNull();
  });

  it('survives the worker', async () => {
    const { app, browser, advance, intervene, setTwin } = open();
    intervene({ kind: 'cut' });
    setTwin(true);
    advance(30);
    await browser.settle();
    browser.worker.die();
    advance(10);
    await browser.settle();
    expect(app.run.getState().twin?.update).toBe(40);
  });
});
