import { expect } from 'vitest';
import { test } from './page.ts';
import { eventually, playground } from './playground.ts';

test('a copied link opens the same picture elsewhere', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.text.fill('한글 text');
  await eventually(app.letters).toContain('글');
  await app.radio('GRU').check();
  await app.button('+10').click();
  await eventually(app.update).toBe(10);
  await app.button('Next timestep').click();
  await app.button('Copy link').click();
  await page.getByText('Link copied.').waitFor();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));

  const copy = playground(await open({ hash: link.hash }));
  await eventually(copy.update).toBe(10);
  expect(await copy.everyNumber()).toEqual(await app.everyNumber());
  expect(await copy.summary('Unrolled network')).toMatch(/^Step 2 of 6 reads 글 /);
  await expect(copy.text.inputValue()).resolves.toBe('한글 text');
  await expect(copy.radio('GRU').isChecked()).resolves.toBe(true);
});

test('a reload comes back to the same update', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  await app.button('+10').click();
  await eventually(app.update).toBe(10);
  const numbers = await app.everyNumber();
  await page.reload();
  await eventually(app.updatesOnScreen).toEqual([10, 10, 10, 10]);
  expect(await app.everyNumber()).toEqual(numbers);
});

test('another screen and back by the links in the head leads to the same run', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  await app.radio('GRU').check();
  await app.button('+10').click();
  await eventually(app.update).toBe(10);
  await page.getByRole('link', { name: 'RNN · GRU · LSTM' }).click();
  await page.getByRole('heading', { name: 'Over what lag does each cell remember?' }).waitFor();
  await page.getByRole('link', { name: 'Playground' }).click();
  await eventually(app.update).toBe(10);
  await expect(app.radio('GRU').isChecked()).resolves.toBe(true);
});

test('back and forward undo and redo choices, each with the update it had come to', async ({ open }) => {
  const page = await open({ hash: '#/playground?seed=1' });
  const app = playground(page);
  await app.button('+10').click();
  await eventually(app.update).toBe(10);
  await app.radio('GRU').check();
  await eventually(app.update).toBe(0);
  await app.field('Seed').fill('2');
  await eventually(() => page.url()).toContain('seed=2');

  await page.goBack();
  await eventually(() => app.field('Seed').inputValue()).toBe('1');
  await expect(app.radio('GRU').isChecked()).resolves.toBe(true);
  await page.goBack();
  await eventually(() => app.radio('RNN').isChecked()).toBe(true);
  await eventually(app.update).toBe(10);
  await page.goForward();
  await page.goForward();
  await eventually(() => app.field('Seed').inputValue()).toBe('2');
  await expect(app.radio('GRU').isChecked()).resolves.toBe(true);
  await eventually(app.update).toBe(0);
});

test('of a broken or hostile link what can be read is used, and a sentence says what was not', async ({
  open,
}) => {
  const hostile = '<img src=x onerror="document.title=1">';
  const query = new URLSearchParams({
    text: hostile,
    hidden: '99999',
    cell: '<script>document.title=1</script>',
    seed: '7',
    layers: '2',
    update: '-5',
    __proto__: '1',
    constructor: 'x',
  });
  const page = await open({ hash: `#/playground?${query}&lr=%zz&&=&seed=8` });
  const app = playground(page);
  await app.atRest();
  const [sentence, ...others] = await app.alerts();
  expect(others).toEqual([]);
  for (const key of ['hidden', 'cell', 'update', 'constructor', 'lr'])
    expect(sentence).toMatch(new RegExp(`could not be used: .*\\b${key}=.*\\.`));
  await expect(app.text.inputValue()).resolves.toBe(hostile);
  await expect(app.field('Seed').inputValue()).resolves.toBe('7');
  await expect(app.slider('Layers').inputValue()).resolves.toBe('2');
  await expect(app.slider('Hidden units').inputValue()).resolves.toBe('3');
  await expect(app.radio('RNN').isChecked()).resolves.toBe(true);
  expect(await page.title()).not.toBe('1');
  expect(await page.locator('img, main script').count()).toBe(0);
});

test('a huge link and one to a place that is no more open too', async ({ open }) => {
  const huge = playground(await open({ hash: `#/playground?text=${'ab'.repeat(100_000)}&t=99999999999` }));
  await eventually(huge.accuracy).toMatch(/of 1,999 letters\)$/);
  expect(await huge.alerts()).toEqual([
    expect.stringContaining(
      'could not be used: Selected step (“t=99999999999” is not from 1 to 1,999; 1 is used).',
    ),
    expect.stringContaining('The first 2,000 letters are used.'),
  ]);

  const old = playground(await open({ hash: '#/laboratory?seed=3' }));
  await eventually(old.alerts).toContainEqual(
    expect.stringContaining('“/laboratory” is no screen of this page'),
  );
  await expect(old.field('Seed').inputValue()).resolves.toBe('3');
});

test('a learning rate changed in the middle of a run is in the link and replays to the same numbers', async ({
  open,
}) => {
  const page = await open();
  const app = playground(page);
  await app.button('+10').click();
  await eventually(app.update).toBe(10);
  await app.field('Learning rate').fill('0.05');
  await app.field('Learning rate').press('Enter');
  await app.button('+10').click();
  await eventually(app.update).toBe(20);
  await eventually(() => page.url()).toMatch(/do=10:lr:0\.05&update=20$/);

  const replay = playground(await open({ hash: new URL(page.url()).hash }));
  await eventually(replay.update).toBe(20);
  expect(await replay.everyNumber()).toEqual(await app.everyNumber());
  await expect(replay.field('Learning rate').inputValue()).resolves.toBe('0.05');
  const unchanged = playground(await open({ hash: '#/playground?update=20' }));
  await eventually(unchanged.update).toBe(20);
  expect(await unchanged.everyNumber()).not.toEqual(await app.everyNumber());
});
