import { useEffect, useMemo } from 'react';
import {
  contributionSize,
  listParameters,
  type ParameterChoice,
  type StepWindow,
  windowAround,
} from '../../layout/reach.ts';
import { useActions, useRun, useView } from '../context.ts';

/**
 * Asks the worker for the losses of `shown`, for the gates and for what the timesteps around the selected one give to
 * a matrix, as long as the panel is open. Returns that matrix.
 */
export function useReachSight(shown: StepWindow, view: number): ParameterChoice {
  const { want } = useActions();
  const model = useRun((run) => run.model);
  const timesteps = useRun((run) => run.task.example.inputs.length);
  const selected = useView((state) => state.timestep);
  const choice = useMemo(() => listParameters(model)[view], [model, view]);
  const places = windowAround(Math.min(selected, timesteps - 1), timesteps, contributionSize(choice.map));
  const asked = {
    from: shown.from,
    to: shown.to,
    view: choice.view,
    first: places.from,
    end: places.to,
  };
  useEffect(() => {
    want('reach', {
      gates: true,
      reach: { from: asked.from, to: asked.to },
      contributions: { view: asked.view, from: asked.first, to: asked.end },
    });
  }, [want, asked.from, asked.to, asked.view, asked.first, asked.end]);
  useEffect(() => () => want('reach', null), [want]);
  return choice;
}
