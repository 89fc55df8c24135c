/** How the screen of three labs reaches what concerns all three. */
import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { cells as words } from '../../i18n/cells.ts';
import type { CellsActions, Three, Together, TogetherStore } from '../../state/cells.ts';
import type { Run } from '../../state/run.ts';
import type { SweepActions, SweepStore } from '../../state/sweep.ts';
import { type AppContextValue, useApp, useWords } from '../context.ts';
import { labNames } from './labNames.ts';

export interface CellsContextValue {
  readonly together: TogetherStore;
  readonly labs: Three<AppContextValue>;
  readonly actions: CellsActions;
  readonly sweep: { readonly store: SweepStore; readonly actions: SweepActions };
}

export const CellsContext = createContext<CellsContextValue | null>(null);

export function useCells(): CellsContextValue {
  const cells = useContext(CellsContext);
  if (cells === null) throw new Error('CellsContext is missing above this component');
  return cells;
}

export function useTogether<Slice>(selector: (together: Together) => Slice): Slice {
  return useStore(useCells().together, selector);
}

/** The pictures of all three, of one update. */
export function useRuns(): Three<Run> {
  const [first, second, third] = useCells().labs;
  return [useStore(first.run), useStore(second.run), useStore(third.run)];
}

/** What each lab is called, by what sets it apart from the others. */
export function useLabNames(): Three<string> {
  const sentence = useWords(words);
  const contenders = useTogether(({ comparison }) => comparison.contenders);
  return useMemo(() => labNames(contenders, sentence), [contenders, sentence]);
}

/** Which of the three this part of the page belongs to, from 0. */
export function useLabIndex(): number {
  const app = useApp();
  return useCells().labs.findIndex(({ config }) => config === app.config);
}
