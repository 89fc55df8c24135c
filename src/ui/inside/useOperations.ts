import { useMemo } from 'react';
import type { Operation } from '../../engine/operation.ts';
import { operationsAt } from '../../engine/operations.ts';
import type { Run } from '../../state/run.ts';
import { endBefore, isAnswering, targetAt } from '../../tasks/task.ts';
import { useRun } from '../context.ts';

export interface RunInSight extends Pick<Run, 'task' | 'model' | 'parameters'> {
  readonly snapshot: Pick<Run['snapshot'], 'trace' | 'ablation'>;
}

/** The operations of a timestep at the update that is shown. */
export function operationsOfRun(
  { task, model, parameters, snapshot: { trace, ablation } }: RunInSight,
  timestep: number,
): readonly Operation[] {
  const input = task.example.inputs[timestep];
  const isSaying = isAnswering(task, timestep) && endBefore(task, trace, timestep) === null;
  return operationsAt({
    model,
    parameters,
    trace,
    ablation,
    timestep,
    target: targetAt(task, timestep),
    dense: input instanceof Float64Array ? input : null,
    decoderFrom: task.example.decoderFrom,
  }).filter(({ layer }) => layer !== null || isSaying);
}

/** The operations of any timestep at the update that is shown, listed for the timesteps that are looked at. */
export function useOperations(): (timestep: number) => readonly Operation[] {
  const task = useRun((run) => run.task);
  const model = useRun((run) => run.model);
  const parameters = useRun((run) => run.parameters);
  const { trace, ablation } = useRun((run) => run.snapshot);
  return useMemo(() => {
    const known = new Map<number, readonly Operation[]>();
    return (wanted) => {
      // Another text may have come that is shorter.
      const timestep = Math.min(wanted, trace.timesteps - 1);
      const operations =
        known.get(timestep) ??
        operationsOfRun({ task, model, parameters, snapshot: { trace, ablation } }, timestep);
      known.set(timestep, operations);
      return operations;
    };
  }, [model, parameters, trace, ablation, task]);
}
