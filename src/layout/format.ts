/** Numbers as they are written on the page: real minus signs, no negative zero. */
import { format } from 'd3-format';

const fixed = [0, 1, 2, 3, 4].map((digits) => format(`.${digits}f`));
const zero = /^−(?=[0.]*$)/;

/** `value` with a fixed number of decimals (0 to 4); values of 1,000 or more shorten to powers (1.2e+4). */
export function formatFixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '–' : value > 0 ? '∞' : '−∞';
  if (Math.abs(value) >= 1000) return scientific(value);
  return fixed[digits](value).replace(zero, '');
}

/** A share from 0 to 1 as a whole percentage without its sign; 100 only where nothing is missing. */
export function formatPercent(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 100 && share < 1) return '99';
  return String(percent);
}

/** A count with thousands separators. */
export const formatCount = format(',');

const scientific = format('.1e');
