import { expect } from 'vitest';
import { test } from './page.ts';
import { eventually, playground } from './playground.ts';

const OPENER = 'Inside the step';

test('the step is walked by keys and clicks, with the numbers of the network, and a link opens it', async ({
  open,
}) => {
  const page = await open({ hash: '#/playground?update=30' });
  const app = playground(page);
  await app.atRest();
  await app.panel(OPENER, 'Inside step 1', 'open');

  const network = new Map((await app.numbers('Unrolled network')).map(([name, first]) => [name, first]));
  await page.keyboard.press('Escape');
  const rows = new Map((await app.numbers('Inside step 1')).map(([name, , values]) => [name, values]));
  await page.keyboard.press('Escape');
  const inNetwork = (...names: string[]) => names.map((name) => network.get(name)).join(', ');
  expect(rows.get('h = tanh(a)')).toBe(inNetwork('h 1', 'h 2', 'h 3'));
  expect(rows.get('y = W_hy h + b_y')).toBe(inNetwork('y(h)', 'y(e)', 'y(l)', 'y(o)'));
  const figure = app.figure('Inside step 1');
  const shown = figure.getByRole('grid', { name: 'y, 4 × 1' }).last().getByRole('gridcell');
  for (const [index, value] of inNetwork('y(h)', 'y(e)', 'y(l)', 'y(o)').split(', ').entries()) {
    const near = Number((await shown.nth(index).innerText()).replace('−', '-'));
    expect(Math.abs(near - Number(value.replace('−', '-')))).toBeLessThanOrEqual(0.00501);
  }

  const sentence = figure.getByRole('status');
  await page.keyboard.press('n');
  await eventually(() => sentence.textContent()).toMatch(/The one-hot letter h picks its column/);
  await figure.getByRole('button', { name: /^Next operation/ }).click();
  await eventually(() => sentence.textContent()).toMatch(/^The recurrent weights/);
  expect(await shown.first().textContent()).toBe('');
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  expect(await sentence.textContent()).toMatch(/picks its column/);
  for (let operation = 1; operation < 8; operation++) await page.keyboard.press('n');
  await eventually(() => sentence.textContent()).toMatch(/^The target is e/);
  await page.keyboard.press('n');
  await eventually(app.step).toMatch(/step 2/);
  await app.figure('Inside step 2').waitFor();

  // The address follows a little later.
  await eventually(() => page.url()).toMatch(/[?&]t=2/);
  const copy = playground(await open({ hash: await app.linkWith('inside') }));
  await copy.figure('Inside step 2').waitFor();
  await app.panel(OPENER, 'Inside step 2', 'closed');
  await eventually(() => page.url()).not.toMatch(/open=[^&]*inside/);
});

test('numbers of two steps that are kept stand beside each other behind the equations', async ({ open }) => {
  const page = await open({ hash: '#/playground?update=30&open=inside', width: 1024 });
  const app = playground(page);
  const state = (step: number) =>
    app
      .figure(`Inside step ${step}`)
      .getByRole('grid', { name: 'h, 3 × 1' })
      .first()
      .getByRole('gridcell')
      .first();
  await state(1).focus();
  await page.keyboard.press('Enter');
  await app.button('Next timestep').click();
  await app.button('Next timestep').click();
  await state(3).click();
  const kept = page.getByRole('region', { name: 'Kept to compare' }).getByRole('listitem');
  await eventually(() => kept.count()).toBe(2);
  const [first, second] = await Promise.all([kept.nth(0).boundingBox(), kept.nth(1).boundingBox()]);
  if (!first || !second) throw new Error('both are on the page');
  expect(first.y).toBe(second.y);
  expect(first.x + first.width).toBeLessThanOrEqual(second.x);
  const equations = await page.locator('[data-walking]').boundingBox();
  expect(first.y).toBeGreaterThan((equations?.y ?? Number.NaN) + (equations?.height ?? 0));
});

test.for([
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
])(
  'wherever the page is, buttons and what is kept leave each other free: $width × $height',
  async (size, { open }) => {
    const hash = '#/playground?update=60&open=inside&inside=pins:1-1.h-1+3-1.h-1';
    const page = await open({ ...size, hash });
    const kept = page.getByRole('region', { name: 'Kept to compare' });
    await kept.waitFor();
    const collisions = await kept.evaluate(async (tray) => {
      const buttons = document.querySelector('[aria-keyshortcuts="n"]')?.parentElement;
      const found: string[] = [];
      for (let y = 0; y < document.documentElement.scrollHeight; y += 50) {
        window.scrollTo(0, y);
        await new Promise(requestAnimationFrame);
        const bottom = buttons?.getBoundingClientRect().bottom ?? Number.NaN;
        const { top, right } = tray.getBoundingClientRect();
        if (!(bottom <= top) || right > innerWidth) found.push(`${y}: ${bottom} > ${top}`);
      }
      return found;
    });
    expect(collisions).toEqual([]);
  },
);

test('equations of a large network keep within a phone', async ({ open }) => {
  const page = await open({
    ...{ hash: '#/playground?cell=lstm&hidden=64&open=inside&t=2', width: 390, height: 844, touch: true },
  });
  const figure = playground(page).figure('Inside step 2');
  for (const gate of ['input gate i', 'candidate g']) {
    await figure.getByRole('button', { name: `Equation of ${gate}` }).tap();
  }
  const right = (element: Element) => element.getBoundingClientRect().right;
  for (const grid of await figure.getByRole('grid').all()) {
    expect(await grid.evaluate(right)).toBeLessThanOrEqual(390);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
