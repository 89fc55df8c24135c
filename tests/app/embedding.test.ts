import { afterEach, describe, expect, it, vi } from 'vitest';
import { announceSize, type FramedWindow, type SizeMessage } from '../../src/app/embedding.ts';

afterEach(() => void vi.useRealTimers());

/** A window whose content has a size that the test sets. */
function createWindow({ isFramed }: { isFramed: boolean }) {
  const size = { width: 800, height: 600 };
  const frame = { height: 300 };
  const listeners = new Set<() => void>();
  const dataset: { framed?: string } = { framed: '' };
  const observers = new Set<() => void>();
  const body = { getBoundingClientRect: () => ({ height: size.height }) };
  class ResizeObserver {
    readonly #callback: () => void;
    constructor(callback: () => void) {
      this.#callback = callback;
    }
    observe(element: object) {
      if (element !== body) return;
      observers.add(this.#callback);
      this.#callback();
    }
    disconnect() {
      observers.delete(this.#callback);
    }
  }
  const framed: { parent: object } & Omit<FramedWindow, 'parent'> = {
    parent: {},
    get innerHeight() {
      return frame.height;
    },
    document: {
      documentElement: {
        dataset,
        get scrollWidth() {
          return size.width;
        },
      },
      body,
    },
    ResizeObserver,
    addEventListener: (_, listener) => listeners.add(listener),
    removeEventListener: (_, listener) => listeners.delete(listener),
    setTimeout: (callback, milliseconds) => Number(setTimeout(callback, milliseconds)),
    clearTimeout: (timer) => clearTimeout(timer),
  };
  if (!isFramed) framed.parent = framed;
  const posted: [SizeMessage, string][] = [];
  return {
    window: framed,
    posted,
    dataset,
    setFrame(height: number) {
      frame.height = height;
      for (const listener of listeners) listener();
    },
    post: (message: SizeMessage, target: string) => posted.push([message, target]),
    resize(width: number, height: number) {
      Object.assign(size, { width, height });
      for (const callback of observers) callback();
    },
  };
}

const sizeOf = (width: number, height: number) => [{ type: 'unrolled:size', width, height }, '*'];

describe('a page in a frame', () => {
  it('tells its size when it is there and whenever it changes, in whole pixels that hold all of it', () => {
    const { window, posted, post, resize } = createWindow({ isFramed: true });
    announceSize(window, post);
    resize(390, 1801.25);
    resize(390, 1801.5);
    resize(390, 400);
    expect(posted).toEqual([sizeOf(800, 600), sizeOf(390, 1802), sizeOf(390, 400)]);
  });

  it('is silent as long as nothing is drawn', () => {
    const { window, posted, post, resize } = createWindow({ isFramed: true });
    resize(800, 0);
    announceSize(window, post);
    expect(posted).toEqual([]);
    resize(800, 600);
    expect(posted).toEqual([sizeOf(800, 600)]);
  });

  it('says to the styles whether the frame holds all of it, once it could follow', () => {
    vi.useFakeTimers();
    const { window, dataset, post, resize, setFrame } = createWindow({ isFramed: true });
    const end = announceSize(window, post);
    vi.runAllTimers();
    expect(dataset.framed).toBe('');
    setFrame(600);
    expect(dataset.framed).toBe('whole');
    resize(800, 900);
    expect(dataset.framed, 'a panel was opened, and the frame follows').toBe('whole');
    setFrame(900);
    vi.runAllTimers();
    expect(dataset.framed).toBe('whole');
    resize(800, 1200);
    vi.runAllTimers();
    expect(dataset.framed, 'the frame does not follow').toBe('');
    end();
    setFrame(2000);
    expect(dataset.framed).toBe('');
  });

  it('is silent once it ended', () => {
    const { window, posted, post, resize } = createWindow({ isFramed: true });
    announceSize(window, post)();
    resize(1, 1);
    expect(posted).toEqual([sizeOf(800, 600)]);
  });
});

it('a page of its own tells nobody', () => {
  const { window, posted, post, resize } = createWindow({ isFramed: false });
  const end = announceSize(window, post);
  resize(1, 1);
  end();
  expect(posted).toEqual([]);
});
