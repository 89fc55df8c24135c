import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { AxisLabels } from '../../src/ui/AxisLabels.tsx';

afterEach(cleanup);

it.each([
  { count: 6, length: 54, shown: ['1', '5'] },
  { count: 3, length: 27, shown: ['1', '3'] },
  { count: 4, length: 32, shown: ['1', '4'] },
  { count: 2, length: 14, shown: ['1'] },
  { count: 2, length: 9, shown: ['1'] },
  { count: 6, length: 72, shown: ['1', '2', '3', '4', '5', '6'] },
])('$count labels beside rows of $length pixels are left out where there is no room', (rows) => {
  const labels = Array.from({ length: rows.count }, (_, index) => String(index + 1));
  const { container } = render(
    <AxisLabels along="rows" labels={labels} length={rows.length} spacing={11} largest={11} />,
  );
  const spans = [...container.querySelectorAll('span')];
  expect(spans.map((span) => span.textContent)).toEqual(rows.shown);
  const tops = spans.map((span) => Number.parseFloat(span.style.top));
  for (let index = 1; index < tops.length; index++) {
    expect(tops[index] - tops[index - 1]).toBeGreaterThan(10);
  }
});
