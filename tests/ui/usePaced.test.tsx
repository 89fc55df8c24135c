import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { usePaced } from '../../src/ui/usePaced.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const follow = (milliseconds: number) =>
  renderHook(({ value }) => usePaced(value, milliseconds), { initialProps: { value: 0 } });

it('a change after a quiet time is taken at once', () => {
  const { result, rerender } = follow(200);
  rerender({ value: 1 });
  expect(result.current).toBe(1);
});

it('of many changes few are taken, and the last one always', () => {
  const { result, rerender } = follow(200);
  const taken = new Set<number>();
  for (let value = 1; value <= 50; value++) {
    rerender({ value });
    act(() => vi.advanceTimersByTime(10));
    taken.add(result.current);
  }
  expect(taken.size).toBeLessThan(6);
  act(() => vi.advanceTimersByTime(200));
  expect(result.current).toBe(50);
});

it('nothing is taken after the end', () => {
  const { rerender, unmount } = follow(200);
  rerender({ value: 1 });
  rerender({ value: 2 });
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});
