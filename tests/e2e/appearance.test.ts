import { expect } from 'vitest';
import { test } from './page.ts';
import { eventually, playground } from './playground.ts';

test('language and colours change in place and are kept', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  const root = page.locator('html');
  await app.button('+10').click();
  await eventually(app.update).toBe(10);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();

  await app.button('한국어').click();
  await page.getByRole('button', { name: '학습', exact: true }).waitFor();
  expect(await root.getAttribute('lang')).toBe('ko');
  const theme = page.getByRole('button', { name: /^색 테마:/ });
  await theme.click();
  await theme.click();
  await eventually(() => root.getAttribute('data-scheme')).toBe('dark');
  expect(await background()).not.toBe(light);
  const update = page.getByRole('status', { name: '갱신', exact: true });
  await expect(update.textContent()).resolves.toBe('10');

  await page.reload();
  await page.getByRole('button', { name: '학습', exact: true }).waitFor();
  expect(await root.getAttribute('lang')).toBe('ko');
  expect(await root.getAttribute('data-scheme')).toBe('dark');
  await eventually(() => update.textContent()).toBe('10');
});

test('the first visit follows the language and the colours of the system', async ({ open }) => {
  const page = await open({ language: 'ko', theme: 'dark' });
  const root = page.locator('html');
  await eventually(() => root.getAttribute('lang')).toBe('ko');
  expect(await root.getAttribute('data-scheme')).toBe('dark');
});

test('on a phone the controls are in a sheet and the buttons at the foot', async ({ open }) => {
  const page = await open({ width: 390, height: 844, touch: true });
  const app = playground(page);
  await app.atRest();
  expect(await app.text.count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const train = await app.button('Train').boundingBox();
  expect(train?.y).toBeGreaterThan(844 / 2);
  expect((train?.y ?? 0) + (train?.height ?? 0)).toBeLessThanOrEqual(844);

  await page.getByRole('button', { name: /^Text and network/ }).tap();
  await app.text.fill('hi there');
  await app.button('Close').tap();
  await eventually(() => app.text.count()).toBe(0);
  await eventually(app.accuracy).toMatch(/of 7 letters\)$/);
  await page.getByRole('button', { name: /^Text and network/ }).tap();
  await eventually(() => app.text.count()).toBe(1);
  await page.touchscreen.tap(195, 40); // Beside it.
  await eventually(() => app.text.count()).toBe(0);
  await app.button('+10').tap();
  await eventually(app.update).toBe(10);
});

test('where less motion is asked for, nothing is animated', async ({ open }) => {
  const page = await open({ reducedMotion: true });
  const app = playground(page);
  await app.atRest();
  await app.button('Copy link').hover();
  await app.radio('GRU').check();
  await eventually(() => app.summary('Weights')).toMatch(/update 0/);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await app.button('+1').click();
  await eventually(app.update).toBe(1);
});

test('a table of numbers does not make the page longer', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  await app.atRest();
  const length = () => page.evaluate(() => document.documentElement.scrollHeight);
  const before = await length();
  expect((await app.numbers('Weights')).length).toBeGreaterThan(40);
  expect(await length()).toBe(before);
});
