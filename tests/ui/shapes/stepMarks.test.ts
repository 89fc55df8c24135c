import { describe, expect, it } from 'vitest';
import type { Trace } from '../../../src/engine/index.ts';
import type { Task } from '../../../src/tasks/task.ts';
import { readMark, saidMark } from '../../../src/ui/shapes/stepMarks.ts';

/** A decoder that says “one ■ one one”. */
const task: Task = {
  example: {
    inputs: [0, 2, { offset: 0 }, { offset: 0 }, { offset: 0 }],
    targets: [null, 0, 0, 0, null],
    decoderFrom: 1,
  },
  picture: null,
  inputNames: ['1'],
  decoderNames: ['one', '■', '▶'],
  outputNames: ['one', '■'],
  answerFrom: 1,
  stop: 1,
};
const trace = {
  timesteps: 5,
  inputs: Int32Array.of(0, 2, 0, 1, 0),
  logits: Float64Array.of(0, 0, 1, 0, 0, 1, 1, 0, 1, 0),
} as Partial<Trace> as Trace;

describe('the marks of a step', () => {
  it('say nothing after the end of the answer, which is wrong where it should have gone on', () => {
    const said = [0, 1, 2, 3, 4].map((t) => saidMark(task, trace, t, task.outputNames));
    expect(said).toEqual([
      null,
      { name: 'one', isRight: true, wanted: null },
      { name: '■', isRight: false, wanted: 'one' },
      { name: '–', isRight: false, wanted: 'one' },
      null,
    ]);
  });

  it('read nothing after it either', () => {
    const read = [0, 1, 2, 3, 4].map((t) => readMark(task, trace, t).kind);
    expect(read).toEqual(['name', 'name', 'own', 'nothing', 'nothing']);
  });
});
