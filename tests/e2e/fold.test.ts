import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './page.ts';
import { eventually, playground } from './playground.ts';

/** Left edges of the letters under the columns in sight, by timestep. */
function letterPlaces(page: Page): Promise<number[]> {
  return page
    .getByRole('figure', { name: 'Unrolled network' })
    .getByText(/^t = \d$/)
    .evaluateAll((labels) =>
      labels
        .map((label) => ({ text: label.textContent, x: label.getBoundingClientRect().x }))
        .sort((a, b) => a.text.localeCompare(b.text))
        .map(({ x }) => Math.round(x)),
    );
}

test('the slider folds the columns onto the selected one and opens them again where they were', async ({
  open,
}) => {
  const page = await open();
  const app = playground(page);
  await page.keyboard.press('ArrowRight');
  const unrolled = await letterPlaces(page);
  expect(new Set(unrolled).size).toBe(4);

  await app.slider('Fold').fill('0.5');
  await eventually(() => letterPlaces(page)).not.toEqual(unrolled);
  const halfway = await letterPlaces(page);
  const gaps = (places: readonly number[]) => places.slice(1).map((x, t) => x - places[t]);
  for (const [t, gap] of gaps(halfway).entries()) {
    expect(Math.abs(gap - gaps(unrolled)[t] / 2)).toBeLessThanOrEqual(2);
  }

  await app.slider('Fold').fill('1');
  await eventually(async () => new Set(await letterPlaces(page)).size).toBe(1);
  await app.slider('Fold').fill('0');
  await eventually(() => letterPlaces(page)).toEqual(unrolled);
});

test('with reduced motion there are two states', async ({ open }) => {
  const page = await open({ reducedMotion: true });
  const slider = playground(page).slider('Fold');
  await slider.press('ArrowRight');
  expect(await slider.inputValue()).toBe('1');
  expect(await slider.getAttribute('aria-valuetext')).toBe('folded into one cell');
});

test('a link opens the network folded', async ({ open }) => {
  const page = await open({ hash: '#/playground?fold=1&t=3' });
  await eventually(async () => new Set(await letterPlaces(page)).size).toBe(1);
});
