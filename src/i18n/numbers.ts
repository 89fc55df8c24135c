/** Numbers within sentences of either language. */

/** Made when first asked for: a browser takes 30 ms for its first one, longer than for the rest of a module. */
let fractions: Intl.NumberFormat | undefined;
let twoDigits: Intl.NumberFormat | undefined;

/** 1,234, −5 or 0.000001. */
export function grouped(number: number): string {
  return inEnglish(number).replace('-', '−');
}

function inEnglish(number: number): string {
  if (Number.isInteger(number)) return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
  fractions ??= new Intl.NumberFormat('en', { maximumFractionDigits: 20 });
  return fractions.format(number);
}

/** A number rounded to two significant digits: 22,000. */
export function roughly(number: number): string {
  twoDigits ??= new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });
  return twoDigits.format(number);
}
