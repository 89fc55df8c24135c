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
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => window.scrollTo(0, 400));
    for (const name of names) {
      await app.button(name).focus();
      expect(await page.evaluate(() => window.scrollY), `at ${name}`).toBe(400);
    }
  });
});
