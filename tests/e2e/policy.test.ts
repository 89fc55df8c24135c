import { expect } from 'vitest';
import { test } from './page.ts';

test('the page opens under a strict policy, with nothing to complain about', async ({ open }) => {
  const page = await open();
  await expect.poll(() => page.getByRole('heading', { level: 1 }).allTextContents()).not.toEqual([]);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});

test('an inline script does not run', async ({ open }) => {
  const page = await open({ provokes: /^error: .*inline script.*Content Security Policy/ });
  const directive = await page.evaluate(() => {
    const violation = new Promise((resolve) =>
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective)),
    );
    const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    document.head.append(script);
    return violation;
  });
  expect(directive).toBe('script-src-elem');
  expect(await page.title()).not.toBe('ran');
});

test('another origin is not reached', async ({ open }) => {
  const page = await open({ provokes: /asked http:\/\/localhost:9|Content Security Policy/ });
  const outcome = await page.evaluate(() =>
    fetch('http://localhost:9/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(outcome).toBe('refused');
});
