import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test, type Visit } from './page.ts';
import { eventually, playground } from './playground.ts';

/** Letters of every width: a family, a syllable, a blank, one that nothing shows, one under a heap of marks. */
const LETTERS = ['h', '👩‍👩‍👧', '한', ' ', '\u200b', 'a\u0301\u0302\u0303\u0304\u0305'].join('');
/** More than are listed. */
const MANY = 'the quick brown fox';
/** Pixels of columns that may look otherwise: edges of letters fall between pixels. */
const FEW = 0.002;

const address = (text: string) => `#/playground?text=${encodeURIComponent(text)}&hidden=64`;

const writtenAsElements = async (page: Page) =>
  (await page.locator('[data-timestep="0"] text').allTextContents()).some((text) =>
    /^−?\d+\.\d+$/.test(text),
  );

const canvases = (page: Page) => playground(page).figure('Unrolled network').locator('canvas').count();

test.for([
  ['few letters', 'hello', 'light'],
  ['letters of every width', LETTERS, 'light'],
  ['many letters, in the dark,', MANY, 'dark'],
] as const)(
  'scores and probabilities of %s look on the canvas as they do as elements',
  async ([_, text, theme], { open }) => {
    const page = await openLarge(open, text, { theme });
    expect(await writtenAsElements(page)).toBe(false);
    const elements = await openLargeWithoutCanvas(open, text, { theme });
    expect(await writtenAsElements(elements)).toBe(true);
    expect(await difference(page, elements)).toBeLessThan(FEW);

    const app = playground(page);
    await app.button('+10').click();
    await eventually(app.update).toBe(10);
    expect(await difference(page, elements)).toBeGreaterThan(FEW);
  },
);

test('they follow a change of colours at once', async ({ open }) => {
  const page = await openLarge(open, MANY, { theme: 'light' });
  const elements = await openLargeWithoutCanvas(open, MANY, { theme: 'dark' });
  expect(await difference(page, elements)).toBeGreaterThan(FEW);
  await page.emulateMedia({ colorScheme: 'dark' });
  await eventually(() => page.locator('html').getAttribute('data-scheme')).toBe('dark');
  expect(await difference(page, elements)).toBeLessThan(FEW);
});

test('they keep to the colours of the system where it sets them', async ({ open }) => {
  const page = await openLarge(open, 'hello', {});
  const elements = await openLargeWithoutCanvas(open, 'hello', {});
  for (const each of [page, elements])
    await each.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  expect(await difference(page, elements)).toBeLessThan(FEW);
});

test('nothing of what is to be guessed is on the canvas', async ({ open }) => {
  const page = await openLarge(open, 'hello', {});
  expect(await canvases(page)).toBe(2);
  await playground(page).button('Predict first').click();
  await eventually(() => canvases(page)).toBe(1);
});

type Open = (visit: Visit) => Promise<Page>;

/** Waits until the columns have given their numbers away. */
async function openLarge(open: Open, text: string, visit: Visit): Promise<Page> {
  const page = await open({ ...visit, hash: address(text) });
  await playground(page).atRest();
  await eventually(() => canvases(page)).toBe(2);
  await eventually(() => writtenAsElements(page)).toBe(false);
  return page;
}

/** The same where the script that paints cannot be had. */
async function openLargeWithoutCanvas(open: Open, text: string, visit: Visit): Promise<Page> {
  const page = await open({ ...visit, provokes: /Failed to load resource/ });
  await page.route('**/PredictionCanvas-*', (route) => route.abort());
  const missing = page.waitForEvent('requestfailed');
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address(text));
  await missing;
  await playground(page).atRest();
  await eventually(() => canvases(page)).toBe(1);
  return page;
}

/** The share of the pixels of the columns of two pages that look otherwise. */
async function difference(one: Page, other: Page): Promise<number> {
  const [a, b] = await Promise.all([one, other].map(columnsOf));
  return one.evaluate(
    async (pictures) => {
      const [first, second] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes]));
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
          if (!context) throw new Error('no context');
          context.drawImage(bitmap, 0, 0);
          return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
        }),
      );
      const seen = 64;
      let count = 0;
      for (let pixel = 0; pixel < first.length; pixel += 4) {
        const channels = [0, 1, 2].map((channel) =>
          Math.abs(first[pixel + channel] - second[pixel + channel]),
        );
        if (Math.max(...channels) > seen) count++;
      }
      return count / (first.length / 4);
    },
    [a, b],
  );
}

async function columnsOf(page: Page): Promise<string> {
  const frame = playground(page).figure('Unrolled network').locator('[data-timestep]').first().locator('..');
  return (await frame.screenshot()).toString('base64');
}
