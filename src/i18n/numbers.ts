const digits = new Intl.NumberFormat('en', { maximumFractionDigits: 20 });
const twoDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** A number within a sentence of either language: 1,234, −5 or 0.000001. */
export const grouped = (number: number) => digits.format(number).replace('-', '−');

/** A number rounded to two significant digits: 22,000. */
export const roughly = (number: number) => twoDigits.format(number);
