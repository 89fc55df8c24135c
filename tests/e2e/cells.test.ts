import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityViolations } from './axe.ts';
import { test } from './page.ts';
import { eventually } from './playground.ts';

const NAMES = ['RNN', 'GRU', 'LSTM'] as const;

/** The update to which each row belongs, all read in the same instant. */
function updates(page: Page): Promise<number[]> {
  return page.evaluate(
    (names) =>
      names.map((name) => {
        const figure = [...document.querySelectorAll('main figure')].find(
          (each) => each.querySelector('h2')?.textContent === name,
        );
        const summary = document.getElementById(figure?.getAttribute('aria-describedby') ?? '');
        return Number((summary?.textContent?.match(/update ([\d,]+)/)?.[1] ?? 'NaN').replaceAll(',', ''));
      }),
    NAMES,
  );
}

test('three cells learn the same text and are always seen at the same update', async ({ open }) => {
  const page = await open({ hash: '#/cells?speed=max' });
  await page.getByRole('button', { name: 'Train' }).click();
  for (let last = 0; last < 100; ) {
    const [first, second, third] = await updates(page);
    expect([second, third]).toEqual([first, first]);
    last = first;
  }
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.locator('main[aria-busy="false"]').waitFor();
  const [first] = await updates(page);
  await page.getByRole('button', { name: '+10' }).click();
  await eventually(() => updates(page)).toEqual([first + 10, first + 10, first + 10]);
});

test('its link opens the same three networks at the same update', async ({ open }) => {
  const page = await open({ hash: '#/cells?text=hello&hidden=4&cell2=rnn&optimizer2=sgd&lr2=0.1' });
  await page.getByRole('button', { name: '+10' }).click();
  await page.waitForURL(/update=10/);
  const summary = async (from: Page) =>
    (await from.getByRole('figure', { name: 'RNN · SGD · rate 0.1' }).ariaSnapshot()).match(
      /loss [\d.]+/,
    )?.[0];
  const again = await open({ hash: new URL(page.url()).hash });
  await again.locator('main[aria-busy="false"]').waitFor();
  const before = await summary(page);
  expect(before).toMatch(/^loss \d/);
  await eventually(() => summary(again)).toBe(before);
});

test('long names leave room for the scores beside the curves', async ({ open }) => {
  const page = await open({ hash: '#/cells?layers2=3&optimizer3=sgd&seed3=4294967295', width: 1024 });
  const figure = page.getByRole('figure', { name: 'Loss and accuracy' });
  await figure.getByText('LSTM · SGD · 1 layer · seed 4294967295', { exact: true }).waitFor();
  const room = await figure.evaluate((element) => element.getBoundingClientRect().right);
  const ends = await figure
    .getByText(/% · .* nats$/)
    .evaluateAll((scores) => scores.map((score) => score.getBoundingClientRect().right));
  expect(ends).toHaveLength(3);
  for (const end of ends) expect(end).toBeLessThanOrEqual(room);
});

test('the header leads from the playground there and back', async ({ open }) => {
  const page = await open();
  await page.getByRole('link', { name: 'RNN · GRU · LSTM' }).click();
  await page.getByRole('figure', { name: 'GRU' }).waitFor();
  await page.goBack();
  await page.getByRole('figure', { name: 'Unrolled network' }).waitFor();
});

test.for([
  { width: 1440, theme: 'light' },
  { width: 390, theme: 'dark' },
] as const)('has no accessibility violations at $width px, $theme', async ({ width, theme }, { open }) => {
  const page = await open({ hash: '#/cells?text=hello&update=20', width, theme });
  await page.locator('main[aria-busy="false"]').waitFor();
  await page.getByRole('button', { name: 'Gates' }).click();
  await page.getByRole('button', { name: 'Change: GRU' }).click();
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  const ends = await page.evaluate(() =>
    [...document.querySelectorAll('main figure')].map((figure) => ({
      room: figure.getBoundingClientRect().right,
      drawn: Math.max(...[...figure.querySelectorAll('svg')].map((svg) => svg.getBoundingClientRect().right)),
    })),
  );
  for (const { room, drawn } of ends) expect(drawn).toBeLessThanOrEqual(room);
  const train = await page.getByRole('button', { name: 'Train' }).boundingBox();
  expect(train?.y).toBeLessThan(await page.evaluate(() => innerHeight));
});
