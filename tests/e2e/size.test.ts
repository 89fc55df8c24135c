import { basename } from 'node:path/posix';
import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { test } from './page.ts';

/** Bytes of gzipped JavaScript that a visitor waits for: page, engine and worker. */
const BUDGET = 150_000;

test('all JavaScript that the page asks for on its own fits the budget', async ({ open }) => {
  const page = await open();
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(request.url());
  });
  await page.reload({ waitUntil: 'networkidle' });

  const sizes = await Promise.all(
    [...scripts].map(async (url) => {
      const body = await (await fetch(url)).arrayBuffer();
      return { file: basename(new URL(url).pathname), bytes: gzipSync(body, { level: 9 }).length };
    }),
  );
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const list = sizes.map(({ file, bytes }) => `${file} ${kilobytes(bytes)}`).join(', ');
  console.log(`JavaScript: ${kilobytes(total)} gzipped (${list})`);
  expect(total, 'no script was seen').toBeGreaterThan(0);
  expect(total, `${list}: together ${kilobytes(total)} gzipped`).toBeLessThanOrEqual(BUDGET);
});

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
