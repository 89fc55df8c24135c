import { useMemo } from 'react';
import { inputMarks, partAt } from '../../tasks/task.ts';
import { letterMark } from '../../tasks/text.ts';
import { useRun } from '../context.ts';

/** What the numbers of x and of the output are called at a timestep, in writing. */
export interface Marks {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

export function useMarks(timestep: number): Marks {
  const task = useRun((run) => run.task);
  const part = partAt(task, timestep);
  return useMemo(
    () => ({ inputs: inputMarks(task, part), outputs: task.outputNames.map(letterMark) }),
    [task, part],
  );
}
