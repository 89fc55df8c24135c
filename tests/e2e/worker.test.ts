import { expect } from 'vitest';
import { test } from './page.ts';
import { eventually, playground } from './playground.ts';
import { breakWorker, countWorkers, endWorker, watchWorkers } from './workers.ts';

test('when the worker breaks, a sentence says so and training goes on in a new one', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  await watchWorkers(page);
  await app.slider('Speed').fill('5');
  await app.button('Train').click();
  await eventually(app.update).toBeGreaterThan(70);
  const before = await app.update();
  await breakWorker(page);

  await eventually(app.alerts).toContainEqual(expect.stringMatching(/A new one goes on from update \d+\./));
  await eventually(app.update).toBeGreaterThan(before);
  expect(await countWorkers(page)).toBe(2);
  const [from] = (await app.alerts()).map((alert) => Number(/from update (\d+)/.exec(alert)?.[1]));
  expect(from).toBeGreaterThan(0);
  expect(from).toBeLessThanOrEqual(before + 10);

  await app.button('Dismiss').click();
  expect(await app.alerts()).toEqual([]);
});

test('a worker that ends without a word is missed after some seconds', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  await watchWorkers(page);
  await app.button('Train').click();
  await eventually(app.update).toBeGreaterThan(1);
  await endWorker(page);
  const before = await app.update();
  await expect.poll(() => countWorkers(page), { timeout: 20_000 }).toBe(2);
  await eventually(app.alerts).toContainEqual(expect.stringMatching(/goes on from update \d+\./));
  await eventually(app.update).toBeGreaterThan(before);
});

test('a run that was carried over has the numbers of one that was not', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  await watchWorkers(page);
  await app.button('+10').click();
  await eventually(app.update).toBe(10);
  await breakWorker(page);
  await eventually(() => countWorkers(page)).toBe(2);
  await app.button('+10').click();
  await eventually(app.update).toBe(20);

  const undisturbed = playground(await open({ hash: '#/playground?update=20' }));
  await eventually(undisturbed.update).toBe(20);
  expect(await app.everyNumber()).toEqual(await undisturbed.everyNumber());
});

test('a worker that dies again and again is given up with a sentence', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  await watchWorkers(page);
  await app.atRest();
  for (let death = 1; death <= 3; death++) {
    await breakWorker(page);
    if (death < 3) await eventually(() => countWorkers(page)).toBe(death + 1);
  }
  await eventually(app.alerts).toContainEqual(expect.stringContaining('could not be started again'));

  await app.button('+10').click();
  await eventually(app.update).toBe(10);
});
