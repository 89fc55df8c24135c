import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './page.ts';
import { eventually, playground } from './playground.ts';

test('keys, buttons, columns and the map of the hidden state select a timestep', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  const selects = async (gesture: () => Promise<void>, step: number, letter: string) => {
    await gesture();
    await eventually(app.step).toMatch(new RegExp(`^step ${step}, letter ${letter}, predicts `));
    expect(await app.summary('Unrolled network')).toMatch(new RegExp(`^Step ${step} of 4 reads ${letter} `));
    expect(await app.summary('Hidden state')).toContain(`at step ${step}, letter ${letter},`);
  };
  await selects(() => page.keyboard.press('ArrowRight'), 2, 'e');
  await selects(() => page.keyboard.press('End'), 4, 'l');
  await selects(() => page.keyboard.press('ArrowLeft'), 3, 'l');
  await selects(() => page.keyboard.press('Home'), 1, 'h');
  await selects(() => app.button('Next timestep').click(), 2, 'e');
  await selects(() => app.button('Previous timestep').click(), 1, 'h');
  await selects(() => page.locator('[data-timestep="3"]').click({ position: { x: 4, y: 4 } }), 4, 'l');

  const map = app.figure('Hidden state').getByRole('application');
  const box = (await map.boundingBox()) ?? { width: 0, height: 0 };
  const position = { x: (box.width * 1.5) / 4, y: box.height / 2 };
  await selects(() => map.click({ position }), 2, 'e');
});

test('a touched matrix lights up its arrows, and an arrow its matrix', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  const matrix = (name: string) =>
    app.figure('Weights').getByRole('application', { name: new RegExp(`^${name},`) });
  await matrix('W_hh').focus();
  await eventually(() => litArrows(page)).toEqual(['W_hh at step 2', 'W_hh at step 3', 'W_hh at step 4']);
  await matrix('W_xh').hover();
  await eventually(() => litArrows(page)).toEqual([1, 2, 3, 4].map((step) => `W_xh at step ${step}`));

  const arrow = page.getByRole('button', { name: /^W_hy at step 1/ });
  await arrow.focus();
  await eventually(() => litArrows(page)).toEqual([1, 2, 3, 4].map((step) => `W_hy at step ${step}`));
  const isLit = (name: string) =>
    matrix(name).evaluate((element) => element.closest('[data-lit="true"]') !== null);
  expect(await isLit('W_hy')).toBe(true);
  expect(await isLit('W_xh')).toBe(false);
  await arrow.press('Escape');
  await eventually(() => litArrows(page)).toEqual([]);
});

test('of 2,000 letters only the columns in sight are drawn, and every way leads to the end', async ({
  open,
}) => {
  const page = await open({ hash: `#/playground?text=${'abcdefgh'.repeat(250)}` });
  const app = playground(page);
  await app.atRest();
  await eventually(() => columns(page)).toContain(0);
  expect((await columns(page)).length).toBeLessThan(60);

  const scroller = page.getByRole('group', { name: 'All timesteps, scrolls sideways' });
  await scroller.evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
  await eventually(() => columns(page)).toContain(1998);
  expect((await columns(page)).length).toBeLessThan(60);

  const minimap = page.getByTitle('The whole text: right and wrong predictions.');
  const { width = 0, height = 0 } = (await minimap.boundingBox()) ?? {};
  await minimap.click({ position: { x: 2, y: height / 2 } });
  await eventually(() => columns(page)).toContain(0);
  await minimap.click({ position: { x: width - 2, y: height / 2 } });
  await eventually(() => columns(page)).toContain(1998);

  await minimap.click({ position: { x: width / 2, y: height / 2 } });
  await eventually(() => columns(page)).toContain(999);
  await page.keyboard.press('End');
  await eventually(app.step).toMatch(/^step 1,999, letter g, /);
  await eventually(() => columns(page)).toContain(1998);
  await page.keyboard.press('Home');
  await eventually(() => columns(page)).toContain(0);
  await scroller.evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
  await eventually(() => columns(page)).toContain(1998);
  await page.keyboard.press('Home');
  await eventually(() => columns(page)).toContain(0);
});

/** The timesteps in the document, from 0. */
function columns(page: Page): Promise<number[]> {
  return page
    .locator('[data-timestep]')
    .evaluateAll((elements) => elements.map((element) => Number(element.getAttribute('data-timestep'))));
}

/** The arrows that are lit, by the matrix and the step they stand for. */
async function litArrows(page: Page): Promise<string[]> {
  const arrows = page.getByRole('group', { name: 'Weights on the arrows' }).locator('[aria-pressed="true"]');
  const names = await arrows.evaluateAll((elements) =>
    elements.map((element) => element.getAttribute('aria-label')?.split(':')[0] ?? ''),
  );
  return names.toSorted();
}
