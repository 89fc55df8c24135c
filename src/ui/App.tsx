/** The page: header, controls, network, learning. Provides stores, words and colours to everything below. */
import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { AppContext, type AppContextValue } from './context.ts';
import { TakeTurns } from './InTurn.tsx';
import { Playground } from './Playground.tsx';
import { SchemeContext } from './scheme.ts';
import { useMedia } from './useMedia.ts';

export function App({ app }: { readonly app: AppContextValue }) {
  return (
    <AppContext value={app}>
      <Appearance app={app}>
        <TakeTurns run={app.run}>
          <Playground />
        </TakeTurns>
      </Appearance>
    </AppContext>
  );
}

/** Puts the language and the colour scheme on the document and hands the scheme to the figures. */
function Appearance({ app, children }: { readonly app: AppContextValue; readonly children: ReactNode }) {
  const language = useStore(app.view, (view) => view.language);
  const theme = useStore(app.view, (view) => view.theme);
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const scheme = theme === 'system' ? (systemDark ? 'dark' : 'light') : theme;
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.scheme = scheme;
  }, [language, scheme]);
  return <SchemeContext value={scheme}>{children}</SchemeContext>;
}
