import { expect } from 'vitest';
import { test } from './page.ts';
import { eventually, playground } from './playground.ts';

const OPENER = 'The state as a place';
const NAME = 'The state as a place';

test('the path has the numbers of the network, is turned by keys, selects by clicks, and a link opens it', async ({
  open,
}) => {
  const page = await open({ hash: '#/playground?update=30' });
  const app = playground(page);
  await app.atRest();
  await app.panel(OPENER, NAME, 'open');
  const figure = app.figure(NAME);

  const network = await app.numbers('Unrolled network');
  await page.keyboard.press('Escape');
  const states = network.filter(([name]) => name.startsWith('h '));
  const near = (value: string) => Number(value.replace('−', '-'));
  const places = (await app.numbers(NAME)).slice(-4);
  await page.keyboard.press('Escape');
  for (const [t, place] of places.entries()) {
    for (const [unit, state] of states.entries()) {
      expect(Math.abs(near(place.slice(-3)[unit]) - near(state[t + 1]))).toBeLessThanOrEqual(0.00501);
    }
  }

  const point = (step: number) =>
    figure.locator('g', { has: page.locator('title', { hasText: `Step ${step},` }) }).last();
  const where = () => point(4).getAttribute('transform');
  const cube = figure.getByRole('application');
  const before = await where();
  await cube.focus();
  await page.keyboard.press('ArrowLeft');
  await eventually(where).not.toBe(before);
  expect(await app.summary('Unrolled network')).toMatch(/^Step 1 of 4/);
  await page.keyboard.press('Home');
  await eventually(where).toBe(before);
  await point(3).click();
  await eventually(app.step).toMatch(/step 3/);
  await eventually(() => app.summary(NAME)).toContain('after step 3, letter l');

  const copy = playground(await open({ hash: await app.linkWith('place') }));
  await copy.figure(NAME).waitFor();
  await app.panel(OPENER, NAME, 'closed');
  await eventually(() => page.url()).not.toMatch(/open=[^&]*place/);
});
