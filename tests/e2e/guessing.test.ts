import { expect } from 'vitest';
import { test } from './page.ts';
import { eventually, playground } from './playground.ts';

test('predictions are covered until the person has made theirs, and then both are counted', async ({
  open,
}) => {
  const page = await open();
  const app = playground(page);
  await app.button('Predict first').click();
  expect(await app.summary('Unrolled network')).not.toContain('predicts');
  const answers = (await app.numbers('Unrolled network')).map(([name]) => name);
  expect(answers).toContain('Target');
  expect(answers).not.toContain('Prediction');
  await page.keyboard.press('Escape');

  const bar = page.getByRole('region', { name: 'Predict first' });
  // Untrained, the network of the first link says o at each step.
  for (const letter of ['o', 'e', 'o', 'o']) {
    await bar.getByRole('button', { name: letter, exact: true }).click();
  }
  await eventually(() => bar.innerText()).toContain('3 of 4 guesses were what the network said');
  expect(await bar.innerText()).toContain('Letters right: you 1, the network 1 of 4');
  expect(await app.summary('Unrolled network')).toContain('predicts o');

  await app.button('+1').click();
  await eventually(() => app.summary('Unrolled network')).toContain('covered until you have guessed');
});
