import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from './page.ts';
import { eventually, playground } from './playground.ts';

const LINK = '#/playground?update=30&t=3&open=weights,inside,reach';

const strip = (page: Page) => page.getByRole('group', { name: 'The network in small' });
const scrollDown = (page: Page) => page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));

describe.each([1440, 1024, 390])('%i pixels wide', (width) => {
  const height = width === 390 ? 844 : 768;

  test('the network stays in sight in small, and what trains it within reach', async ({ open }) => {
    const page = await open({ hash: LINK, width, height, reducedMotion: true });
    const app = playground(page);
    await app.atRest();
    await page.getByRole('figure', { name: 'Inside step 3' }).waitFor();
    expect(await strip(page).count()).toBe(0);

    await scrollDown(page);
    await strip(page).waitFor();
    const { y, height: high } = (await strip(page).boundingBox()) ?? { y: NaN, height: NaN };
    expect(y).toBe(0);
    expect(high).toBeLessThanOrEqual(56);
    expect(await strip(page).innerText()).toMatch(/75%\s*Loss\s*0\.898\s*Update\s*30/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);

    await strip(page).locator('[data-timestep="1"]').click();
    await page.getByRole('figure', { name: 'Inside step 2' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('figure', { name: 'Inside step 1' }).waitFor();
    expect(await strip(page).count()).toBe(1);

    const buttons = await page.getByRole('button', { name: /^Train( \(in the bar\))?$/ }).all();
    const places = await Promise.all(buttons.map((button) => button.boundingBox()));
    expect(places.filter((place) => place && place.y >= 0 && place.y + place.height <= height)).toHaveLength(
      1,
    );

    await strip(page).getByRole('button', { name: 'Back to the network' }).click();
    await eventually(() => strip(page).count()).toBe(0);
    expect(
      await app.figure('Unrolled network').evaluate((element) => element === document.activeElement),
    ).toBe(true);
  });

  test('the strip never covers what has the focus', async ({ open }) => {
    const page = await open({ hash: LINK, width, height, reducedMotion: true });
    await playground(page).atRest();
    await page.getByRole('figure', { name: 'How far the error reaches back' }).waitFor();
    await scrollDown(page);
    await strip(page).waitFor();
    await page.getByRole('main').getByRole('figure').last().getByRole('button').last().focus();
    const seen = new Set<string>();
    for (let presses = 0; presses < 60 && (await strip(page).count()) === 1; presses++) {
      await page.keyboard.press('Shift+Tab');
      const focus = await page.evaluate(readFocus);
      seen.add(focus.name);
      expect(focus.covered, `${focus.name} is below the strip`).toBeLessThanOrEqual(1);
    }
    expect(seen.size).toBeGreaterThan(10);
  });
});

/** The focused element, and how many of its pixels the strip hides from above; it may stand in the strip itself. */
function readFocus(): { readonly name: string; readonly covered: number } {
  const focused = document.activeElement;
  const cover = document.querySelector('[role="group"][aria-label="The network in small"]');
  if (!focused || !cover || cover.contains(focused)) return { name: 'strip', covered: 0 };
  const { top, width, left } = focused.getBoundingClientRect();
  return {
    name: `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent} at ${left}, ${width} wide`,
    covered: cover.getBoundingClientRect().bottom - top,
  };
}
