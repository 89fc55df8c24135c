/** Takes a picture of the built app in a chosen state; `npm run screenshot -- --help` lists the choices. */
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { serveBuiltApp } from '../e2e/builtApp.ts';
import { launchArguments } from './findBrowser.ts';
import { provideBrowser } from './provideBrowser.ts';

const HELP = `npm run screenshot -- [options]
  --out FILE           where to (default .github/screenshot.png)
  --width N --height N size of the window (default 1440 × 900)
  --scale N            device pixels per pixel (default 1)
  --theme light|dark   as the system asks for (default light)
  --lang en|ko         the browser's language (default en)
  --hash '#/…'         what follows the address (default the lecture's moment: hello at 75 %)
  --url ADDRESS        a server that runs already, such as npm run dev's, instead of a new build
  --train-updates N    presses +10 and +1 until N updates are done (default 0)
  --click SELECTOR     clicks, in order, may be given more than once: 'role=button[name="Train"]'
  --keys A,B           presses keys: ArrowRight,ArrowRight
  --wait MS            waits before the picture (default 0)
  --full               the whole page, not only the window
  --reduced-motion     as for a person who asked for less movement`;

const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: '.github/screenshot.png' },
    width: { type: 'string', default: '1440' },
    height: { type: 'string', default: '900' },
    scale: { type: 'string', default: '1' },
    theme: { type: 'string', default: 'light' },
    lang: { type: 'string', default: 'en' },
    hash: { type: 'string', default: '#/playground?update=30&t=3' },
    url: { type: 'string' },
    'train-updates': { type: 'string', default: '0' },
    click: { type: 'string', multiple: true, default: [] },
    keys: { type: 'string', default: '' },
    wait: { type: 'string', default: '0' },
    full: { type: 'boolean', default: false },
    'reduced-motion': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** Presses the page's own buttons, so the picture is one that a person can reach. */
async function train(page: Page, updates: number): Promise<void> {
  for (let done = 0; done < updates; ) {
    const step = updates - done >= 10 ? 10 : 1;
    await page.getByRole('button', { name: `+${step}`, exact: true }).click();
    done += step;
    await page
      .getByRole('status')
      .filter({ hasText: new RegExp(`(?<![0-9.,])${done}(?![0-9.,%])`) })
      .first()
      .waitFor({ timeout: 10_000 });
  }
}

async function takePicture(): Promise<void> {
  const executablePath = provideBrowser();
  const app = options.url === undefined ? await serveBuiltApp() : undefined;
  const browser = await chromium.launch({ executablePath, args: launchArguments() });
  try {
    const page = await browser.newPage({
      viewport: { width: Number(options.width), height: Number(options.height) },
      deviceScaleFactor: Number(options.scale),
      colorScheme: options.theme === 'dark' ? 'dark' : 'light',
      locale: options.lang === 'ko' ? 'ko-KR' : 'en-US',
      reducedMotion: options['reduced-motion'] ? 'reduce' : 'no-preference',
    });
    page.on('console', (message) => console.log(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => console.log(error.stack ?? error.message));
    page.setDefaultTimeout(10_000);
    await page.goto(`${app?.address ?? options.url}${options.hash}`, { waitUntil: 'networkidle' });
    await page.locator('main[aria-busy=false]').waitFor();
    // The picture of a replay under way would not be the one of the link.
    await page.waitForFunction(() => !document.body.textContent?.includes('≈'));
    await train(page, Number(options['train-updates']));
    for (const selector of options.click) await page.click(selector);
    for (const key of options.keys.split(',').filter(Boolean)) await page.keyboard.press(key);
    await page.waitForTimeout(Number(options.wait));
    const path = resolve(options.out);
    await mkdir(dirname(path), { recursive: true });
    await page.screenshot({ path, fullPage: options.full });
    console.log(path);
  } finally {
    await browser.close();
    await app?.close();
  }
}

if (options.help) console.log(HELP);
else await takePicture();
