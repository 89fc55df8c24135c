/** The built app in a real browser: how long an exercise takes to be learned there, with all its figures moving. */
import { chromium, type Locator, type Page } from 'playwright-core';
import { launchArguments } from '../browser/findBrowser.ts';
import { provideBrowser } from '../browser/provideBrowser.ts';
import { serveBuiltApp } from '../e2e/builtApp.ts';
import { median } from './measure.ts';
import type { Row } from './report.ts';

/** As in tasks.ts. */
const SEEDS = [11, 12, 13, 14, 15];
const MOST_SECONDS = 10;
/** A run that takes longer is given up. */
const PATIENCE = 60_000;

/** Shares that are to be right. */
interface Bounds {
  readonly training: number;
  readonly heldOut: number;
}

const EXERCISES: readonly { readonly link: string; readonly what: string; readonly bounds: Bounds }[] = [
  { link: 'task=captions', what: 'captions en', bounds: { training: 0.99, heldOut: 0.95 } },
  { link: 'task=captions&tongue=ko', what: 'captions ko', bounds: { training: 0.99, heldOut: 0.95 } },
  { link: 'task=feelings', what: 'feelings en', bounds: { training: 0.95, heldOut: 0.95 } },
  { link: 'task=feelings&tongue=ko', what: 'feelings ko', bounds: { training: 0.95, heldOut: 0.95 } },
  { link: 'task=numbers', what: 'numbers from en', bounds: { training: 0.99, heldOut: 0.99 } },
  { link: 'task=numbers&tongue=ko', what: 'numbers from ko', bounds: { training: 0.99, heldOut: 0.99 } },
  { link: 'task=motion', what: 'motion', bounds: { training: 0.99, heldOut: 0.99 } },
];

/** How many of all questions are right; what a bag of words has right stands in a list of its own. */
function countsOn(page: Page): Locator {
  return page.getByRole('region', { name: 'All questions' }).locator('dl', { hasText: 'trained' });
}

/** Seconds from "Train" until the page shows that both bounds are met; infinite when that does not happen. */
async function secondsToLearn(page: Page, bounds: Bounds): Promise<number> {
  const counts = countsOn(page);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  const start = performance.now();
  // No named function inside: tsx would wrap it in a call of its own, which the page does not have.
  const isLearned = counts.evaluate(
    (list, { training, heldOut, patience }) =>
      new Promise<boolean>((resolve) => {
        new MutationObserver(() => {
          const [trained, unseen] = [...list.children].map((counted) => {
            const [right, all] = counted.lastElementChild?.textContent?.replaceAll(',', '').match(/\d+/g) ?? [
              0, 1,
            ];
            return Number(right) / Number(all);
          });
          if (trained >= training && unseen >= heldOut) resolve(true);
        }).observe(list, { subtree: true, characterData: true, childList: true });
        setTimeout(resolve, patience, false);
      }),
    { ...bounds, patience: PATIENCE },
  );
  return (await isLearned) ? (performance.now() - start) / 1000 : Number.POSITIVE_INFINITY;
}

export async function benchExercises(): Promise<{ rows: Row[]; notes: string[] }> {
  const served = await serveBuiltApp();
  const browser = await chromium.launch({ executablePath: provideBrowser(), args: launchArguments() });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en' });
    const rows: Row[] = [];
    for (const { link, what, bounds } of EXERCISES) {
      const seconds: number[] = [];
      for (const seed of SEEDS) {
        const page = await context.newPage();
        await page.goto(`${served.address}#/playground?${link}&seed=${seed}&speed=max`);
        await countsOn(page).waitFor();
        seconds.push(await secondsToLearn(page, bounds));
        await page.close();
      }
      const worst = Math.max(...seconds);
      rows.push({
        what: `${what} in the page, until ${100 * bounds.training} % and ${100 * bounds.heldOut} % held out`,
        measured: `median ${median(seconds).toFixed(1)} s`,
        against: `worst of ${SEEDS.length} seeds ${worst.toFixed(1)} s`,
        ratio: '',
        goal: `≤ ${MOST_SECONDS} s`,
        met: median(seconds) <= MOST_SECONDS,
      });
    }
    return {
      rows,
      notes: [`exercises: seeds ${SEEDS.join(', ')}, GRU 48, as a person sees it at full speed`],
    };
  } finally {
    await browser.close();
    await served.close();
  }
}
