/**
 * How long a link takes to its complete picture on the screen, in a browser that has not seen the page before.
 *
 * Seen as a person sees it: in a window that is there already, since a new one is busy with the browser's own pages for
 * two seconds, and with no developer tools attached that ask for a stack trace of every request, as Playwright's pages
 * have them. Hence the bare protocol.
 */
import type { Browser, CDPSession } from 'playwright-core';
import { median } from './measure.ts';
import type { Row } from './report.ts';

const ROUNDS = 9;
const GOAL = 1000;
const SETTLED_AFTER = 3000;
const GIVEN_UP_AFTER = 30_000;
const LOOK_EVERY = 500;

const LINKS = [
  { what: 'hello', hash: '' },
  { what: 'hello at update 60, with an intervention', hash: '#/playground?update=60&do=20:lr:0.05' },
  { what: 'the five shapes, trained', hash: '#/shapes' },
  { what: 'RNN, GRU and LSTM', hash: '#/cells' },
] as const;

/** Marks when figures are there and nothing about them is being prepared: the task after the frame that draws it. */
const MARK_COMPLETE = `new MutationObserver((_, watch) => {
  const isDrawn = document.querySelector('main figure') !== null;
  if (!isDrawn || document.querySelector('[aria-busy="true"]') !== null) return;
  watch.disconnect();
  requestAnimationFrame(() => setTimeout(() => performance.mark('complete')));
}).observe(document, { subtree: true, childList: true, attributes: true })`;

/** In ms since the navigation; 0 while it is not complete. */
const READ_COMPLETE = `(() => {
  const [complete] = performance.getEntriesByName('complete');
  const [painted] = performance.getEntriesByName('first-contentful-paint');
  return complete && painted ? Math.max(complete.startTime, painted.startTime) : 0;
})()`;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

type Send = (method: string, params?: object) => Promise<{ readonly result?: { readonly value?: unknown } }>;

/** Speaks to a target that Playwright does not know. */
async function attach(browser: CDPSession, targetId: string): Promise<Send> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (answer: { result?: never; error?: { message: string } }) => void>();
  browser.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const answer = JSON.parse(event.message);
    waiting.get(answer.id)?.(answer);
  });
  let last = 0;
  return async (method, params = {}) => {
    const id = ++last;
    const answered = new Promise<{ result?: never; error?: { message: string } }>((resolve) => {
      waiting.set(id, resolve);
    });
    await browser.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    const { result, error } = await answered;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  };
}

/** From the navigation until the picture is complete, in ms. */
async function openingTime(browser: CDPSession, url: string): Promise<number> {
  const { browserContextId } = await browser.send('Target.createBrowserContext');
  const { targetId } = await browser.send('Target.createTarget', {
    url: 'about:blank',
    browserContextId,
    width: 1440,
    height: 900,
  });
  try {
    const send = await attach(browser, targetId);
    await send('Page.enable');
    await send('Page.addScriptToEvaluateOnNewDocument', { source: MARK_COMPLETE });
    await pause(SETTLED_AFTER);
    await send('Page.navigate', { url });
    for (let waited = 0; waited < GIVEN_UP_AFTER; waited += LOOK_EVERY) {
      // Looked at seldom: looking takes time from what is measured.
      await pause(LOOK_EVERY);
      const { result } = await send('Runtime.evaluate', { expression: READ_COMPLETE });
      if (typeof result?.value === 'number' && result.value > 0) return result.value;
    }
    throw new Error(`${url} was not complete after ${GIVEN_UP_AFTER} ms`);
  } finally {
    await browser.send('Target.disposeBrowserContext', { browserContextId });
  }
}

export async function openingRows(browser: Browser, address: string): Promise<Row[]> {
  const session = await browser.newBrowserCDPSession();
  const rows: Row[] = [];
  for (const { what, hash } of LINKS) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      times.push(await openingTime(session, address + hash));
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
  await session.detach();
  return rows;
}
