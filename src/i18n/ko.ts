import type { Messages } from './en.ts';

/** Korean, written for itself and not translated word by word; same keys as English. */
export const ko: Messages = {
  shell: {
    numbersOf: (figure) => `${figure}: 숫자를 표로 보기`,
    firstRows: (shown, all) => `(${all}행 가운데 앞의 ${shown}행)`,
  },
  notices: {},
  controls: {},
  network: {},
  hiddenState: {},
  weights: {},
  learning: {},
};
