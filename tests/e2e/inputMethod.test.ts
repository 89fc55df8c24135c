import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './page.ts';
import { eventually, playground } from './playground.ts';
import { createdRuns, watchWorkers } from './workers.ts';

test('composing Hangul does not start training anew in mid-syllable', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  await watchWorkers(page);
  await app.slider('Speed').fill('5');
  await app.button('Train').click();
  await eventually(app.update).toBeGreaterThan(5);
  expect(await createdRuns(page)).toEqual([4]);

  const keyboard = await inputMethod(page);
  await app.text.focus();
  await app.text.press('End');
  for (const syllable of ['ㅎ', '하', '한']) {
    const before = await app.update();
    await keyboard.compose(syllable);
    await eventually(app.update).toBeGreaterThan(before + 20);
  }
  await expect(app.text.inputValue()).resolves.toBe('hello한');
  expect(await createdRuns(page)).toEqual([4]);

  await keyboard.commit('한');
  await eventually(app.letters).toEqual([...'hello']);
  await eventually(app.update).toBeGreaterThan(5);
  expect(await createdRuns(page)).toEqual([4, 5]);
  await expect(app.text.inputValue()).resolves.toBe('hello한');
});

async function inputMethod(page: Page) {
  const session = await page.context().newCDPSession(page);
  return {
    compose: (text: string) =>
      session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      }),
    commit: (text: string) => session.send('Input.insertText', { text }),
  };
}
