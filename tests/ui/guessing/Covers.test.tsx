import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NetworkFigure } from '../../../src/ui/NetworkFigure.tsx';
import { stubSize } from '../stubSize.ts';
import { trainedPage } from '../trainedPage.tsx';

beforeEach(() => {
  stubSize(800, 600);
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** What a person finds, selects or has read out to them. */
const columns = () =>
  Array.from(document.querySelectorAll('svg[data-timestep]'), ({ textContent }) => textContent ?? '');

it('nothing of what has to be guessed is written under the covers, and all of it once they are lifted', async () => {
  const page = trainedPage(<NetworkFigure />, {}, { guessing: true });
  expect(await screen.findAllByText('?')).toHaveLength(4);
  expect(columns()).toHaveLength(4);
  for (const text of columns()) expect(text).not.toMatch(/[✓✗%]/);
  page.unmount();
  trainedPage(<NetworkFigure />);
  for (const text of columns()) expect(text).toMatch(/[✓✗]/);
});
