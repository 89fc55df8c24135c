/** What only panels want is fetched by the worker when it is first wanted; the answer waits for it. */
import { expect, it } from 'vitest';
import * as insight from '../../src/worker/insight.ts';
import type { Include, Reply } from '../../src/worker/protocol.ts';
import { createSession } from '../../src/worker/session.ts';
import { helloConfig } from './fakeTrainer.ts';
import { EVERYTHING } from './sessionHarness.ts';

const REACH: Include = { ...EVERYTHING, reach: { from: 0, to: 4 } };

function openSession(source: () => Promise<typeof insight>) {
  const replies: Reply[] = [];
  let fetched = 0;
  const session = createSession({
    now: () => 0,
    yieldControl: () => undefined,
    post: (reply) => replies.push(reply),
    insight: () => {
      fetched++;
      return source();
    },
  });
  let requestId = 0;
  session.receive({ type: 'create', runId: 1, config: helloConfig(), resume: null, update: 0 });
  return {
    pull(include: Include) {
      session.receive({ type: 'pull', requestId: ++requestId, wants: [{ runId: 1, since: 0, include }] });
    },
    get fetched() {
      return fetched;
    },
    get answers() {
      return replies.flatMap((reply) => (reply.type === 'snapshots' ? [reply] : []));
    },
  };
}

it('is not fetched for a picture that does without', () => {
  const session = openSession(async () => insight);
  session.pull(EVERYTHING);
  expect(session.answers.length).toBe(1);
  expect(session.fetched).toBe(0);
});

it('is fetched once, and the answer has what it finds', async () => {
  const session = openSession(async () => insight);
  session.pull(REACH);
  session.pull(REACH);
  expect(session.answers).toEqual([]);
  await expect.poll(() => session.answers.length).toBe(1);
  expect(session.fetched).toBe(1);
  expect(session.answers[0].requestId).toBe(2);
  expect(session.answers[0].snapshots[0].reach?.from).toBe(0);
  session.pull(REACH);
  expect(session.answers.length).toBe(2);
});

it('a picture that was wanted meanwhile does not wait', () => {
  const session = openSession(() => new Promise(() => undefined));
  session.pull(REACH);
  session.pull(EVERYTHING);
  expect(session.answers.length).toBe(1);
});

it('where it cannot be had, pictures come without', async () => {
  const session = openSession(() => Promise.reject(new TypeError('the network is gone')));
  session.pull(REACH);
  await expect.poll(() => session.answers.length).toBe(1);
  expect(session.answers[0].snapshots[0].reach).toBeNull();
});
