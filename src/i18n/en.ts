/** English. Each section belongs to one part of the page; functions take the live values. */
export const en = {
  shell: {
    numbersOf: (figure: string) => `${figure}: the numbers as a table`,
    firstRows: (shown: number, all: number) => `(the first ${shown} of ${all} rows)`,
  },
  notices: {},
  controls: {},
  network: {},
  hiddenState: {},
  weights: {},
  learning: {},
};

export type Messages = typeof en;
