import type { Messages } from './en.ts';

/** Korean, written for itself and not translated word by word; same keys as English. */
export const ko: Messages = {
  shell: {},
  notices: {},
  controls: {},
  network: {},
  hiddenState: {},
  weights: {},
  learning: {},
};
