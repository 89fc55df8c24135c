import { expect } from 'vitest';
import { test } from './page.ts';
import { eventually, playground } from './playground.ts';

test('the playhead goes back, and going on from there gives the same numbers as the first time', async ({
  open,
}) => {
  const page = await open();
  const app = playground(page);
  await app.button('+10').click();
  await app.button('+10').click();
  await eventually(app.updatesOnScreen).toEqual([20, 20, 20, 20]);
  const first = await app.everyNumber();
  await app.slider('Training update').press('Home');
  await eventually(app.updatesOnScreen).toEqual([0, 0, 0, 0]);
  await page.keyboard.press('.');
  await page.keyboard.press('.');
  await page.keyboard.press(',');
  await eventually(app.updatesOnScreen).toEqual([1, 1, 1, 1]);
  await app.button('+10').click();
  await eventually(app.update).toBe(11);
  await app.button('Furthest update').click();
  await eventually(app.updatesOnScreen).toEqual([20, 20, 20, 20]);
  expect(await app.everyNumber()).toEqual(first);
});

test('dragging the curve shows the update under the pointer, in every figure', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  for (let count = 0; count < 4; count++) await app.button('+10').click();
  await eventually(app.update).toBe(40);
  const box = await app.slider('Training update').boundingBox();
  if (!box) throw new Error('the curve is on the page');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 60, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, y, { steps: 12 });
  const playhead = async () => Number(await app.slider('Training update').getAttribute('aria-valuenow'));
  // 120 of some 270 pixels, of which the axes take 70.
  await eventually(async () => Math.abs((await playhead()) - 22) < 5).toBe(true);
  await eventually(async () => new Set([await playhead(), ...(await app.updatesOnScreen())]).size).toBe(1);
  const there = await playhead();
  await page.mouse.up();
  expect(await app.update()).toBe(there);
});

test('a finger on the curve scrolls a phone up and down', async ({ open }) => {
  const page = await open({ width: 390, height: 844, touch: true });
  const curve = playground(page).slider('Training update');
  expect(await curve.evaluate((element) => getComputedStyle(element).touchAction)).toBe('pan-y');
});

test('an edited weight starts another future; the earlier one can be returned to', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  await app.button('+10').click();
  await eventually(app.update).toBe(10);
  const before = await app.everyNumber();
  await app.slider('Training update').press('ArrowLeft');
  await eventually(app.update).toBe(9);
  await page.getByRole('application', { name: /^W_hh/ }).focus();
  await page.keyboard.press('Enter');
  await app.field('New value of W_hh[1,1]').fill('0.7');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'update 9: W_hh[1,1] = 0.70', exact: true }).waitFor();
  await app.button('+1').click();
  await eventually(app.update).toBe(10);
  expect(await app.everyNumber()).not.toEqual(before);
  await page.getByRole('button', { name: /^Return to the future/ }).click();
  await eventually(app.updatesOnScreen).toEqual([10, 10, 10, 10]);
  expect(await app.everyNumber()).toEqual(before);
});

test('without the recurrence hello stays at or below 75 %, while the intact twin gets it right', async ({
  open,
}) => {
  const page = await open();
  const app = playground(page);
  await page.getByRole('switch', { name: 'Cut the recurrence' }).click();
  await page.getByText(/l is followed by l once and by o once/).waitFor();
  await page.getByRole('checkbox', { name: 'Run the intact twin beside it' }).check();
  await app.slider('Speed').fill('8');
  await app.button('More conditions').click();
  await page.getByRole('combobox', { name: 'Go on until' }).selectOption('update');
  await app.field('until update').fill('300');
  await app.button('Go').click();
  await page.getByText('Update 300 reached.').waitFor();
  expect(await app.accuracy()).toMatch(/^(0|25|50|75)% /);
  await page.getByText('twin: 100%').waitFor();
  expect(await page.getByRole('button', { name: 'First 100%' }).getAttribute('aria-disabled')).toBe('true');
});
