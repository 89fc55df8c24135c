/** How long a link takes to its complete picture on the screen: a browser that has not seen the page before. */
import type { Browser } from 'playwright-core';
import { median } from './measure.ts';
import type { Row } from './report.ts';

const ROUNDS = 9;
const GOAL = 1000;

const LINKS = [
  { what: 'hello', hash: '' },
  { what: 'hello at update 60, with an intervention', hash: '#/playground?update=60&do=20:lr:0.05' },
  { what: 'the five shapes, trained', hash: '#/shapes' },
  { what: 'RNN, GRU and LSTM', hash: '#/cells' },
] as const;

/** From the navigation until the frame is there that shows figures with nothing about them being prepared, in ms. */
async function openingTime(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_, watch) => {
      const isDrawn = document.querySelector('main figure') !== null;
      if (!isDrawn || document.querySelector('[aria-busy="true"]') !== null) return;
      watch.disconnect();
      // The task after the frame that draws it.
      requestAnimationFrame(() => setTimeout(() => performance.mark('complete')));
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  await page.goto(address);
  // Looked at seldom: looking takes time from what is measured.
  await page.waitForFunction(() => performance.getEntriesByName('complete').length > 0, undefined, {
    polling: 1000,
  });
  const time = await page.evaluate(() => {
    const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    return Math.max(performance.getEntriesByName('complete')[0].startTime, painted);
  });
  await context.close();
  return time;
}

export async function openingRows(browser: Browser, address: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { what, hash } of LINKS) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      times.push(await openingTime(browser, address + hash));
    }
    const middle = median(times);
    rows.push({
      what: `opening ${what}`,
      measured: `${Math.round(middle)} ms`,
      against: `${Math.round(Math.min(...times))} to ${Math.round(Math.max(...times))} ms in ${ROUNDS} rounds`,
      ratio: '',
      goal: `≤ ${GOAL} ms`,
      met: middle <= GOAL,
    });
  }
  return rows;
}
