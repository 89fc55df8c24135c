import { describe, expect } from 'vitest';
import { accessibilityViolations } from './axe.ts';
import { test } from './page.ts';

describe.each(['en', 'ko'] as const)('in %s', (language) => {
  describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
    test.for([
      { width: 1440, height: 900, touch: false },
      { width: 390, height: 844, touch: true },
    ])('at $width pixels no accessibility rule is broken', async (size, { open }) => {
      const page = await open({ language, theme, ...size });
      expect(await accessibilityViolations(page)).toEqual([]);
    });
  });
});

test('a broken rule is found and named', async ({ open }) => {
  const page = await open();
  await page.evaluate(() => document.body.append(document.createElement('button')));
  expect(await accessibilityViolations(page)).toContainEqual(expect.stringContaining('button-name'));
});
