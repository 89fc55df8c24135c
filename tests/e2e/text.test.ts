import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './page.ts';
import { eventually, frames, playground } from './playground.ts';

test('another text starts a new network on it', async ({ open }) => {
  const app = playground(await open());
  await app.button('+10').click();
  await eventually(app.update).toBe(10);
  await app.text.fill('banana');
  await eventually(app.letters).toEqual(['b', 'a', 'n', 'a', 'n']);
  expect(await app.update()).toBe(0);
  expect(await app.accuracy()).toMatch(/of 5 letters\)$/);
});

test('letters are what a reader takes for one, and invisible ones are marked', async ({ open }) => {
  const app = playground(await open());
  const texts: readonly (readonly [text: string, read: readonly string[]])[] = [
    ['👩‍👩‍👧🇰🇷🇯🇵!', ['👩‍👩‍👧', '🇰🇷', '🇯🇵']],
    ['e\u0301a\u0308b', ['é', 'ä']],
    ['a \n\tb', ['a', '␠', '↵', '⇥']],
    ['한글', ['한']],
  ];
  for (const [text, read] of texts) {
    await app.text.fill(text);
    await eventually(app.letters).toEqual(read);
  }
  await app.radio('jamo').check();
  await eventually(app.letters).toEqual(['ㅎ', 'ㅏ', 'ㄴ', 'ㄱ', 'ㅡ']);
});

test('half of a surrogate pair is a letter of its own and survives a reload', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  await type(page, [0x61, 0xd83d, 0x62, 0x07, 0x63]);
  await eventually(app.letters).toEqual(['a', 'U+D83D', 'b', '^G']);
  await eventually(() => page.url()).toContain('D83D');
  await page.reload();
  await eventually(app.letters).toEqual(['a', 'U+D83D', 'b', '^G']);
});

test('nothing and one letter are too short: a sentence says so and the last network stays', async ({
  open,
}) => {
  const app = playground(await open());
  await app.button('+10').click();
  await eventually(app.update).toBe(10);
  const numbers = await app.everyNumber();
  for (const text of ['', 'x']) {
    await app.text.fill(text);
    await eventually(app.alerts).toEqual([expect.stringContaining('Type at least two letters')]);
    expect(await app.everyNumber()).toEqual(numbers);
    expect(await app.update()).toBe(10);
  }
  await app.text.fill('xy');
  await eventually(app.letters).toEqual(['x']);
  expect(await app.alerts()).toEqual([]);
});

test('3,000 letters are cut at 2,000, with a sentence, and nothing freezes', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  await app.text.fill('abcdefghij'.repeat(300));
  await eventually(app.alerts).toContainEqual(
    expect.stringMatching(/The first 2,000 letters are used\. The cut is after “….*hij”/),
  );
  await eventually(app.accuracy).toMatch(/of 1,999 letters\)$/);
  await app.button('Train').click();
  await eventually(app.update).toBeGreaterThan(0);
  await frames(page, 10);
  await app.button('Pause').click();
  await app.atRest();
  expect(new Set(await app.updatesOnScreen()).size).toBe(1);
});

test('a paste that is too long even for the box can be undone', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  await app.atRest();
  await app.text.evaluate((box: HTMLTextAreaElement) => {
    box.focus();
    box.select();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'abcdefghij'.repeat(1200));
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await eventually(async () => (await app.text.inputValue()).length).toBe(10_000);
  await page.keyboard.press('Control+z');
  await eventually(() => app.text.inputValue()).toBe('hello');
  await eventually(app.letters).toEqual(['h', 'e', 'l', 'l']);
});

test('right-to-left text keeps its reading order along the timesteps', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  await app.text.fill('שלום abc');
  await eventually(app.letters).toEqual(['ש', 'ל', 'ו', 'ם', '␠', 'a', 'b']);

  const columns = await lefts(page, '[data-timestep]');
  expect(columns).toHaveLength(7);
  expect(columns).toEqual(columns.toSorted((a, b) => a - b));
});

/** Sets a text that no keyboard and no protocol can carry, from its code units. */
async function type(page: Page, units: readonly number[]): Promise<void> {
  await playground(page).text.evaluate((box: HTMLTextAreaElement, codes) => {
    box.focus();
    box.setRangeText(String.fromCharCode(...codes), 0, box.value.length, 'end');
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, units);
}

function lefts(page: Page, selector: string): Promise<number[]> {
  return page
    .locator(selector)
    .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().left));
}
