import { afterEach, describe, expect, it } from 'vitest';
import { createTrainer } from '../../src/engine/index.ts';
import { NOTHING_MORE } from '../../src/state/sight.ts';
import { type Client, type ClientFailure, createClient } from '../../src/worker/client.ts';
import type { Snapshot } from '../../src/worker/protocol.ts';
import { helloConfig } from './fakeTrainer.ts';

const TRAIN = { type: 'train', runId: 1, pace: null, until: null } as const;
const PAUSE = { type: 'pause', runId: 1 } as const;

let client: Client | null = null;
afterEach(() => client?.terminate());

/** The real thing: a worker thread, animation frames, a client. */
function open(patience = 60_000) {
  const workers: Worker[] = [];
  const snapshots: { readonly snapshot: Snapshot }[] = [];
  const restarts: number[] = [];
  const failures: ClientFailure[] = [];
  const listeners = new Set<() => void>();

  client = createClient({
    spawn: () => {
      const worker = new Worker(new URL('../../src/worker/worker.ts', import.meta.url), { type: 'module' });
      workers.push(worker);
      return worker;
    },
    requestFrame: (callback) =>
      requestAnimationFrame((time) => {
        callback(time);
      }),
    cancelFrame: () => undefined,
    onSnapshot: (snapshot) => {
      snapshots.push({ snapshot });
      for (const listener of listeners) listener();
    },
    onRestart: (runs) => restarts.push(runs[0].update),
    onFailure: (failure) => failures.push(failure),
    onRefused: () => undefined,
    patience: () => patience,
  });

  /** The first snapshot from now on that fulfils a condition. */
  function until(condition: (snapshot: Snapshot) => boolean): Promise<Snapshot> {
    return new Promise((resolve) => {
      const listener = () => {
        const last = snapshots[snapshots.length - 1].snapshot;
        if (!condition(last)) return;
        listeners.delete(listener);
        resolve(last);
      };
      listeners.add(listener);
    });
  }

  const start = (created: Client) => {
    created.send({ type: 'create', runId: 1, config: helloConfig(), resume: null, update: 0 });
    created.want(1, { ...NOTHING_MORE, gates: true, parameters: true, curve: true });
    return until(({ update }) => update === 0);
  };

  return { client, workers, snapshots, restarts, failures, until, started: start(client) };
}

function expectSameBits({ update, loss, parameters, trace, gates }: Snapshot): void {
  const trainer = createTrainer(helloConfig());
  while (trainer.update < update) trainer.step();
  expect({ loss, parameters, trace: { ...trace, gates } }).toEqual({
    loss: trainer.loss,
    parameters: trainer.parameters,
    trace: trainer.traces[0],
  });
}

describe('a real worker', () => {
  it('answers pull after pull while hello trains flat out, and obeys a pause', async () => {
    const page = open();
    await page.started;
    page.client.send(TRAIN);
    await page.until(({ update }) => update > 20_000);
    const first = page.snapshots.length;
    await page.until(() => page.snapshots.length >= first + 20);
    const answered = page.snapshots.slice(first).map(({ snapshot }) => snapshot);
    expect(answered.every(({ phase }) => phase.kind === 'training')).toBe(true);
    expect(new Set(answered.map(({ update }) => update)).size).toBe(answered.length);

    page.client.send(PAUSE);
    const paused = await page.until(({ phase, resume }) => phase.kind === 'paused' && resume !== null);
    expectSameBits(paused);
    expect(paused.curve?.updates.at(-1)).toBe(paused.update);
    page.client.send({ type: 'advance', runId: 1, count: 10 });
    const advanced = await page.until(
      ({ update, phase }) => phase.kind === 'paused' && update !== paused.update,
    );
    expect(advanced.update).toBe(paused.update + 10);
  });

  it('seeks back to the bits of the first time', async () => {
    const page = open();
    await page.started;
    page.client.send({ type: 'advance', runId: 1, count: 30_000 });
    await page.until(({ update, phase }) => update === 30_000 && phase.kind === 'paused');
    page.client.send({ type: 'seek', runId: 1, update: 12_345 });
    expectSameBits(await page.until(({ update }) => update === 12_345));
  });

  it('that throws is replaced, and training goes on', async () => {
    const page = open();
    await page.started;
    page.client.send(TRAIN);
    const { update } = await page.until(({ resume }) => (resume?.checkpoint.update ?? 0) > 0);
    page.workers[0].postMessage(null);
    const later = await page.until((snapshot) => page.restarts.length > 0 && snapshot.update > update);
    expect(later.phase.kind).toBe('training');
    expect(page.restarts[0]).toBeGreaterThan(0);
    expect(page.workers.length).toBe(2);
    page.client.send(PAUSE);
    expectSameBits(await page.until(({ phase }) => phase.kind === 'paused'));
  });

  it('that vanishes without a word is missed and replaced', async () => {
    const page = open(1500);
    await page.started;
    page.client.send({ ...TRAIN, pace: 100 });
    await page.until(({ resume }) => (resume?.checkpoint.update ?? 0) > 0);
    page.workers[0].terminate();
    const later = await page.until(({ phase }) => page.restarts.length > 0 && phase.kind === 'training');
    expect(later.update).toBeGreaterThanOrEqual(page.restarts[0]);
    expect(page.failures).toEqual([]);
  });
});
