/** Which steps of a shape have an input and which a target, as the lecture draws it. */
import type { TaskKind } from '../../state/config.ts';

export interface Scheme {
  readonly reads: readonly boolean[];
  readonly says: readonly boolean[];
  readonly isRecurrent: boolean;
}

const every = [true, true, true];

export const SCHEMES: Readonly<Record<TaskKind, Scheme>> = {
  text: { reads: [true], says: [true], isRecurrent: false },
  captions: { reads: [true, false, false], says: every, isRecurrent: true },
  feelings: { reads: every, says: [false, false, true], isRecurrent: true },
  numbers: {
    reads: [true, true, false, false],
    says: [false, false, true, true],
    isRecurrent: true,
  },
  motion: { reads: every, says: every, isRecurrent: true },
};
