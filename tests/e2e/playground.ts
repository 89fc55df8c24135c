/** The playground as a person meets it: found by accessible names, read as text. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Figures that say in their summary to which update they belong. */
const DATED = ['Unrolled network', 'Loss and accuracy', 'Weights'] as const;

/** Figures of the panels that are opened below the network. */
export type PanelFigure = `Inside step ${number}` | 'How far the error reaches back' | 'The state as a place';

export type FigureName = (typeof DATED)[number] | 'Hidden state' | PanelFigure;

/** Waits until it is so, for as long as a busy machine may need. */
export function eventually<Value>(read: () => Value | Promise<Value>) {
  return expect.poll(read, { timeout: 10_000 });
}

export function playground(page: Page) {
  const named = (role: Parameters<Page['getByRole']>[0], name: string) =>
    page.getByRole(role, { name, exact: true });
  const status = (name: string) => async () => (await named('status', name).innerText()).replace(/\s+/g, ' ');
  const figure = (name: FigureName) => named('figure', name);
  const table = async (name: FigureName) => {
    const opener = page.getByRole('button', { name: `${name}: the numbers as a table` });
    if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click();
    return figure(name).getByRole('table');
  };
  return {
    text: named('textbox', 'Training text'),
    button: (name: string) => named('button', name),
    radio: (name: string) => named('radio', name),
    slider: (name: string) => named('slider', name),
    field: (name: string) => named('spinbutton', name),
    figure,
    /** Sentences that the page owes to the person. */
    alerts: async () => (await page.getByRole('alert').allInnerTexts()).filter((sentence) => sentence !== ''),
    update: async () => Number(await named('status', 'Update').textContent()),
    accuracy: status('Accuracy'),
    step: status('Selected step'),
    async summary(name: FigureName): Promise<string> {
      const id = await figure(name).getAttribute('aria-describedby');
      return page.locator(`[id="${id}"]`).innerText();
    },
    /** The cells of a figure's table, row by row. */
    async numbers(name: FigureName): Promise<string[][]> {
      return readRows(await table(name));
    },
    /** Opens or closes a panel by its button. */
    async panel(button: string, name: PanelFigure, state: 'open' | 'closed'): Promise<void> {
      await named('button', button).click();
      await figure(name).waitFor({ state: state === 'open' ? 'visible' : 'detached' });
    },
    /** The link to what is on the screen, once it says so. */
    async linkWith(panel: string): Promise<string> {
      await page.waitForURL((url) => new RegExp(`[?&]open=[^&]*${panel}`).test(url.hash));
      return new URL(page.url()).hash;
    },
    /** The letters that are read, in the order of the timesteps, as far as the table shows them. */
    async letters(): Promise<string[]> {
      const [head] = await readRows(await table('Unrolled network'));
      return head.slice(1).map((cell) => cell.replace(/^\d+: /, ''));
    },
    /** Activations and weights: all that a link has to bring back. */
    async everyNumber() {
      return {
        network: await readRows(await table('Unrolled network')),
        weights: await readRows(await table('Weights')),
      };
    },
    /** The updates to which the counter and the figures belong, all read in the same instant. */
    updatesOnScreen: () => page.evaluate(readUpdates, DATED),
    /** Trained or replayed to the end: nothing is on its way any more. */
    async atRest(): Promise<void> {
      await page.locator('main[aria-busy="false"]').waitFor();
      await named('button', 'Train').waitFor();
      // An order to pause has had its effect: what changes by itself is not read out.
      await named('status', 'Update')
        .and(page.locator('[aria-live="polite"]'))
        .waitFor({ state: 'attached' });
    },
  };
}

/** What the page painted at the next `count` frames cannot be told from what was there before. */
export async function frames(page: Page, count: number): Promise<void> {
  await page.evaluate(async (left) => {
    for (let frame = 0; frame < left; frame++) await new Promise(requestAnimationFrame);
  }, count);
}

function readRows(table: Locator): Promise<string[][]> {
  return table.evaluate((element: HTMLTableElement) =>
    [...element.rows].map((row) => [...row.cells].map((cell) => cell.textContent)),
  );
}

function readUpdates(figures: readonly string[]): number[] {
  const textOf = (id: string | null) => document.getElementById(id ?? '')?.textContent ?? '';
  const named = [...document.querySelectorAll('figure, [role="status"][aria-labelledby]')].map((element) => ({
    name: textOf(element.getAttribute('aria-labelledby')),
    text: element.matches('figure')
      ? (textOf(element.getAttribute('aria-describedby')).match(/update ([\d,]+)/)?.[1] ?? '')
      : (element.textContent ?? ''),
  }));
  return ['Update', ...figures].map((wanted) =>
    Number((named.find(({ name }) => name === wanted)?.text ?? 'NaN').replaceAll(',', '')),
  );
}
