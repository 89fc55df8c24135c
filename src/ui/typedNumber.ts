/** Numbers as people type them, and the steps of the arrow keys. */
import { isWithinLimits, LIMITS, type LimitedField } from '../state/config.ts';

const DECIMAL = /^[+-]?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d+)?$/i;

/** 1,000 is a thousand to some and one to others. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** The value of what was typed for `field` (decimal point or comma, exponent), or null where it may not be used. */
export function typedNumber(field: LimitedField, text: string): number | null {
  const plain = text.normalize('NFKC').trim().replace('−', '-');
  if (!DECIMAL.test(plain) || AMBIGUOUS.test(plain)) return null;
  if (LIMITS[field].integer && plain.includes(',')) return null;
  const value = Number(plain.replace(',', '.'));
  return isWithinLimits(field, value) ? value : null;
}

/** One up or down: whole numbers by 1, the rest along 1, 2, 5, 10, 20, 50 …; never out of the limits. */
export function steppedNumber(field: LimitedField, value: number, direction: 1 | -1): number {
  const { min, max, integer } = LIMITS[field];
  const next = integer ? value + direction : nextRoundNumber(value, direction);
  return Math.min(max, Math.max(min, next));
}

function nextRoundNumber(value: number, direction: 1 | -1): number {
  const exponent = Math.floor(Math.log10(value));
  const around = [exponent - 1, exponent, exponent + 1].flatMap((power) =>
    [1, 2, 5].map((digit) => Number(`${digit}e${power}`)),
  );
  const next =
    direction > 0
      ? around.find((candidate) => candidate > value)
      : around.findLast((candidate) => candidate < value);
  return next ?? value;
}
