/** How the screen of the five shapes reaches what concerns all of them. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Run } from '../../state/run.ts';
import type { Board, BoardStore, OfEach, ShapesActions } from '../../state/shapes.ts';
import type { AppContextValue } from '../context.ts';

export interface ShapesContextValue {
  readonly board: BoardStore;
  readonly labs: OfEach<AppContextValue>;
  readonly actions: ShapesActions;
}

export const ShapesContext = createContext<ShapesContextValue | null>(null);

export function useShapes(): ShapesContextValue {
  const shapes = useContext(ShapesContext);
  if (shapes === null) throw new Error('ShapesContext is missing above this component');
  return shapes;
}

export function useBoard<Slice>(selector: (board: Board) => Slice): Slice {
  return useStore(useShapes().board, selector);
}

/** How many timesteps the longest of the five examples has. */
export function useLongest(): number {
  const { labs } = useShapes();
  const timesteps = ({ task }: Run) => task.example.inputs.length;
  return Math.max(
    useStore(labs.text.run, timesteps),
    useStore(labs.captions.run, timesteps),
    useStore(labs.feelings.run, timesteps),
    useStore(labs.numbers.run, timesteps),
    useStore(labs.motion.run, timesteps),
  );
}
