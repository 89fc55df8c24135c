import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/state/config.ts';
import { bitsOf, CHANGES, expectPicture, open } from './openApp.ts';

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
      { id: branches[0].id, interventions: [], curve: branches[0].curve, parting: 20 },
    ]);
    expect(branches[0].curve.updates.at(-1)).toBe(60);
    returnTo(branches[0].id);
    await browser.settle();
    expect(bitsOf(app)).toEqual(first);
    expect(app.config.getState()).toEqual(DEFAULT_CONFIG);
    expect(app.run.getState().curve).toEqual(branches[0].curve);
    expectPicture(app.run.getState(), app.config.getState());
    expect(app.run.getState().branches).toMatchObject([
      { interventions: [{ kind: 'cut', update: 20 }], parting: 20 },
    ]);
    seek(20);
    await browser.settle();
    expect(bitsOf(app)).toEqual(parting);
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
    expect(branch).toMatchObject({ parting: 10 });
    returnTo(branch.id);
    await browser.settle();
    expect(bitsOf(app)).toEqual(before);
  });

  it('takes along what would undo nothing any more', async () => {
    const { app, browser, advance, intervene, removeIntervention } = open();
    for (const change of [
      { kind: 'cut' },
      { kind: 'freeze', layer: 0, unit: 1 },
      { kind: 'restore' },
    ] as const) {
      advance(5);
      await browser.settle();
      intervene(change);
    }
    await browser.settle();
    removeIntervention(0);
    await browser.settle();
    expect(app.config.getState().interventions).toEqual([{ kind: 'freeze', layer: 0, unit: 1, update: 10 }]);
    expectPicture(app.run.getState(), app.config.getState());
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
    expect(app.run.getState().branches).toMatchObject([{ parting: 20 }]);
  });
});
