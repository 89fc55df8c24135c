import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test, type Visit } from './page.ts';
import { eventually, playground } from './playground.ts';

const SENTENCE =
  'A part of this page could not be loaded. The rest goes on. Reload the page when you are online.';

/** Opens the page and cuts the network once all that trains is there. */
async function openThenCut(open: (visit: Visit) => Promise<Page>): Promise<Page> {
  const page = await open({ provokes: /Failed to load resource/ });
  const app = playground(page);
  await app.button('+1').click();
  await eventually(app.update).toBe(1);
  await page.route('**/*', (route) => route.abort());
  return page;
}

test('what cannot be loaded is told, and the page goes on without it', async ({ open }) => {
  const page = await openThenCut(open);
  const app = playground(page);
  await app.button('Inside the step').click();
  await eventually(app.alerts).toEqual([expect.stringContaining(SENTENCE)]);
  await app.button('+1').click();
  await eventually(app.update).toBe(2);

  await app.button('Dismiss').click();
  await eventually(app.alerts).toEqual([]);
  await app.button('Unrolled network: the numbers as a table').click();
  await eventually(app.alerts).toEqual([expect.stringContaining(SENTENCE)]);
  expect(await app.figure('Unrolled network').isVisible()).toBe(true);
});

test('once it can be loaded it is there, whole, and the sentence goes', async ({ open }) => {
  const page = await openThenCut(open);
  const app = playground(page);
  const panel = app.button('Inside the step');
  await panel.click();
  await eventually(app.alerts).toEqual([expect.stringContaining(SENTENCE)]);
  await page.unroute('**/*');
  await panel.click();
  await panel.click();
  await app.figure('Inside step 1').waitFor();
  await eventually(app.alerts).toEqual([]);
  const equations = app.figure('Inside step 1').getByRole('group', { name: /^Equation of h/ });
  const box = await equations.boundingBox();
  expect(box?.height).toBeLessThan(400);
});

test('a language whose words cannot be loaded is not chosen', async ({ open }) => {
  const page = await openThenCut(open);
  const app = playground(page);
  await app.button('한국어').click();
  await eventually(app.alerts).toEqual([expect.stringContaining(SENTENCE)]);
  await eventually(() => app.button('English').getAttribute('aria-pressed')).toBe('true');
  await page.unroute('**/*');
  await app.button('한국어').click();
  await page.getByRole('button', { name: '학습', exact: true }).waitFor();
});

test('another screen that cannot be loaded leaves the one that is there', async ({ open }) => {
  const page = await openThenCut(open);
  const app = playground(page);
  await page.getByRole('link', { name: 'Five shapes' }).click();
  await eventually(app.alerts).toEqual([expect.stringContaining(SENTENCE)]);
  await app.button('+1').click();
  await eventually(app.update).toBe(2);
  expect(new URL(page.url()).hash).not.toContain('shapes');

  await page.unroute('**/*');
  await page.getByRole('link', { name: 'Five shapes' }).click();
  await page.getByRole('button', { name: 'Train all' }).waitFor();
});
