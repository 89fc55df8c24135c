import { expect } from 'vitest';
import { test } from './page.ts';
import { eventually, playground } from './playground.ts';

test('a reload comes back to the same update from the midst of training', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  await app.slider('Speed').fill('5');
  await app.button('Train').click();
  await eventually(app.update).toBeGreaterThan(60);
  const before = await app.update();
  await page.reload();
  const named = Number(/update=(\d+)/.exec(page.url())?.[1]);
  expect(named).toBeGreaterThanOrEqual(before);
  await app.atRest();
  await eventually(app.updatesOnScreen).toEqual(Array(4).fill(named));

  const numbers = await app.everyNumber();
  await page.reload();
  await app.atRest();
  await eventually(app.update).toBe(named);
  expect(await app.everyNumber()).toEqual(numbers);
});

test('a reload of a run that broke down says again where and why', async ({ open }) => {
  const page = await open({
    hash: '#/playground?nonlinearity=relu&hidden=32&optimizer=momentum&lr=3&speed=max',
  });
  const app = playground(page);
  await app.button('Train').click();
  await eventually(app.alerts).toHaveLength(1);
  const [sentence] = await app.alerts();
  const stopped = Number(/Training stopped at update (\d+):/.exec(sentence)?.[1]);
  await eventually(() => page.url()).toContain(`update=${stopped - 1}`);

  await page.reload();
  await eventually(app.alerts).toEqual([sentence]);
  expect(await app.updatesOnScreen()).toEqual(Array(4).fill(stopped - 1));
  await expect(app.button('Train').getAttribute('aria-disabled')).resolves.toBe('true');
});
