import { describe, expect } from 'vitest';
import { test } from './page.ts';
import { playground } from './playground.ts';

describe.each([
  ['playground', ['Reset', '+10', '+1', 'Train']],
  ['shapes', ['Next timestep of all', 'Reset', '+10', 'Train all']],
  ['cells', ['Reset', '+10', '+1', 'Train']],
])('%s', (screen, names) => {
  test('the page stays where it is when a button at its foot gets the focus', async ({ open }) => {
    const page = await open({ hash: `#/${screen}`, width: 390, height: 844, reducedMotion: true });
    const app = playground(page);
    await app.button(names[0]).waitFor();
    await page.evaluate(() => window.scrollTo(0, 400));
    for (const name of names) {
      // What is still loaded above moves the page, too.
      const [before, after] = await app.button(name).evaluate((button) => {
        const place = window.scrollY;
        button.focus();
        return [place, window.scrollY];
      });
      expect(before).toBeGreaterThan(0);
      expect(after, `at ${name}`).toBe(before);
    }
  });
});
