/** Before the end-to-end tests, once: the app is built and served, and one browser is started for all files. */
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { launchArguments } from '../browser/findBrowser.ts';
import { provideBrowser } from '../browser/provideBrowser.ts';
import { serveBuiltApp } from './builtApp.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served. */
    address: string;
    /** Where to connect to the running browser. */
    browserEndpoint: string;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const [app, browser] = await Promise.all([
    serveBuiltApp(),
    chromium.launchServer({ executablePath: provideBrowser(), args: launchArguments() }),
  ]);
  project.provide('address', app.address);
  project.provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await app.close();
  };
}
