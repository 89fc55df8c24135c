import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/state/config.ts';
import { readLink } from '../../src/state/url.ts';
import { bitsOf, expectPicture, FASTEST, hashIn, hashOf, open } from './openApp.ts';

/** The updates from which runs began that the worker was told to begin. */
function resumedFrom({ worker }: ReturnType<typeof open>['browser']): (number | undefined)[] {
  return worker.received.flatMap((command) =>
    command.type === 'create' ? [command.resume?.checkpoint.update] : [],
  );
}

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

  it('begins from what was kept where that is nearer than all that was trained since', async () => {
    const first = open({ hash: hashOf({ update: 20_000 }) });
    await first.browser.settle();
    const { app, browser, seek } = open({ kept: first.browser.resumes });
    await browser.settle();
    seek(20_000);
    await browser.settle();
    expect(resumedFrom(browser)).toEqual([undefined, 20_000]);
    expect(bitsOf(app)).toEqual(bitsOf(first.app));
  });

  it('has no use for what was kept of later', async () => {
    const first = open({ hash: hashOf({ update: 400 }) });
    await first.browser.settle();
    const { app, browser, seek } = open({ kept: first.browser.resumes });
    await browser.settle();
    seek(300);
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ phase: { kind: 'paused' }, snapshot: { update: 300 } });
    expect(resumedFrom(browser)).toEqual([undefined]);
  });

  it('has no use for what was kept of what was trained here as well', async () => {
    const first = open({ hash: hashOf({ update: 5000 }) });
    await first.browser.settle();
    const { browser, advance, seek } = open();
    advance(6000);
    await browser.settle();
    seek(20);
    await browser.settle();
    for (const [key, resume] of first.browser.resumes) browser.resumes.set(key, resume);
    seek(15_000);
    await browser.settle();
    expect(resumedFrom(browser)).toEqual([undefined]);
  });

  it('keeps the earlier futures rather than begin from what was kept', async () => {
    const interventions = [{ kind: 'cut', update: 20 } as const];
    const first = open({ hash: hashOf({ config: { interventions }, update: 400 }) });
    await first.browser.settle();
    const { app, browser, seek, advance } = open({ kept: first.browser.resumes });
    advance(60);
    await browser.settle();
    seek(20);
    await browser.settle();
    app.actions.intervene({ kind: 'cut' });
    await browser.settle();
    const { branches } = app.run.getState();
    expect(branches.length).toBeGreaterThan(0);
    seek(400);
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ branches, snapshot: { update: 400 } });
    expect(resumedFrom(browser)).toEqual([undefined]);
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
