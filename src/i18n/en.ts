/** English. Each section belongs to one part of the page; functions take the live values. */
export const en = {
  shell: {},
  notices: {},
  controls: {},
  network: {},
  hiddenState: {},
  weights: {},
  learning: {},
};

export type Messages = typeof en;
