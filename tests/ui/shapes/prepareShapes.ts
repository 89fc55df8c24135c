/** What component tests of the five shapes need of a browser, and the time that real labs take. */
import { configure } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { loadExercises } from '../../../src/app/exercises.ts';
import { stubCanvas } from '../heatmapFixture.tsx';
import { stubSize } from '../stubSize.ts';

/** The width of whatever is measured, in CSS pixels. */
export const WIDTH = 300;

/** To be called once in a file, outside of its tests. */
export function prepareShapes(): void {
  // Asking jsdom for the style of every ancestor takes seconds on a whole page.
  configure({ defaultHidden: true });
  vi.setConfig({ testTimeout: 60_000 });
  beforeAll(loadExercises);
  beforeEach(() => {
    stubSize(WIDTH, 600);
    stubCanvas();
    vi.stubGlobal('matchMedia', () => ({
      matches: false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
}
