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
  /** Whether the person went there, and not a link. */
  readonly isGoing: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  next(): void;
  previous(): void;
  leave(): void;
}

export interface UseWalkOptions {
  readonly operations: readonly Operation[];
  readonly timesteps: number;
  /** The operation gone to; of a step that has fewer it is the last. */
  readonly wanted: number | null;
  readonly onGo: (at: number | null) => void;
}

export function useWalk({ operations, timesteps, wanted, onGo }: UseWalkOptions): Walk {
  const { view, actions } = useApp();
  const timestep = useView((state) => state.timestep);
  const last = operations.length - 1;
  const at = wanted === null ? null : Math.min(wanted, last);
  const isFirst = at === 0 && timestep === 0;
  const isLast = at === last && timestep === timesteps - 1;

  const [isGoing, setGoing] = useState(false);
  const go = (to: number | null) => {
    setGoing(true);
    onGo(to);
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
  useWalkLight(at === null ? null : operations[at]);
  useEffect(() => () => view.setState({ matrix: null, block: null }), [view]);
  return { at, isGoing, isFirst, isLast, next, previous, leave };
}

/** Lights up in the network what the operation is at work on, as long as it is the one gone to. */
function useWalkLight(operation: Operation | null): void {
  const { view, run } = useApp();
  const timestep = useView((state) => state.timestep);
  const id = operation?.id ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the operation is another at every update
  useEffect(() => {
    if (operation === null) return undefined;
    view.setState(lightOfOperation(operation, partAt(run.getState().task, timestep)));
    return () => view.setState({ matrix: null, block: null });
  }, [view, run, id, timestep]);
}
