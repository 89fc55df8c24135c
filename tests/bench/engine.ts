/** The engine against TensorFlow.js, both in one worker of a real browser. */
import { chromium } from 'playwright-core';
import { launchArguments } from '../browser/findBrowser.ts';
import { provideBrowser } from '../browser/provideBrowser.ts';
import type { EngineAnswer } from './engineWorker.ts';
import { openWorker } from './openWorker.ts';
import type { Row } from './report.ts';
import { text, textName } from './text.ts';

const WORKER = new URL('./engineWorker.ts', import.meta.url);
const TFJS_FILES = new URL('./node_modules/@tensorflow/tfjs-backend-wasm/dist/', import.meta.url);

export async function benchEngine(): Promise<{ rows: readonly Row[]; notes: string[] }> {
  const browser = await chromium.launch({ executablePath: provideBrowser(), args: launchArguments() });
  try {
    const context = await browser.newContext();
    const measure = await openWorker<string, EngineAnswer>(context, WORKER, TFJS_FILES);
    const { opponent, rows } = await measure(text);
    return {
      rows,
      notes: [
        `engine: forward, BPTT and Adam on ${textName}, one sequence an update, against ${opponent}, one thread with SIMD,`,
        `in a worker of ${browser.browserType().name()} ${browser.version()}; keras is its layers as tutorials use them, operations a model written for speed on its core.`,
      ],
    };
  } finally {
    await browser.close();
  }
}
