import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './page.ts';
import { eventually, playground } from './playground.ts';

test('the cell decides how many parameters there are to learn', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  // Per gate W_xh (3·4), W_hh (3·3) and two biases (3 + 3); the decoder has 4·3 + 4.
  for (const [cell, gates] of [
    ['LSTM', 4],
    ['GRU', 3],
    ['RNN', 1],
  ] as const) {
    await app.radio(cell).check();
    await eventually(() => parameters(page)).toBe(gates * 27 + 16);
  }
});

test('hidden units and layers are set by keyboard and by value', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  await app.slider('Hidden units').press('ArrowRight');
  await eventually(() => app.summary('Hidden state')).toMatch(/^4 units over 4 timesteps/);
  await app.slider('Hidden units').fill('12');
  await eventually(() => app.summary('Hidden state')).toMatch(/^12 units/);
  await app.field('Exact number of units').fill('5');
  await eventually(() => app.summary('Hidden state')).toMatch(/^5 units/);
  await expect(app.slider('Hidden units').inputValue()).resolves.toBe('5');

  await app.slider('Layers').press('ArrowRight');
  await eventually(() => app.summary('Weights')).toMatch(/^5 matrices/);
  await app.slider('Layers').fill('3');
  await eventually(() => app.summary('Weights')).toMatch(/^7 matrices/);
});

test('optimizer, seed, clipping and learning rate each change the course of training', async ({ open }) => {
  const page = await open();
  const app = playground(page);
  const clipping = page.getByRole('checkbox', { name: 'Clip gradients at', exact: true });
  const weightsAfterTen = async () => {
    await eventually(app.update).toBe(0);
    await app.button('+10').click();
    await eventually(app.update).toBe(10);
    return JSON.stringify(await app.numbers('Weights'));
  };
  const courses = [await weightsAfterTen()];
  const choices = [
    () => page.getByRole('combobox', { name: 'Optimizer', exact: true }).selectOption('sgd'),
    () => app.field('Seed').fill('2'),
    () => clipping.check(),
    () => app.field('Clip gradients at').fill('0.1'),
  ];
  for (const choose of choices) {
    await choose();
    courses.push(await weightsAfterTen());
  }
  await app.button('Reset').click();
  await eventually(app.update).toBe(0);
  await app.field('Learning rate').fill('0.2');
  await eventually(() => page.url()).toContain('lr=0.2');
  courses.push(await weightsAfterTen());
  // A bound of 1 does not touch these small gradients; all other choices make a difference.
  expect(new Set(courses).size).toBeGreaterThanOrEqual(choices.length + 1);
});

test('what is out of range or empty is marked, and the last valid value stays in force', async ({ open }) => {
  const page = await open({ hash: '#/playground?seed=1' });
  const app = playground(page);
  await app.button('+1').click();
  await eventually(() => page.url()).toContain('update=1');
  const address = page.url();
  for (const [name, inForce, refused] of [
    ['Learning rate', '0.01', ['', '5000', '-1', 'fast']],
    ['Seed', '1', ['', '1.5', '4294967296']],
    ['Exact number of units', '3', ['', '0', '513']],
  ] as const) {
    const field = app.field(name);
    for (const text of refused) {
      await field.fill(text);
      await field.press('Enter');
      await eventually(() => field.getAttribute('aria-invalid')).toBe('true');
      const id = await field.getAttribute('aria-describedby');
      expect(await page.locator(`[id="${id}"]`).innerText()).toContain(`Still using ${inForce}.`);
    }
    await field.press('Escape');
    await expect(field.inputValue()).resolves.toBe(inForce);
    expect(await field.getAttribute('aria-invalid')).toBe('false');
  }
  expect(await app.update()).toBe(1);
  expect(page.url()).toBe(address);
});

test('a learning rate that blows up stops with a sentence, finite numbers stay, reset recovers', async ({
  open,
}) => {
  const hash = '#/playground?nonlinearity=relu&hidden=32&layers=3&optimizer=sgd&lr=1000&speed=max';
  const app = playground(await open({ hash }));
  await app.button('Train').click();
  await eventually(app.alerts).toContainEqual(
    expect.stringMatching(/Training stopped at update \d+: .*\. To go on, lower the learning rate\./),
  );
  const [, stoppedAt] = /at update (\d+):/.exec((await app.alerts()).join()) ?? [];
  // What is seen is the last good update.
  expect(await app.updatesOnScreen()).toEqual(Array(4).fill(Number(stoppedAt) - 1));
  expect(JSON.stringify(await app.everyNumber())).not.toMatch(/NaN|∞|Infinity/);
  await expect(app.button('Train').getAttribute('aria-disabled')).resolves.toBe('true');

  await app.button('Reset').click();
  await eventually(app.alerts).toEqual([]);
  expect(await app.update()).toBe(0);
  await app.field('Learning rate').fill('0.01');
  await app.field('Learning rate').press('Enter');
  await app.button('+10').click();
  await eventually(app.update).toBe(10);
  expect(await app.alerts()).toEqual([]);
});

test.for([1440, 1024])(
  'at a width of %i nothing in the learning panel moves for a sentence or a long number',
  async (width, { open }) => {
    const placeOf = async (hash: string, name: 'Loss and accuracy' | 'Hidden state') => {
      const page = await open({ hash, width });
      const app = playground(page);
      return { app, top: async () => (await app.figure(name).boundingBox())?.y ?? 0 };
    };
    const few = await placeOf('#/playground', 'Loss and accuracy');
    const many = await placeOf('#/playground?update=123456&hidden=2', 'Loss and accuracy');
    await eventually(many.app.update).toBe(123_456);
    expect(await many.top()).toBe(await few.top());

    const { app, top } = await placeOf('#/playground?lr=100', 'Hidden state');
    const before = await top();
    await app.button('Train').click();
    await eventually(app.alerts).toContainEqual(expect.stringMatching(/Training stopped/));
    // Fonts differ in width: one line more is borne.
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(20);
  },
);

async function parameters(page: Page): Promise<number> {
  return Number.parseInt(await page.getByText('parameters to learn').innerText(), 10);
}
