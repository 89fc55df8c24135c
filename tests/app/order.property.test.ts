import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partingOf, withoutIdle } from '../../src/worker/interventions.ts';
import type { Change } from '../../src/worker/protocol.ts';
import type { createFakeBrowser } from '../fakeBrowser.ts';
import { referenceAt } from '../referenceRun.ts';
import { bitsOf, CHANGES, expectPicture, FASTEST, hashIn, hashOf, open } from './openApp.ts';

/** What a person, a browser or a machine does. */
type Deed = (page: ReturnType<typeof open>) => void | Promise<void>;

function goBack({ window }: ReturnType<typeof createFakeBrowser>): void {
  if (window.location.hash !== window.entries[0]) window.go(-1);
}

const TEXTS = ['hello', 'abab', 'x', '나비야', 'a b'];
const texts = fc.constantFrom(...TEXTS);

const deed: fc.Arbitrary<[name: string, deed: Deed]> = fc.oneof(
  texts.map((text): [string, Deed] => [`text ${text}`, ({ setText }) => setText(text)]),
  fc
    .constantFrom(
      { cell: 'lstm' } as const,
      { cell: 'rnn' } as const,
      { hiddenSize: 5 },
      { layers: 2 },
      { seed: 9 },
      { letterUnit: 'jamo' } as const,
      { optimizer: 'sgd' } as const,
      { clipNorm: 0.2 },
    )
    .map((choice): [string, Deed] => [JSON.stringify(choice), ({ choose }) => choose(choice)]),
  fc
    .constantFrom(0.001, 0.01, 0.1)
    .map((rate): [string, Deed] => [`rate ${rate}`, ({ setLearningRate }) => setLearningRate(rate)]),
  fc.constantFrom<[string, Deed][]>(
    ['train', ({ train }) => train()],
    ['until right', ({ trainUntil }) => trainUntil({ kind: 'accuracy', share: 1 })],
    ['until a loss', ({ trainUntil }) => trainUntil({ kind: 'loss', nats: 1.2 })],
    ['twin', ({ setTwin }) => setTwin(true)],
    ['no twin', ({ setTwin }) => setTwin(false)],
    ['return', ({ app, returnTo }) => returnTo(app.run.getState().branches.at(0)?.id ?? 0)],
    ['forget', ({ app, forgetBranch }) => forgetBranch(app.run.getState().branches.at(0)?.id ?? 0)],
    ['pause', ({ pause }) => pause()],
    ['reset', ({ reset }) => reset()],
    ['back', ({ browser }) => goBack(browser)],
    ['death', ({ browser }) => browser.workers.at(-1)?.die()],
    ['no more workers', ({ browser }) => browser.breakWorkers()],
    ['workers again', ({ browser }) => browser.mendWorkers()],
  ),
  fc
    .constantFrom<Change[]>(
      ...CHANGES,
      { kind: 'restore' },
      { kind: 'thaw', layer: 0, unit: 2 },
      { kind: 'weight', index: 2, value: 1000 },
      { kind: 'weight', index: 400, value: 0 },
    )
    .map((change): [string, Deed] => [JSON.stringify(change), ({ intervene }) => intervene(change)]),
  fc.nat(150).map((update): [string, Deed] => [`seek ${update}`, ({ seek }) => seek(update)]),
  fc
    .nat(3)
    .map((index): [string, Deed] => [
      `remove ${index}`,
      ({ removeIntervention }) => removeIntervention(index),
    ]),
  fc.nat(30).map((count): [string, Deed] => [`advance ${count}`, ({ advance }) => advance(count)]),
  fc
    .constantFrom(0, 5, FASTEST)
    .map((pace): [string, Deed] => [`pace ${pace}`, ({ setPace }) => setPace(pace)]),
  fc
    .nat(6)
    .map((timestep): [string, Deed] => [
      `step ${timestep}`,
      ({ selectTimestep }) => selectTimestep(timestep),
    ]),
  fc
    .record({
      text: texts,
      update: fc.nat(120),
      timestep: fc.nat(5),
      learningRate: fc.constantFrom(0.01, 0.05),
      interventions: fc
        .subarray(CHANGES)
        .map((changes) => changes.map((change, index) => ({ ...change, update: 15 * index }))),
    })
    .map(({ text, update, timestep, learningRate, interventions }): [string, Deed] => [
      `link ${text} ${update} ${learningRate} ${interventions.map(({ kind }) => kind)}`,
      ({ browser }) =>
        browser.window.enter(
          hashOf({ config: { text, learningRate, interventions }, update, timestep, pace: FASTEST }),
        ),
    ]),
  fc
    .integer({ min: 1, max: 12 })
    .map((count): [string, Deed] => [`${count} frames`, ({ browser }) => browser.frames(count)]),
);

describe('whatever is done in whatever order', () => {
  it('shows one update of one run at a time, and its link opens the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { maxLength: 30 }).map((deeds) => ({
          deeds,
          toString: () => deeds.map(([name]) => name).join(', '),
        })),
        fc.integer({ min: 1, max: 4 }),
        async ({ deeds }, storageFrames) => {
          const page = open({ storageFrames });
          const { app, browser } = page;
          app.run.subscribe((now, before) => {
            if (now.snapshot !== before.snapshot) {
              expectPicture(now, app.config.getState());
              return;
            }
            const { task, model, parameters, curve } = before;
            expect([now.task, now.model, now.parameters, now.curve]).toEqual([
              task,
              model,
              parameters,
              curve,
            ]);
          });
          for (const [, act] of deeds) {
            await act(page);
            const { task } = app.run.getState();
            expect(app.view.getState().timestep).toBeLessThan(task.example.inputs.length);
          }
          browser.mendWorkers();
          page.pause();
          await browser.settle();
          const { preparing, phase, snapshot, branches, twin } = app.run.getState();
          expect({ preparing, phase }).toEqual({ preparing: false, phase: { kind: 'paused' } });
          expect(app.config.getState().interventions).toEqual(snapshot.interventions);
          expect(twin?.update ?? snapshot.update).toBe(snapshot.update);
          for (const { interventions, curve, parting } of branches) {
            expect(parting).toBe(partingOf(interventions, snapshot.interventions));
            const furthest = curve.updates[curve.updates.length - 1];
            const { loss } = referenceAt({ ...app.config.getState(), interventions }, furthest);
            expect(curve.losses[curve.losses.length - 1]).toBe(loss);
          }

          const other = open({ hash: hashIn(page.link()) });
          await other.browser.settle();
          // What undoes nothing is in no link.
          const config = app.config.getState();
          const interventions = withoutIdle(config.interventions);
          expect(other.app.config.getState()).toEqual({ ...config, interventions });
          expect(bitsOf(other.app)).toEqual(bitsOf(app));
          app.dispose();
          other.app.dispose();
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
