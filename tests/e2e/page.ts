/** The built app in a real browser. `test` is Vitest's, with `open` added. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';

export interface Visit {
  /** What follows the address: '#/playground?text=hi'. */
  readonly hash?: string;
  /** The browser's language. */
  readonly language?: 'en' | 'ko';
  /** What the system asks for. */
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly reducedMotion?: boolean;
  /** A finger instead of a mouse. */
  readonly touch?: boolean;
  /** A complaint that the test provokes: not a problem, but one if it never comes. */
  readonly provokes?: RegExp;
}

interface Fixtures {
  /** Opens the app as a new visitor: nothing stored, nothing cached. */
  readonly open: (visit?: Visit) => Promise<Page>;
}

let connection: Promise<Browser> | undefined;

function browser(): Promise<Browser> {
  connection ??= chromium.connect(inject('browserEndpoint'));
  return connection;
}

/**
 * A test fails when one of its pages wrote an error or a warning to the console, threw, broke the
 * Content-Security-Policy (Chromium reports that on the console), or asked another origin for anything.
 */
export const test = base.extend<Fixtures>({
  open: async ({ task }, use) => {
    const visits: { page: Page; provokes: RegExp | undefined; problems: string[] }[] = [];
    await use(async (visit = {}) => {
      const page = await newPage(visit);
      visits.push({ page, provokes: visit.provokes, problems: recordProblems(page) });
      await page.goto(`${inject('address')}${visit.hash ?? ''}`, { waitUntil: 'load' });
      // Before there is a picture nobody presses a key.
      await page.locator('main').waitFor();
      return page;
    });
    await Promise.all(visits.map(({ page }) => page.context().close()));
    for (const { provokes, problems } of visits) {
      if (provokes) expect(problems.join('\n')).toMatch(provokes);
      const others = problems.filter((problem) => !provokes?.test(problem));
      expect(others, `problems on the page during "${task.name}"`).toEqual([]);
    }
  },
});

async function newPage(visit: Visit): Promise<Page> {
  const context = await (await browser()).newContext({
    locale: visit.language === 'ko' ? 'ko-KR' : 'en-US',
    colorScheme: visit.theme ?? 'light',
    viewport: { width: visit.width ?? 1440, height: visit.height ?? 900 },
    reducedMotion: visit.reducedMotion ? 'reduce' : 'no-preference',
    hasTouch: visit.touch ?? false,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return page;
}

/** The list grows while the page lives. */
function recordProblems(page: Page): string[] {
  const problems: string[] = [];
  const home = new URL(inject('address')).origin;
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`thrown: ${error.stack ?? error.message}`));
  page.on('crash', () => problems.push('the page crashed'));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (['http:', 'https:'].includes(protocol) && origin !== home) problems.push(`asked ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} for ${response.url()}`);
  });
  return problems;
}
