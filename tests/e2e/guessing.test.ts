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
  expect(answers).not.toContain('Target');
  expect(answers).not.toContain('Prediction');
  await page.keyboard.press('Escape');

  // Nor do the figures around it tell what there is to guess.
  const learning = page.getByRole('complementary', { name: 'Learning' });
  expect(await learning.innerText()).not.toMatch(/of 4 letters|nats per letter|All letters right/);
  expect(await app.summary('Loss and accuracy')).toContain('Covered');

  const bar = page.getByRole('region', { name: 'Predict first' });
  // Untrained, the network of the first link says o at each step.
  for (const letter of ['o', 'e', 'o', 'o']) {
    await bar.getByRole('button', { name: letter, exact: true }).click();
  }
  await eventually(() => bar.innerText()).toContain('3 of 4 guesses were what the network said');
  // The keyboard is where the answers are: the buttons that had it are gone.
  expect(await bar.getByRole('status').evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await bar.innerText()).toContain('Letters right: you 1, the network 1 of 4');
  expect(await app.summary('Unrolled network')).toContain('predicts o');
  const own = (await app.numbers('Unrolled network')).find(([name]) => name === 'Your guess');
  expect(own?.slice(1)).toEqual(['o', 'e', 'o', 'o']);
  await page.keyboard.press('Escape');

  await app.button('+1').click();
  await eventually(() => app.summary('Unrolled network')).toContain('covered until you have guessed');
  await eventually(() => bar.innerText()).toContain('Step 1, after h');
});

test('on a phone the question comes into sight with the network it is about', async ({ open }) => {
  const page = await open({ width: 390, height: 844, touch: true });
  const app = playground(page);
  await app.atRest();
  await app.button('Predict first').tap();
  const choice = page
    .getByRole('region', { name: 'Predict first' })
    .getByRole('button', { name: 'o', exact: true });
  const places = () =>
    Promise.all(
      [choice, page.getByRole('button', { name: 'Train', exact: true })].map((each) => each.boundingBox()),
    );
  await eventually(async () => {
    const [answer, bar] = await places();
    return answer !== null && bar !== null && answer.y > 844 / 2 && answer.y + answer.height <= bar.y;
  }).toBe(true);
});
