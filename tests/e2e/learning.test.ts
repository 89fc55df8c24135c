import { expect } from 'vitest';
import { test } from './page.ts';
import { eventually, frames, playground } from './playground.ts';

test('the first picture is an untrained network at rest', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  await app.atRest();
  expect(await app.update()).toBe(0);
  expect(await app.accuracy()).toMatch(/^\d+% \([0-3] of 4 letters\)$/);
  expect(await app.letters()).toEqual(['h', 'e', 'l', 'l']);

  const before = await app.everyNumber();
  await frames(page, 30);
  expect(await app.everyNumber()).toEqual(before);
  expect(await app.updatesOnScreen()).toEqual([0, 0, 0, 0]);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('the space bar trains and pauses; at every pause all pictures belong to the same update', async ({
  open,
}) => {
  const page = await open();
  const app = playground(page);
  await app.atRest();
  for (let pause = 0; pause < 5; pause++) {
    const before = await app.update();
    await page.keyboard.press('Space');
    await eventually(app.update).toBeGreaterThan(before);
    await page.keyboard.press('Space');
    await app.atRest();
    const updates = await app.updatesOnScreen();
    expect(new Set(updates).size, updates.join()).toBe(1);
  }

  const updates = await app.updatesOnScreen();
  const numbers = await app.everyNumber();
  await frames(page, 30);
  expect(await app.updatesOnScreen()).toEqual(updates);
  expect(await app.everyNumber()).toEqual(numbers);
});

test('hello is learned in the end, at any speed', async ({ open }) => {
  const app = playground(await open());
  await app.button('Train').click();
  await eventually(app.update).toBeGreaterThan(0);
  await app.slider('Speed').fill('8');
  await eventually(app.accuracy).toBe('100% (4 of 4 letters)');
  await app.button('Pause').click();
  await app.atRest();
  expect(new Set(await app.updatesOnScreen()).size).toBe(1);
});

test('+1 and +10 train exactly so many updates', async ({ open }) => {
  const app = playground(await open());
  await app.button('+1').click();
  await eventually(app.updatesOnScreen).toEqual([1, 1, 1, 1]);
  await app.button('+10').click();
  await app.button('+10').click();
  await eventually(app.updatesOnScreen).toEqual([21, 21, 21, 21]);
});

test('until right stops at the first update that has every letter right, and says so', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  await app.slider('Speed').fill('8');
  await app.button('Until right').click();
  await eventually(app.accuracy).toBe('100% (4 of 4 letters)');
  await app.atRest();
  const first = await app.update();
  await page.getByText(`All letters right for the first time at update ${first}.`).waitFor();

  const before = playground(await open({ hash: `#/playground?update=${first - 1}` }));
  await eventually(before.update).toBe(first - 1);
  expect(await before.accuracy()).not.toMatch(/^100%/);
});

test('reset gives the same start again', async ({ open }) => {
  const app = playground(await open());
  await app.atRest();
  const start = await app.everyNumber();
  await app.button('+10').click();
  await eventually(app.update).toBe(10);
  expect(await app.everyNumber()).not.toEqual(start);

  await app.button('Reset').click();
  await eventually(app.updatesOnScreen).toEqual([0, 0, 0, 0]);
  expect(await app.everyNumber()).toEqual(start);
});

test('one seed gives one course of training, another seed another', async ({ open }) => {
  const numbersAt50 = async (app: ReturnType<typeof playground>) => {
    for (let count = 0; count < 5; count++) await app.button('+10').click();
    await eventually(app.update).toBe(50);
    return app.everyNumber();
  };
  const [one, other] = [playground(await open()), playground(await open())];
  const numbers = await numbersAt50(one);
  expect(await numbersAt50(other)).toEqual(numbers);
  await other.field('Seed').fill('8');
  await eventually(other.update).toBe(0);
  expect(await numbersAt50(other)).not.toEqual(numbers);
});

test.for([1440, 1024])(
  'however many updates there are, all stays in its place: %i px',
  async (width, { open }) => {
    const page = await open({ width });
    const app = playground(page);
    await app.atRest();
    const places = () =>
      Promise.all(
        (['Unrolled network', 'Loss and accuracy', 'Hidden state', 'Weights'] as const).map((name) =>
          app.figure(name).boundingBox(),
        ),
      );
    const before = await places();
    await app.slider('Speed').fill('8');
    await app.button('Train').click();
    await expect.poll(app.update, { timeout: 60_000 }).toBeGreaterThan(1_000_000);
    await app.button('Pause').click();
    await app.atRest();
    expect(await places()).toEqual(before);
  },
);

test('a million updates are not cut on the narrowest of phones', async ({ open }) => {
  const page = await open({ width: 320, height: 640, hash: '#/playground?update=1000000' });
  const app = playground(page);
  await app.atRest();
  const update = page.getByRole('status', { name: 'Update', exact: true });
  await expect.poll(app.update, { timeout: 60_000 }).toBe(1_000_000);
  const hidden = await update.evaluate((status) => {
    const digits = document.createRange();
    digits.selectNodeContents(status);
    const box = status.closest('[data-scores]')?.getBoundingClientRect();
    return digits.getBoundingClientRect().right - (box?.right ?? 0);
  });
  expect(hidden).toBeLessThanOrEqual(0);
});
