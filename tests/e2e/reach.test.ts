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
  expect(await whole(page).getAttribute('aria-label')).toContain('399 losses by 399 steps');
  await page.getByText('In detail: steps 1 to 48 of 399').waitFor();
  await whole(page).focus();
  await page.keyboard.press('End');
  for (let row = 0; row < 398; row++) await page.keyboard.press('ArrowDown');
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

const OPENER = 'How far the error reaches';
const NAME = 'How far the error reaches back';

test('the losses are walked by keys and clicks; bars stand under the letters; a link opens the panel', async ({
  open,
}) => {
  const page = await open({ hash: '#/playground?update=30' });
  const app = playground(page);
  await app.atRest();
  /** A track and a bar in it for each letter that the loss reaches. */
  const bars = async () => (await app.figure('Unrolled network').locator('rect[height="4"]').count()) / 2;
  expect(await bars()).toBe(0);
  await app.panel(OPENER, NAME, 'open');
  await eventually(bars).toBe(4);

  const [head, ...losses] = await app.numbers(NAME);
  await page.keyboard.press('Escape');
  expect(head.slice(1)).toEqual(['1 h', '2 e', '3 l', '4 l']);
  expect(losses.map((row) => row.slice(1).filter((value) => value !== '').length)).toEqual([1, 2, 3, 4]);
  expect(await app.summary(NAME)).toMatch(
    new RegExp(
      `^At update 30 the loss at step 4, target o, .*${losses[3][4]} at its own step and ${losses[3][1]} at step 1`,
    ),
  );

  await app.slider('Loss at step').press('ArrowLeft');
  await eventually(() => app.summary(NAME)).toContain(
    `${losses[2][3]} at its own step and ${losses[2][1]} at step 1`,
  );
  await eventually(bars).toBe(3);

  const triangle = app.figure(NAME).getByRole('application');
  const box = await triangle.boundingBox();
  if (!box) throw new Error('the triangle is on the page');
  await triangle.click({ position: { x: (1.5 * box.width) / 4, y: (3.5 * box.height) / 4 } });
  await eventually(app.step).toMatch(/step 2/);
  await eventually(() => app.summary(NAME)).toContain('the loss at step 4');
  await page.keyboard.press('ArrowUp');
  await app.figure(NAME).getByText(`${losses[2][2]}`).last().waitFor();

  const copy = playground(await open({ hash: await app.linkWith('reach') }));
  await copy.figure(NAME).waitFor();
  await app.panel(OPENER, NAME, 'closed');
  await eventually(bars).toBe(0);
  await eventually(() => page.url()).not.toMatch(/open=[^&]*reach/);
});
