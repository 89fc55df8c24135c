/** The app as a person works it: by its accessible names. */
import type { CDPSession, Page } from 'playwright-core';
import { type Heaps, watchHeaps } from './heap.ts';

export interface Smoothness {
  readonly framesPerSecond: number;
  /** Milliseconds; 0 when no task took 50 ms or more. */
  readonly longestTask: number;
}

export class App {
  readonly #page: Page;
  readonly #devtools: CDPSession;

  private constructor(page: Page, devtools: CDPSession) {
    this.#page = page;
    this.#devtools = devtools;
  }

  /** Opens the app and waits for its first picture. */
  static async open(page: Page, address: string): Promise<App> {
    await page.goto(address);
    await page.getByRole('figure', { name: 'Unrolled network' }).waitFor();
    return new App(page, await page.context().newCDPSession(page));
  }

  async type(text: string): Promise<void> {
    await this.#page.getByRole('textbox', { name: 'Training text' }).fill(text);
  }

  async choose(cell: 'RNN' | 'LSTM' | 'GRU', hiddenUnits: number): Promise<void> {
    // With the keyboard: a new text moves what is below it.
    await this.#page.getByRole('radio', { name: cell, exact: true }).press(' ');
    await this.#page.getByRole('slider', { name: 'Hidden units' }).fill(String(hiddenUnits));
  }

  async trainFlatOut(): Promise<void> {
    await this.#page.getByRole('slider', { name: 'Speed' }).press('End');
    await this.#page.getByRole('button', { name: 'Train', exact: true }).click();
    await this.#page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  }

  async pause(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Pause', exact: true }).click();
    await this.#page.getByRole('button', { name: 'Train', exact: true }).waitFor();
  }

  /** The next update that the status "Update" comes to show, and when (ms): what stands there already is older. */
  async #shownUpdate(): Promise<{ update: number; time: number }> {
    const status = this.#page.getByRole('status', { name: 'Update', exact: true });
    const { text, time } = await status.evaluate(
      (element) =>
        new Promise<{ text: string; time: number }>((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            resolve({ text: element.textContent ?? '', time: performance.now() });
          });
          observer.observe(element, { subtree: true, childList: true, characterData: true });
        }),
    );
    const digits = text.replace(/\D/g, '');
    if (digits === '') throw new Error(`the status "Update" reads ${text}`);
    return { update: Number(digits), time };
  }

  /** Updates per second by what the page shows, while it trains. */
  async updatesPerSecond(milliseconds: number): Promise<number> {
    const start = await this.#shownUpdate();
    await this.#page.waitForTimeout(milliseconds);
    const end = await this.#shownUpdate();
    return ((end.update - start.update) / (end.time - start.time)) * 1000;
  }

  /** Frames and long tasks of the page's own thread. */
  smoothness(milliseconds: number): Promise<Smoothness> {
    // No named function inside: tsx would wrap it in a call of its own, which the page does not have.
    return this.#page.evaluate(async (duration) => {
      const tasks = [0];
      const observer = new PerformanceObserver((list) => {
        tasks.push(...list.getEntries().map((task) => task.duration));
      });
      observer.observe({ type: 'longtask' });
      const start = await new Promise<number>(requestAnimationFrame);
      let now = start;
      let frames = 0;
      while (now - start < duration) {
        now = await new Promise<number>(requestAnimationFrame);
        frames++;
      }
      tasks.push(...observer.takeRecords().map((task) => task.duration));
      observer.disconnect();
      return { framesPerSecond: (frames / (now - start)) * 1000, longestTask: Math.max(...tasks) };
    }, milliseconds);
  }

  /** 1 is full speed, 4 a processor a quarter as fast. */
  async slowProcessor(factor: number): Promise<void> {
    await this.#devtools.send('Emulation.setCPUThrottlingRate', { rate: factor });
  }

  watchHeaps(): Promise<() => Promise<Heaps>> {
    return watchHeaps(this.#devtools);
  }
}
