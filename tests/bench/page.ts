/** The built app in a real browser: what training flat out leaves to the page, and the page to training. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Request } from 'playwright-core';
import { launchArguments } from '../browser/findBrowser.ts';
import { provideBrowser } from '../browser/provideBrowser.ts';
import { serveBuiltApp } from '../e2e/builtApp.ts';
import { App } from './app.ts';
import { median, medianRatio } from './measure.ts';
import { openingRows } from './opening.ts';
import { openWorker } from './openWorker.ts';
import { count, type Row } from './report.ts';
import { letters } from './text.ts';

const BARE_ENGINE = new URL('./bareWorker.ts', import.meta.url);

const ROUNDS = 15;
const STRETCH = 2000;
const SMOOTHNESS_STRETCH = 10_000;
/** Frames a second: one frame more or less at the ends of the stretch. */
const COUNTING_ERROR = 1000 / SMOOTHNESS_STRETCH;
const HEAP_READINGS = 13;
const HEAP_INTERVAL = 5000;

async function workerRow(app: App, bare: (milliseconds: number) => Promise<number>): Promise<Row> {
  const alone: number[] = [];
  const withPage: number[] = [];
  await bare(STRETCH);
  for (let round = 0; round < ROUNDS; round++) {
    alone.push(await bare(STRETCH));
    await app.trainFlatOut();
    withPage.push(await app.updatesPerSecond(STRETCH));
    await app.pause();
  }
  const ratio = medianRatio(withPage, alone);
  return {
    what: 'hello in the open page',
    measured: `${count(median(withPage))} updates/s`,
    against: `bare worker ${count(median(alone))} updates/s`,
    ratio: `${Math.round(ratio * 100)}%`,
    goal: '≥ 90%',
    met: ratio >= 0.9,
  };
}

/** Rows at full speed and with the processor slowed four times; the same page at rest tells what is possible here. */
async function smoothnessRows(app: App, what: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [factor, goal] of [
    [1, 60],
    [4, 30],
  ] as const) {
    await app.slowProcessor(factor);
    const resting = await app.smoothness(STRETCH);
    await app.trainFlatOut();
    const { framesPerSecond, longestTask } = await app.smoothness(SMOOTHNESS_STRETCH);
    await app.pause();
    const task = longestTask === 0 ? 'no task over 50 ms' : `longest task ${Math.round(longestTask)} ms`;
    rows.push({
      what: factor === 1 ? `${what} flat out` : `${what}, processor slowed ${factor}×`,
      measured: `${framesPerSecond.toFixed(1)} frames/s, ${task}`,
      against: `at rest ${resting.framesPerSecond.toFixed(1)} frames/s`,
      ratio: `${Math.round((framesPerSecond / resting.framesPerSecond) * 100)}%`,
      goal: `≥ ${goal} frames/s, none over 50 ms`,
      met: framesPerSecond > goal - COUNTING_ERROR && longestTask === 0,
    });
  }
  await app.slowProcessor(1);
  return rows;
}

/** Slope of the least-squares line, per reading. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const covariance = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0);
  const variance = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  return covariance / variance;
}

/** Growth per minute of the page's and of the worker's heap while hello trains flat out. */
async function heapRows(app: App): Promise<Row[]> {
  const readHeaps = await app.watchHeaps();
  await app.trainFlatOut();
  await app.updatesPerSecond(HEAP_INTERVAL);
  const readings = [await readHeaps()];
  while (readings.length < HEAP_READINGS) {
    await app.updatesPerSecond(HEAP_INTERVAL);
    readings.push(await readHeaps());
  }
  await app.pause();
  return (['page', 'worker'] as const).map((owner) => {
    const mebibytes = readings.map((reading) => reading[owner] / 2 ** 20);
    const growth = slope(mebibytes) * (60_000 / HEAP_INTERVAL);
    return {
      what: `heap of the ${owner}, 60 s of hello flat out`,
      measured: `${growth.toFixed(2)} MiB a minute`,
      against: `${mebibytes[0].toFixed(2)} MiB at the start`,
      ratio: `${Math.round((mebibytes[mebibytes.length - 1] / mebibytes[0]) * 100)}%`,
      goal: '≤ 0.5 MiB a minute',
      met: growth <= 0.5,
    };
  });
}

/** What the page asked for by itself: page, engine, worker and the words of one language. */
function sizeRow(folder: string, files: ReadonlySet<string>): Row {
  const kilobytes = [...files]
    .map((file) => readFileSync(join(folder, file)))
    .map((script) => gzipSync(script, { level: 9 }).length / 1000)
    .reduce((sum, size) => sum + size, 0);
  return {
    what: 'JavaScript of the first picture, gzipped',
    measured: `${kilobytes.toFixed(1)} KB`,
    against: `${files.size} files`,
    ratio: '',
    goal: '≤ 150 KB',
    met: kilobytes <= 150,
  };
}

export async function benchPage(): Promise<{ rows: Row[]; notes: string[] }> {
  const served = await serveBuiltApp();
  const browser = await chromium.launch({ executablePath: provideBrowser(), args: launchArguments() });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en' });
    const bare = await openWorker<number, number>(context, BARE_ENGINE);
    const page = await context.newPage();
    const scripts = new Set<string>();
    const noteScript = (request: Request) => {
      if (request.resourceType() === 'script') scripts.add(request.url().slice(served.address.length));
    };
    page.on('request', noteScript);
    const app = await App.open(page, served.address);
    page.off('request', noteScript);
    const rows = [await workerRow(app, bare), ...(await smoothnessRows(app, 'hello'))];
    rows.push(...(await heapRows(app)));
    await app.type(letters(200));
    await app.choose('LSTM', 64);
    rows.push(...(await smoothnessRows(app, 'LSTM H64, 200 letters')));
    await page.close();
    rows.push(...(await openingRows(browser, served.address)));
    rows.push(sizeRow(served.folder, scripts));
    return {
      rows,
      notes: [
        `page: the built app in ${browser.browserType().name()} ${browser.version()}, 1440 × 900, headless`,
      ],
    };
  } finally {
    await browser.close();
    await served.close();
  }
}
