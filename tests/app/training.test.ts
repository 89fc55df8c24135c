import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/state/config.ts';
import type { Run } from '../../src/state/run.ts';
import { readLink } from '../../src/state/url.ts';
import type { Condition } from '../../src/worker/protocol.ts';
import { bitsOf, FASTEST, hashOf, open } from './openApp.ts';

describe('training', () => {
  it('advances by exactly as many updates as were asked for', async () => {
    const { app, browser, advance } = open();
    advance(1);
    advance(10);
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ phase: { kind: 'paused' }, snapshot: { update: 11 } });
  });

  it('keeps to a new pace at once', async () => {
    const { app, browser, train, setPace } = open({ hash: hashOf({ pace: 0 }) });
    train();
    await browser.frames(10);
    expect(app.run.getState().snapshot.update).toBeLessThanOrEqual(1);
    setPace(FASTEST);
    await browser.until(() => app.run.getState().snapshot.update > 20);
    expect(app.run.getState().phase).toEqual({ kind: 'training' });
  });

  it.each<[Condition, (run: Run) => boolean]>([
    [
      { kind: 'accuracy', share: 1 },
      ({ snapshot }) => snapshot.correct === snapshot.targets && snapshot.milestones.at(-1)?.correct === 4,
    ],
    [{ kind: 'accuracy', share: 0.75 }, ({ snapshot }) => snapshot.correct === 3],
    [
      { kind: 'loss', nats: 1 },
      ({ snapshot, curve }) => snapshot.loss <= 1 && (curve.losses.at(-2) ?? 0) > 1,
    ],
    [{ kind: 'update', update: 33 }, ({ snapshot }) => snapshot.update === 33],
  ])('until %j stops there, and says that and where it was met', async (condition, holds) => {
    const { app, browser, trainUntil, setPace, advance } = open();
    setPace(FASTEST);
    trainUntil(condition);
    expect(app.run.getState()).toMatchObject({ until: condition, met: null });
    await browser.settle();
    const run = app.run.getState();
    expect(run.phase).toEqual({ kind: 'paused' });
    expect(holds(run)).toBe(true);
    expect(run).toMatchObject({ until: null, met: { condition, update: run.snapshot.update } });
    advance(1);
    expect(app.run.getState().met).toBeNull();
  });

  it('does not call a condition met when a pause came before', async () => {
    const { app, browser, trainUntil, pause } = open();
    trainUntil({ kind: 'accuracy', share: 1 });
    await browser.frames(10);
    pause();
    await browser.settle();
    expect(app.run.getState()).toMatchObject({ phase: { kind: 'paused' }, met: null, until: null });
  });

  it('until an update that no run reaches does not begin, and a sentence says so', async () => {
    const { app, browser, trainUntil } = open();
    trainUntil({ kind: 'update', update: LIMITS.update.max + 1 });
    await browser.settle();
    expect(app.run.getState()).toMatchObject({
      snapshot: { update: 0 },
      until: null,
      notice: { kind: 'beyondEnd', limit: LIMITS.update.max },
    });
  });

  it('comes back to the same start by Reset', async () => {
    const { app, browser, advance, reset } = open({ hash: hashOf({ config: { cell: 'gru', seed: 7 } }) });
    const before = bitsOf(app);
    advance(25);
    await browser.settle();
    expect(bitsOf(app)).not.toEqual(before);
    reset();
    await browser.settle();
    expect(app.run.getState().phase).toEqual({ kind: 'paused' });
    expect(bitsOf(app)).toEqual(before);
  });

  it('is without the same parts again where the start was without them', async () => {
    const interventions = [
      { kind: 'cut', update: 0 },
      { kind: 'freeze', update: 10, layer: 0, unit: 1 },
    ] as const;
    const { app, browser, advance, reset } = open({ hash: hashOf({ config: { interventions } }) });
    await browser.settle();
    const before = bitsOf(app);
    advance(25);
    await browser.settle();
    reset();
    await browser.settle();
    expect(app.config.getState().interventions).toEqual([{ kind: 'cut', update: 0 }]);
    expect(app.run.getState().snapshot.ablation.recurrenceCut).toBe(true);
    expect(bitsOf(app)).toEqual(before);
  });
});

const BLOWING_UP = {
  text: 'ab'.repeat(20),
  nonlinearity: 'relu',
  optimizer: 'sgd',
  seed: 1,
  learningRate: 0.01,
  interventions: [{ kind: 'learningRate', update: 5, value: 1000 }],
} as const;

describe('Reset after training blew up', () => {
  it('does without the learning rate that did it', async () => {
    const { app, browser, train, reset } = open({ hash: hashOf({ config: BLOWING_UP, pace: FASTEST }) });
    train();
    await browser.settle();
    expect(app.run.getState().phase.kind).toBe('diverged');
    reset();
    await browser.settle();
    expect(app.config.getState()).toMatchObject({ learningRate: 0.01, interventions: [] });
  });

  it('begins with one that was chosen since', async () => {
    const { app, browser, train, setLearningRate, reset } = open({
      hash: hashOf({ config: BLOWING_UP, pace: FASTEST }),
    });
    train();
    await browser.settle();
    setLearningRate(0.002);
    await browser.settle();
    reset();
    await browser.settle();
    expect(app.config.getState()).toMatchObject({ learningRate: 0.002, interventions: [] });
  });
});

describe('the link after training blew up', () => {
  it.each([
    ['in the first updates', { optimizer: 'sgd', learningRate: 100 }],
    ['by an intervention', BLOWING_UP],
  ] as const)('%s opens on the picture that it was taken of', async (_, config) => {
    const { app, browser, train } = open({ hash: hashOf({ config, pace: FASTEST }) });
    train();
    await browser.settle();
    const { phase, snapshot } = app.run.getState();
    expect(phase.kind).toBe('diverged');
    browser.window.pass(1000);
    const { hash } = browser.window.location;
    expect(readLink(hash).link.update).toBe(snapshot.update);
    const again = open({ hash, kept: browser.resumes });
    await again.browser.settle();
    expect(bitsOf(again.app)).toEqual(bitsOf(app));
    again.browser.window.pass(1000);
    expect(again.browser.window.location.hash).toBe(hash);
    again.train();
    await again.browser.settle();
    expect(again.app.run.getState().phase).toEqual(phase);
  });

  it('goes on from there with another learning rate', async () => {
    const { app, browser, setLearningRate, train } = open({
      hash: '#/playground?optimizer=sgd&lr=100&update=3',
    });
    await browser.settle();
    const { phase, snapshot } = app.run.getState();
    expect(phase).toMatchObject({ kind: 'diverged', update: 3 });
    setLearningRate(0.1);
    train();
    await browser.frames(20);
    expect(app.config.getState().interventions).toMatchObject([{ update: snapshot.update, value: 0.1 }]);
    expect(app.run.getState().phase.kind).toBe('training');
  });
});
