import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './page.ts';
import { eventually, playground } from './playground.ts';

const SENTENCE = 'hello world, this is a long text of many letters. ';

/** A text without a period, so that the network has something to learn from all of it. */
const longText = (letters: number) =>
  Array.from({ length: letters }, (_, i) => SENTENCE[(i * 7 + Math.floor(i / 50) * 3) % 50]).join('');

const hash = (settings: string, letters: number) =>
  `#/playground?open=reach&${settings}&text=${encodeURIComponent(longText(letters))}`;

const whole = (page: Page) => page.getByRole('application', { name: /^The whole text/ });

test('at rest the reach of a whole long text is there, and leads to any place in it', async ({ open }) => {
  const page = await open({ hash: hash('hidden=8&t=20', 400) });
  await whole(page).waitFor();
  await eventually(() => page.getByText('More losses are being computed').count()).toBe(0);
  expect(await whole(page).getAttribute('aria-label')).toContain('57 losses by 399 steps');
  await page.getByText('In detail: steps 1 to 48 of 399').waitFor();
  await whole(page).focus();
  await page.keyboard.press('End');
  for (let row = 0; row < 56; row++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('In detail: steps 352 to 399 of 399').waitFor();
  expect(await page.getByRole('slider', { name: 'Loss at step' }).inputValue()).toBe('399');
});

test('a command is answered while the reach of a long text is computed', async ({ open }) => {
  const page = await open({ hash: hash('cell=lstm&hidden=96', 1500) });
  const app = playground(page);
  await page.getByText('More losses are being computed').waitFor({ timeout: 60_000 });
  await app.button('+1').click();
  await eventually(app.update).toBe(1);
  await whole(page).waitFor();
});
