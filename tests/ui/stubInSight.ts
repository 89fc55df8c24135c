import { act } from '@testing-library/react';
import { vi } from 'vitest';

type Report = (entries: readonly { readonly intersectionRatio: number }[]) => void;

/** jsdom shows nothing: what is returned says which share of all observed elements is in sight, which is 1 at first. */
export function stubInSight(): (share: number) => void {
  const observers = new Set<Report>();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly #report: Report;
      constructor(report: Report) {
        this.#report = report;
      }
      observe() {
        observers.add(this.#report);
        this.#report([{ intersectionRatio: 1 }]);
      }
      disconnect() {
        observers.delete(this.#report);
      }
    },
  );
  return (share) =>
    act(() => {
      for (const report of observers) report([{ intersectionRatio: share }]);
    });
}
