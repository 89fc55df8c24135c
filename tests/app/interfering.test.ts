import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/state/config.ts';
import { readLink } from '../../src/state/url.ts';
import type { Change } from '../../src/worker/protocol.ts';
import { referenceAt } from '../referenceRun.ts';
import { bitsOf, CHANGES, expectPicture, FASTEST, hashIn, hashOf, open } from './openApp.ts';

describe('interfering', () => {
  it.each(CHANGES)('by %j happens at the present update, and the link replays it', async (change) => {
    const { app, browser, advance, intervene, link } = open();
    advance(30);
    await browser.settle();
    intervene(change);
    advance(20);
    await browser.settle();
    const { snapshot } = app.run.getState();
    expect(snapshot.interventions).toEqual([{ ...change, update: 30 }]);
    expect(app.config.getState()).toEqual({ ...DEFAULT_CONFIG, interventions: snapshot.interventions });
    expect(app.run.getState().branches).toEqual([]);
    expectPicture(app.run.getState(), app.config.getState());
    expect(bitsOf(app).parameters).not.toEqual(referenceAt(DEFAULT_CONFIG, 50).parameters);
    const other = open({ hash: hashIn(link()) });
    await other.browser.settle();
    expect(bitsOf(other.app)).toEqual(bitsOf(app));
  });

  it('is stamped by the worker while training goes on', async () => {
    const { app, browser, train, pause, intervene, setPace } = open();
    setPace(FASTEST);
    train();
    await browser.until(() => app.run.getState().snapshot.update > 10);
    intervene({ kind: 'cut' });
    expect(app.config.getState().interventions).toHaveLength(1);
    await browser.frames(20);
    expect(app.run.getState().phase.kind).toBe('training');
    pause();
    await browser.settle();
    expect(app.config.getState().interventions).toEqual(app.run.getState().snapshot.interventions);
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('at update 0 is an intervention, but a learning rate by itself is a new start', async () => {
    const { app, browser, intervene, setLearningRate } = open();
    await browser.settle();
    intervene({ kind: 'learningRate', value: 0.1 });
    await browser.settle();
    expect(app.config.getState()).toMatchObject({ learningRate: 0.1, interventions: [] });
    intervene({ kind: 'cut' });
    await browser.settle();
    setLearningRate(0.2);
    await browser.settle();
    expect(app.config.getState()).toMatchObject({
      learningRate: 0.1,
      interventions: [
        { kind: 'cut', update: 0 },
        { kind: 'learningRate', update: 0, value: 0.2 },
      ],
    });
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('with the learning rate after going back to update 0 keeps the run', async () => {
    const { app, browser, advance, seek, setLearningRate } = open();
    advance(30);
    await browser.settle();
    seek(0);
    setLearningRate(0.1);
    await browser.settle();
    expect(app.config.getState()).toMatchObject({
      learningRate: 0.01,
      interventions: [{ kind: 'learningRate', update: 0, value: 0.1 }],
    });
    expect(app.run.getState().branches).toHaveLength(1);
  });

  it.each<Change>([
    { kind: 'weight', index: 1000, value: 1 },
    { kind: 'weight', index: 0, value: Number.NaN },
    { kind: 'weight', index: 0, value: 1e6 },
    { kind: 'freeze', layer: 1, unit: 0 },
    { kind: 'learningRate', value: -1 },
  ])('by %j, which the network cannot have, does nothing', async (change) => {
    const { app, browser, advance, intervene } = open();
    advance(5);
    await browser.settle();
    const before = bitsOf(app);
    intervene(change);
    await browser.settle();
    expect(bitsOf(app)).toEqual(before);
    expect(app.config.getState()).toEqual(DEFAULT_CONFIG);
  });

  it('waits for a replay to arrive, with all that was changed meanwhile', async () => {
    const { app, browser, intervene, seek } = open();
    await browser.settle();
    seek(3000);
    for (const change of CHANGES) intervene(change);
    intervene({ kind: 'weight', index: 14, value: 0.5 });
    await browser.until(() => app.run.getState().phase.kind === 'seeking');
    expect(app.config.getState().interventions).toEqual([]);
    await browser.settle();
    expect(app.run.getState().snapshot.update).toBe(3000);
    expect(app.config.getState().interventions.map(({ kind, update }) => [kind, update])).toEqual([
      ['learningRate', 3000],
      ['freeze', 3000],
      ['cut', 3000],
      ['weight', 3000],
    ]);
    expectPicture(app.run.getState(), app.config.getState());
  });

  it('in a way that blows the loss up is refused with a sentence, and nothing is lost', async () => {
    const config = { nonlinearity: 'relu', layers: 3, hiddenSize: 8 } as const;
    const { app, browser, advance, seek, intervene, link } = open({ hash: hashOf({ config }) });
    advance(30);
    await browser.settle();
    seek(20);
    await browser.settle();
    const [before, whole] = [bitsOf(app), app.run.getState().curve];
    const layout = app.run.getState().parameters.length;
    let refused = 0;
    for (let index = 0; index < layout && app.run.getState().notice === null; index++) {
      intervene({ kind: 'weight', index, value: 1000 });
      await browser.settle();
      refused = index;
    }
    expect(app.run.getState().notice).toMatchObject({
      kind: 'refused',
      change: { kind: 'weight', index: refused, value: 1000 },
    });
    const { interventions } = app.config.getState();
    expect(interventions).toHaveLength(refused);
    expect(interventions).toEqual(app.run.getState().snapshot.interventions);
    expect(readLink(hashIn(link())).link.config.interventions).toEqual(interventions);
    expect([before.update, whole.updates.at(-1)]).toEqual([20, 30]);
    intervene({ kind: 'cut' });
    expect(app.run.getState().notice).toBeNull();
  });
});
