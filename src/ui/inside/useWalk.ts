/** Going through the operations of a step one by one, and on into the next step. */
import { useEffect, useState } from 'react';
import type { Operation } from '../../engine/operation.ts';
import { partAt } from '../../tasks/task.ts';
import { useApp, useView } from '../context.ts';
import { shortcutOf } from '../shortcuts.ts';
import { lightOfOperation } from './light.ts';

export interface Walk {
  /** Index of the operation just done, or null where all numbers are shown. */
  readonly at: number | null;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  next(): void;
  previous(): void;
  leave(): void;
}

export function useWalk(operations: readonly Operation[], timesteps: number): Walk {
  const { view, run, actions } = useApp();
  const timestep = useView((state) => state.timestep);
  const [wanted, setAt] = useState<number | null>(null);
  const last = operations.length - 1;
  const at = wanted === null ? null : Math.min(wanted, last);
  const isFirst = at === 0 && timestep === 0;
  const isLast = at === last && timestep === timesteps - 1;

  // Steps have the same operations, or those of the output less, so the light of the next step's is known before.
  const go = (index: number | null) => {
    setAt(index);
    const part = partAt(run.getState().task, timestep);
    view.setState(index === null ? { matrix: null, block: null } : lightOfOperation(operations[index], part));
  };
  const next = () => {
    if (at === null) go(0);
    else if (at < last) go(at + 1);
    else if (!isLast) {
      actions.selectTimestep(timestep + 1);
      go(0);
    }
  };
  const previous = () => {
    if (at === null) go(last);
    else if (at > 0) go(at - 1);
    else if (!isFirst) {
      actions.selectTimestep(timestep - 1);
      go(last);
    }
  };
  const leave = () => go(null);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event);
      if (shortcut === 'nextOperation') next();
      else if (shortcut === 'previousOperation') previous();
      else if (event.key === 'Escape' && !event.defaultPrevented && at !== null) leave();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  useEffect(() => () => view.setState({ matrix: null, block: null }), [view]);
  return { at, isFirst, isLast, next, previous, leave };
}
