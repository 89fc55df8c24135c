import { expect } from 'vitest';
import { test } from './page.ts';
import { eventually, playground } from './playground.ts';

const WORDS = ['four', 'hundred', 'twenty', 'one'];

test('a link to an exercise opens it, trains it and answers its question', async ({ open }) => {
  const page = await open({ hash: '#/playground?task=numbers&speed=max' });
  const app = playground(page);
  await app.atRest();
  expect(await app.update()).toBe(0);
  expect((await app.letters()).slice(0, 5)).toEqual([...WORDS, '▶']);
  const answer = page.getByRole('status', { name: 'Answer' });
  expect(await answer.innerText()).not.toBe('사백이십일');

  await app.button('Train').click();
  await expect.poll(() => answer.innerText(), { timeout: 60_000 }).toBe('사백이십일');
  await app.button('Pause').click();
  await app.atRest();
  const all = page.getByRole('region', { name: 'All questions' });
  const update = await app.update();
  await eventually(() => all.innerText()).toContain(`counted at update ${update.toLocaleString('en')}`);
  expect(await app.accuracy()).toMatch(/words in this batch/);
}, 90_000);

test('a question that is typed is answered, kept in the link, and taken back by going back', async ({
  open,
}) => {
  const page = await open({ hash: '#/playground?task=numbers' });
  const app = playground(page);
  await app.atRest();
  const box = page.getByRole('textbox', { name: /^Number/ });
  await box.fill('seven hundred two');
  await box.press('Enter');
  await eventually(app.letters).toEqual(expect.arrayContaining(['seven', 'hundred', 'two']));
  await eventually(() => page.evaluate(() => location.hash)).toContain('ask=702');
  await page.goBack();
  await eventually(async () => (await app.letters()).slice(0, 4)).toEqual(WORDS);
});

test('another task is loaded when it is chosen, and going back brings the text back', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  await app.atRest();
  await page.getByRole('combobox', { name: 'Task' }).selectOption({ label: 'Motion in a video' });
  await page.getByText(/Sees a video of one dot/).waitFor();
  await app.atRest();
  expect(await app.accuracy()).toMatch(/of 192 frames in this batch/);
  await page.goBack();
  await eventually(app.letters).toEqual(['h', 'e', 'l', 'l']);
  expect(await app.text.inputValue()).toBe('hello');
});

test('a path drawn by keyboard while the network trains keeps every frame', async ({ open }) => {
  const page = await open({ hash: '#/playground?task=motion&speed=max&ask=e' });
  const app = playground(page);
  await app.atRest();
  await app.button('Train').click();
  await page.getByRole('gridcell', { name: /frame 1$/ }).focus();
  for (const key of ['Right', 'Right', 'Down', 'Down', 'Left', 'Left', 'Up']) {
    await page.keyboard.press(`Arrow${key}`);
  }
  const answer = page.getByRole('status', { name: 'Answer' });
  await eventually(async () => (await answer.innerText()).split(' ').length).toBe(8);
  await app.button('Pause').click();
  await app.atRest();
  await eventually(() => page.evaluate(() => location.hash)).toContain('ask=efgmsrqk');
}, 60_000);
