import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityViolations } from './axe.ts';
import { test } from './page.ts';
import { eventually } from './playground.ts';

/** The updates at which the five labs stand, from left to right. */
async function updates(page: Page): Promise<number[]> {
  const texts = await page.getByText(/^update [\d,]+$/).allInnerTexts();
  return texts.map((text) => Number(text.replace(/\D/g, '')));
}

test('five labs open trained, and are trained together and alone', async ({ open }) => {
  const page = await open({ hash: '#/shapes' });
  await eventually(() => page.getByText('사백이십일').count()).toBe(1);
  await eventually(() => page.getByText('the boy picks an apple').count()).toBe(1);
  await eventually(async () => (await updates(page)).length).toBe(5);
  const trained = await updates(page);
  expect(Math.min(...trained)).toBeGreaterThanOrEqual(50);
  await page.getByRole('button', { name: '+10', exact: true }).click();
  await eventually(() => updates(page)).toEqual(trained.map((update) => update + 10));
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await eventually(() => updates(page)).toEqual([0, 0, 0, 0, 0]);
});

test('all have had as many updates, as fast as can be, and numbers are read in Korean too', async ({
  open,
}) => {
  const page = await open({ hash: '#/shapes?speed=max&numbers-from=ko' });
  await eventually(() => page.getByText('four hundred twenty-one').count()).toBe(1);
  await eventually(async () => (await updates(page)).length).toBe(5);
  const trained = await updates(page);
  await page.getByRole('button', { name: 'Train all' }).click();
  await eventually(async () => (await updates(page))[0]).toBeGreaterThan(trained[0] + 3);
  await page.getByRole('button', { name: 'Pause all' }).click();
  await eventually(() => page.getByRole('button', { name: 'Train all' }).count()).toBe(1);
  const gained = (await updates(page)).map((update, index) => update - trained[index]);
  expect(gained).toEqual(Array.from(gained, () => gained[0]));
});

test('two are compared, one is opened full size, and going back leads here again', async ({ open }) => {
  const page = await open({ hash: '#/shapes' });
  await page.getByRole('checkbox', { name: 'Compare' }).nth(0).check();
  await page.getByRole('checkbox', { name: 'Compare' }).nth(1).check();
  await page.getByText(/^One to many says a whole sentence/).waitFor();
  await page.getByRole('link', { name: 'Open full size' }).nth(3).click();
  await page.getByRole('combobox', { name: 'Task' }).waitFor();
  expect(page.url()).toContain('#/playground?task=numbers&update=1000');
  await page.goBack();
  await eventually(() => page.getByRole('checkbox', { name: 'Compare', checked: true }).count()).toBe(2);
});

test.for([
  [1440, 'light'],
  [390, 'dark'],
] as const)('has no accessibility violations at %i px, %s', async ([width, theme], { open }) => {
  const page = await open({ hash: '#/shapes', width, height: 900, theme });
  await eventually(() => page.getByText('사백이십일').count()).toBe(1);
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});
