import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { placeBeside } from '../../../src/ui/time/placeBeside.ts';

const WINDOW = { width: 1440, height: 900 };
const EDITOR = { width: 260, height: 46 };
/** What a refusal adds to the editor. */
const GROWTH = 66;

beforeEach(() => {
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(WINDOW.width);
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(WINDOW.height);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(EDITOR.width);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(EDITOR.height);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Where the editor is in the window, once it has grown by so much. */
function placed(top: number, height: number, grown = 0) {
  const element = document.createElement('form');
  placeBeside(element, { left: 620, top, width: 44, height }, GROWTH);
  const edge = Number.parseFloat(element.style.top);
  const tall = EDITOR.height + grown;
  const start = element.style.translate ? edge - tall : edge;
  return { top: start, bottom: start + tall };
}

describe('what floats beside a cell', () => {
  it('stands above it, so that labels and reading below it stay in sight', () => {
    expect(placed(724, 78).bottom).toBeLessThan(724);
  });

  it('stays in the window and off its cell when a refusal is added to it', () => {
    for (const top of [40, 90, 130, 400, 724, 800]) {
      const { top: start, bottom } = placed(top, 78, GROWTH);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(WINDOW.height);
      expect(bottom < top || start > top + 78).toBe(true);
    }
  });

  it('stands where there is more room if there is enough on neither side', () => {
    expect(placed(90, 780).bottom).toBeLessThan(90);
    expect(placed(20, 780).top).toBeGreaterThan(800);
  });
});
