import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/state/config.ts';
import { NOTHING_MORE } from '../../src/state/sight.ts';
import { runConfigOf } from '../../src/state/start.ts';
import { poseText } from '../../src/tasks/text.ts';
import type { ClientCallbacks } from '../../src/worker/client.ts';
import { createHub } from '../../src/worker/hub.ts';
import { createFakeBrowser } from '../fakeBrowser.ts';

const CONFIG = runConfigOf(DEFAULT_CONFIG, { task: poseText([...'hello']), exercise: null });
const SIGHT = { ...NOTHING_MORE, parameters: false, curve: false };

/** A lab that has heard what its callbacks were told. */
function createLab() {
  const drawing = { isBehind: false };
  const callbacks = {
    isBehind: () => drawing.isBehind,
    onSnapshot: vi.fn(),
    onRestart: vi.fn(),
    onFailure: vi.fn(),
    onRefused: vi.fn(),
  };
  const updates = () => callbacks.onSnapshot.mock.calls.map(([{ runId, update }]) => [runId, update]);
  return { callbacks: callbacks satisfies ClientCallbacks & object, updates, drawing };
}

function createLabs() {
  const browser = createFakeBrowser();
  const hub = createHub(browser.thread);
  const [one, other] = [createLab(), createLab()];
  const clients = [one, other].map(({ callbacks }) => hub.connect(callbacks));
  const runIds = clients.map((client) => {
    const runId = client.newRunId();
    client.send({ type: 'create', runId, config: CONFIG, resume: null, update: 0 });
    client.want(runId, SIGHT);
    return runId;
  });
  return { browser, hub, one, other, clients, runIds };
}

describe('labs on one worker', () => {
  it('have runs of their own and hear of no others', async () => {
    const { browser, one, other, clients, runIds } = createLabs();
    await browser.settle();
    expect(browser.workers).toHaveLength(1);
    expect(new Set(runIds).size).toBe(2);

    clients[0].send({ type: 'advance', runId: runIds[0], count: 5 });
    await browser.settle();
    expect(one.updates().at(-1)).toEqual([runIds[0], 5]);
    expect(other.updates().at(-1)).toEqual([runIds[1], 0]);
    expect(one.updates().every(([runId]) => runId === runIds[0])).toBe(true);
    expect(other.updates().every(([runId]) => runId === runIds[1])).toBe(true);
  });

  it('train at the same time', async () => {
    const { browser, one, other, clients, runIds } = createLabs();
    clients.forEach((client, lab) => {
      client.send({
        type: 'train',
        runId: runIds[lab],
        pace: null,
        until: { kind: 'update', update: 40 + lab },
      });
    });
    await browser.settle();
    expect(one.updates().at(-1)).toEqual([runIds[0], 40]);
    expect(other.updates().at(-1)).toEqual([runIds[1], 41]);
  });

  it('wait for each other: nothing is asked for while one is behind with drawing', async () => {
    const { browser, one, other, clients, runIds } = createLabs();
    await browser.settle();
    other.drawing.isBehind = true;
    clients[0].send({ type: 'train', runId: runIds[0], pace: null, until: null });
    await browser.frames(20);
    const before = one.updates();
    await browser.frames(20);
    expect(one.updates()).toEqual(before);
    other.drawing.isBehind = false;
    await browser.frames(5);
    expect(one.updates().at(-1)?.[1]).toBeGreaterThan(before.at(-1)?.[1]);
  });

  it('go on in a new worker, each told of its own', async () => {
    const { browser, one, other, clients, runIds } = createLabs();
    await browser.settle();
    clients[0].send({ type: 'advance', runId: runIds[0], count: 7 });
    await browser.settle();
    browser.worker.die();
    await browser.settle();
    expect(browser.workers).toHaveLength(2);
    expect(one.callbacks.onRestart.mock.calls).toEqual([[[{ runId: runIds[0], update: 7 }]]]);
    expect(other.callbacks.onRestart.mock.calls).toEqual([[[{ runId: runIds[1], update: 0 }]]]);
  });

  it('are all told when there is no worker, and only one when its run cannot be', async () => {
    const { browser, one, other, clients } = createLabs();
    const runId = clients[1].newRunId();
    const impossible = { ...CONFIG, model: { ...CONFIG.model, inputSize: 1 } };
    clients[1].send({ type: 'create', runId, config: impossible, resume: null, update: 0 });
    clients[1].want(runId, SIGHT);
    await browser.settle();
    expect(one.callbacks.onFailure).not.toHaveBeenCalled();
    expect(other.callbacks.onFailure).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ kind: 'run', runId }),
    );

    browser.breakWorkers();
    browser.worker.die();
    for (const { callbacks } of [one, other]) {
      expect(callbacks.onFailure).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'worker' }));
    }
  });

  it('hear what the worker refuses of their own', async () => {
    const { browser, one, other, clients, runIds } = createLabs();
    const change = { kind: 'weight', index: 0, value: Number.NaN } as const;
    clients[1].send({ type: 'intervene', runId: runIds[1], change });
    await browser.settle();
    expect(one.callbacks.onRefused).not.toHaveBeenCalled();
    expect(other.callbacks.onRefused).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ runId: runIds[1], change }),
    );
  });

  it('leave without the others noticing', async () => {
    const { browser, one, other, clients, runIds } = createLabs();
    await browser.settle();
    const seen = one.updates().length;
    clients[0].terminate();
    clients[1].send({ type: 'advance', runId: runIds[1], count: 3 });
    await browser.settle();
    expect(browser.workers).toHaveLength(1);
    expect(one.updates()).toHaveLength(seen);
    expect(other.updates().at(-1)).toEqual([runIds[1], 3]);
    expect(browser.worker.received).toContainEqual({ type: 'dispose', runId: runIds[0] });
  });

  it('end with the hub', async () => {
    const { browser, hub, one, clients, runIds } = createLabs();
    await browser.settle();
    const seen = one.updates().length;
    hub.terminate();
    await browser.settle();
    expect(browser.worker.isIdle).toBe(true);
    expect(one.updates()).toHaveLength(seen);
    clients[0].want(runIds[0], { ...SIGHT, curve: true });
    await browser.settle();
    expect(one.updates()).toHaveLength(seen);
  });
});
