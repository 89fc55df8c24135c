import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/state/config.ts';
import { DEFAULT_LINK, readLink } from '../../src/state/url.ts';
import { bitsOf, expectPicture, FASTEST, hashIn, hashOf, open } from './openApp.ts';

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
    const [left] = app.run.getState().branches;
    expect(left).toMatchObject({ parting: 20, interventions: [{ kind: 'cut', update: 20 }] });
    expect(left.curve.updates.at(-1)).toBe(35);
    browser.window.go(1);
    await browser.settle();
    expect(bitsOf(app)).toEqual(after);
    expect(app.run.getState().branches).toMatchObject([{ interventions: [], parting: 20 }]);
    expect(app.run.getState().snapshot.runId).toBe(runId);
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('undo the removal of an intervention, the return to an earlier future, and Reset', async () => {
    const { app, browser, advance, seek, intervene, removeIntervention, returnTo, reset } = open();
    advance(40);
    await browser.settle();
    seek(20);
    await browser.settle();
    intervene({ kind: 'cut' });
    advance(5);
    await browser.settle();
    browser.window.pass(1000);
    const cut = bitsOf(app);
    const leaving = [() => removeIntervention(0), () => returnTo(app.run.getState().branches[0].id), reset];
    for (const leave of leaving) {
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
    ['do=5:w1000:1,6:cut,7:freeze2.1,8:freeze1.4', 'do', { kind: 'cut', update: 6 }],
    ['do=5:freeze1.3,6:nonsense', 'do=6:nonsense', { kind: 'freeze', update: 5, layer: 0, unit: 2 }],
  ])('leave out of %s what the network does not have, and say so', async (query, part, left) => {
    const { app, browser } = open({ hash: `#/playground?update=12&${query}` });
    await browser.settle();
    expect(app.run.getState()).toMatchObject({
      notice: { kind: 'linkUnread', keys: [part] },
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
    expect(app.run.getState().notice).toEqual({ kind: 'linkUnread', keys: ['hidden=0', 'colour=red'] });
    expect(app.config.getState()).toEqual({ ...DEFAULT_CONFIG, cell: 'lstm' });
    dismissNotice();
    expect(app.run.getState().notice).toBeNull();
  });

  it('names a timestep that the text does not have', () => {
    const { app } = open({ hash: '#/playground?t=99' });
    expect(app.run.getState().notice).toEqual({ kind: 'linkUnread', keys: ['t'] });
    expect(app.view.getState().timestep).toBe(DEFAULT_LINK.timestep);
  });

  it('says that there is no twin where nothing is cut', () => {
    const notice = (hash: string) => open({ hash }).app.run.getState().notice;
    expect(notice('#/playground?twin=1')).toEqual({ kind: 'linkUnread', keys: ['twin'] });
    expect(notice('#/playground?do=0:cut&twin=1')).toBe(null);
  });

  it('replaces a text of one letter by hello and says that it was the link, not the text box', () => {
    const { app } = open({ hash: '#/playground?text=x&cell=gru&zzz=1' });
    expect(app.config.getState()).toEqual({ ...DEFAULT_CONFIG, cell: 'gru' });
    expect(app.run.getState().textNotice).toBeNull();
    expect(app.run.getState().notice).toEqual({
      kind: 'linkTextTooShort',
      standIn: 'hello',
      keys: ['zzz=1'],
    });
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('that is handed on carries the language it was seen in; the address only one that was chosen', () => {
    const { browser, link, setPanel, setLanguage } = open();
    expect(link()).toContain('lang=en');
    setPanel('place', true);
    browser.window.pass(1000);
    expect(browser.window.location.hash).toContain('open=');
    expect(browser.window.location.hash).not.toContain('lang=');
    setLanguage('ko');
    expect(link()).toContain('lang=ko');
    browser.window.pass(1000);
    expect(browser.window.location.hash).toContain('lang=ko');
  });

  it('undo and redo the choice of a language', () => {
    const { app, browser, choose, setLanguage } = open();
    const { window } = browser;
    choose({ hiddenSize: 5 });
    window.pass(1100);
    setLanguage('ko');
    window.pass(1100);
    choose({ hiddenSize: 6 });
    window.pass(1100);
    expect(window.entries).toHaveLength(4);
    window.go(-1);
    expect(app.view.getState().language).toBe('ko');
    window.go(-1);
    expect(app.view.getState().language).toBe('en');
    expect(app.config.getState().hiddenSize).toBe(5);
    window.pass(1100);
    expect(window.entries).toHaveLength(4);
    window.go(1);
    expect(app.view.getState().language).toBe('ko');
    setLanguage('ko');
    expect(window.entries).toHaveLength(4);
  });

  it('undo a language and leave the run where it has come to', async () => {
    const { app, browser, advance, setLanguage } = open();
    const { window } = browser;
    advance(10);
    await browser.settle();
    setLanguage('ko');
    advance(10);
    await browser.settle();
    for (const [steps, language] of [
      [-1, 'en'],
      [1, 'ko'],
      [-1, 'en'],
    ] as const) {
      window.go(steps);
      await browser.settle();
      expect(app.view.getState().language).toBe(language);
      expect(app.run.getState()).toMatchObject({ phase: { kind: 'paused' }, snapshot: { update: 20 } });
      window.pass(1100);
      expect(readLink(window.location.hash).link).toMatchObject({ update: 20, language });
    }
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
    expect(link()).toBe(`https://unrolled.example/${hashOf({ timestep: 2, language: 'en' })}`);
    browser.refuseClipboard();
    expect(await copyLink()).toBe(false);
  });
});
