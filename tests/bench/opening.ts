/** How long a link takes to its complete picture on the screen: a browser that has not seen the page before. */
import type { Browser } from 'playwright-core';
import { median } from './measure.ts';
import type { Row } from './report.ts';

const ROUNDS = 9;
const GOAL = 1000;

const LINKS = [
  { what: 'hello', hash: '', figure: 'Unrolled network' },
  {
    what: 'hello at update 60, with an intervention',
    hash: '#/playground?update=60&do=20:lr:0.05',
    figure: 'Unrolled network',
  },
  { what: 'the five shapes, trained', hash: '#/shapes', figure: 'Many to many, at once' },
  { what: 'RNN, GRU and LSTM', hash: '#/cells', figure: 'RNN' },
] as const;

/** From the navigation until the frame is there that shows the figure with nothing about it being prepared, in ms. */
async function openingTime(browser: Browser, address: string, figure: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en' });
  const page = await context.newPage();
  await page.addInitScript((name) => {
    const isComplete = () =>
      [...document.querySelectorAll('figure')].some((each) => each.textContent?.includes(name)) &&
      document.querySelector('[aria-busy="true"]') === null;
    const watch = new MutationObserver(() => {
      if (!isComplete()) return;
      watch.disconnect();
      // The task after the frame that draws it.
      requestAnimationFrame(() => setTimeout(() => performance.mark('complete')));
    });
    watch.observe(document, { subtree: true, childList: true, attributes: true });
  }, figure);
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName('complete').length > 0);
  const time = await page.evaluate(() => {
    const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    return Math.max(performance.getEntriesByName('complete')[0].startTime, painted);
  });
  await context.close();
  return time;
}

export async function openingRows(browser: Browser, address: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { what, hash, figure } of LINKS) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      times.push(await openingTime(browser, address + hash, figure));
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
