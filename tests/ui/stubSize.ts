import { vi } from 'vitest';

/** Gives every element a size: jsdom measures nothing and has no ResizeObserver. Returns what changes it later. */
export function stubSize(width: number, height: number): (width: number, height: number) => void {
  let size = { width, height };
  const observers = new Set<() => void>();
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => size.width);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockImplementation(() => size.height);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #report: () => void;
      constructor(report: () => void) {
        this.#report = report;
      }
      observe() {
        observers.add(this.#report);
      }
      unobserve() {}
      disconnect() {
        observers.delete(this.#report);
      }
    },
  );
  return (newWidth, newHeight) => {
    size = { width: newWidth, height: newHeight };
    for (const report of observers) report();
  };
}
