/** Numbers as they are written on the page: real minus signs, no negative zero. */
const zero = /^−(?=[0.]*$)/;

/** `value` with a fixed number of decimals (0 to 4); values of 1,000 or more shorten to powers (1.2e+4). */
export function formatFixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '–' : value > 0 ? '∞' : '−∞';
  const text = Math.abs(value) >= 1000 ? value.toExponential(1) : value.toFixed(digits);
  return text.replace(/^-/, '−').replace(zero, '');
}

/** A loss or a norm with three decimals, and 0 only where it is. */
export function formatLoss(value: number): string {
  return value > 0 && value < 0.0005 ? '<0.001' : formatFixed(value, 3);
}

/** A share from 0 to 1 as a whole percentage without its sign; 100 only where nothing is missing, 0 only where nothing is there. */
export function formatPercent(share: number): string {
  if (Number.isNaN(share)) return '–';
  const percent = Math.round(share * 100);
  if (percent === 100 && share < 1) return '99';
  if (percent === 0 && share > 0) return '<1';
  return String(percent);
}

/** Advances as shares of the font size (the widest of the usual UI fonts), and the air a cell keeps, in pixels. */
const ADVANCE = { digit: 0.64, sign: 0.84, point: 0.32 };
const AIR = 3;
const FONT_SIZE = 11;

/** The width of a number, in pixels. */
export function numberWidth(text: string, fontSize: number): number {
  let shares = 0;
  for (const character of text) {
    shares +=
      character === '.'
        ? ADVANCE.point
        : character === '−' || character === '+'
          ? ADVANCE.sign
          : ADVANCE.digit;
  }
  return shares * fontSize;
}

/**
 * `value` with as many decimals (2 at most) as leave a cell of `width` pixels some air. What a cell can hold is
 * judged by −0.00, so that neighbouring cells agree; larger values give decimals up.
 */
export function formatCell(value: number, width: number, fontSize = FONT_SIZE): string {
  return formatFixed(value, cellDecimals(value, width, fontSize));
}

/** The decimals (2 at most) of numbers that stand together: those that the longest of them leaves in its cell. */
export function sharedDecimals(values: Iterable<number>, width: number, fontSize = FONT_SIZE): number {
  const ends = [Math.min(0, ...values), Math.max(0, ...values)];
  return Math.min(...ends.map((value) => cellDecimals(value, width, fontSize)));
}

function cellDecimals(value: number, width: number, fontSize: number): number {
  const fits = (text: string) => numberWidth(text, fontSize) <= width - AIR;
  return [2, 1].find((digits) => fits(`−${formatFixed(0, digits)}`) && fits(formatFixed(value, digits))) ?? 0;
}
