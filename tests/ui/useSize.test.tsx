import { act, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { useSize } from '../../src/ui/useSize.ts';
import { stubSize } from './stubSize.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function Measured() {
  const ref = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(ref);
  return (
    <div ref={ref} role="img">
      {width} × {height}
    </div>
  );
}

test('an element is measured before anything is painted and again when it changes', () => {
  const resize = stubSize(264, 150);
  render(<Measured />);
  expect(screen.getByRole('img').textContent).toBe('264 × 150');
  act(() => resize(350, 150));
  expect(screen.getByRole('img').textContent).toBe('350 × 150');
});
