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

/** The advance of one digit at the size of the digits in cells, in pixels (the widest of the usual UI fonts). */
const DIGIT_WIDTH = 7;

/**
 * `value` with as many decimals (2 at most) as leave a cell of `width` pixels some air. What a cell can hold is
 * judged by −0.00, so that neighbouring cells agree; larger values give decimals up.
 */
export function formatCell(value: number, width: number): string {
  const fits = (text: string) => text.length * DIGIT_WIDTH <= width - 4;
  const decimals = ['−0.00', '−0.0', '−0'].findIndex(fits);
  const candidates = [2, 1, 0].slice(Math.max(0, decimals)).map((digits) => formatFixed(value, digits));
  return candidates.find(fits) ?? candidates[candidates.length - 1];
}
