import { grouped } from './numbers.ts';

const en = {
  firstRows: (shown: number, all: number) => `(the first ${grouped(shown)} of ${grouped(all)} rows)`,
  earlier: 'Earlier steps',
  later: 'Later steps',
  /** Said when the table has been turned to them. */
  steps: (first: number, last: number, all: number) =>
    `Steps ${grouped(first)} to ${grouped(last)} of ${grouped(all)}`,
};

const ko: typeof en = {
  firstRows: (shown, all) => `(${grouped(all)}행 중 앞 ${grouped(shown)}행)`,
  earlier: '앞 시점들',
  later: '뒤 시점들',
  steps: (first, last, all) => `시점 ${grouped(all)}개 중 ${grouped(first)}–${grouped(last)}`,
};

/** Of the numbers of a figure as a table; loaded with it. */
export const numberTable = { en, ko };
