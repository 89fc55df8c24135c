/** Jumps back through training, in a worker of a real browser but without the page around it. */
import { chromium } from 'playwright-core';
import { launchArguments } from '../browser/findBrowser.ts';
import { provideBrowser } from '../browser/provideBrowser.ts';
import { JUMPS } from './jumpRows.ts';
import { openWorker } from './openWorker.ts';
import type { Row } from './report.ts';
import { letters, textName } from './text.ts';

const WORKER = new URL('./jumpWorker.ts', import.meta.url);

export async function benchJumps(): Promise<{ rows: readonly Row[]; notes: string[] }> {
  const browser = await chromium.launch({ executablePath: provideBrowser(), args: launchArguments() });
  try {
    const measure = await openWorker<string, readonly Row[]>(await browser.newContext(), WORKER);
    const rows = await measure(letters(201));
    return {
      rows,
      notes: [
        `jumps: ${JUMPS} random ones each, in a worker of ${browser.browserType().name()} ${browser.version()}; 200 letters of ${textName}`,
      ],
    };
  } finally {
    await browser.close();
  }
}
