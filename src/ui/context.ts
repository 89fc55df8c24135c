/** How components reach the stores, the actions and the words. */
import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { messages } from '../i18n/index.ts';
import type { Actions } from '../state/actions.ts';
import type { Config, ConfigStore } from '../state/config.ts';
import type { Run, RunStore } from '../state/run.ts';
import type { Language, View, ViewStore } from '../state/view.ts';

export interface AppContextValue {
  readonly config: ConfigStore;
  readonly run: RunStore;
  readonly view: ViewStore;
  readonly actions: Actions;
}

export const AppContext = createContext<AppContextValue | null>(null);

/** All of it, for what acts on several stores at once. */
export function useApp(): AppContextValue {
  const app = useContext(AppContext);
  if (!app) throw new Error('AppContext is missing above this component');
  return app;
}

export function useConfig<Slice>(selector: (config: Config) => Slice): Slice {
  return useStore(useApp().config, selector);
}

export function useRun<Slice>(selector: (run: Run) => Slice): Slice {
  return useStore(useApp().run, selector);
}

export function useView<Slice>(selector: (view: View) => Slice): Slice {
  return useStore(useApp().view, selector);
}

export function useViewStore(): ViewStore {
  return useApp().view;
}

export function useActions(): Actions {
  return useApp().actions;
}

/** The language whose words are here: the chosen one, as soon as it is loaded. */
export const LanguageContext = createContext<Language | null>(null);

function useLanguage(): Language {
  const chosen = useView((view) => view.language);
  return useContext(LanguageContext) ?? chosen;
}

/** All sentences in the person's language, in the words of what is learned. */
export function useMessages() {
  const exercise = useRun((run) => run.exercise?.kind ?? null);
  return messages(useLanguage(), exercise);
}

/** Words of one part of the page that is loaded with it. */
export interface Section<Words> {
  readonly en: Words;
  readonly ko: Words;
  /** What is said in other words of an exercise than of a text. */
  readonly exercise?: { readonly en: Partial<Words>; readonly ko: Partial<Words> };
}

/** Words of one part in the person's language, in those of what is learned. */
export function useWords<Words extends object>(section: Section<Words>): Words {
  const language = useLanguage();
  const isExercise = useRun((run) => run.exercise !== null);
  const words = section[language];
  const reworded = isExercise ? section.exercise?.[language] : undefined;
  return useMemo(() => (reworded ? { ...words, ...reworded } : words), [words, reworded]);
}
