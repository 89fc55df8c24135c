/** The page: header, controls, network, learning. Provides stores, words and colours to everything below. */
import { type ReactNode, useEffect, useInsertionEffect, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { useStore } from 'zustand';
import { loadMessages, messages } from '../i18n/index.ts';
import type { Language } from '../state/view.ts';
import { Breakdown } from './Breakdown.tsx';
import { AppContext, type AppContextValue, LanguageContext } from './context.ts';
import { TakeTurns } from './InTurn.tsx';
import { tellMissing } from './lazily.ts';
import { MissingNotice } from './MissingNotice.tsx';
import { Playground } from './Playground.tsx';
import { SchemeContext } from './scheme.ts';
import { useMedia } from './useMedia.ts';

/** `children` are another screen than the playground. */
export function App({
  app,
  children = <Playground />,
}: {
  readonly app: AppContextValue;
  readonly children?: ReactNode;
}) {
  return (
    <AppContext value={app}>
      <Appearance app={app}>
        <MissingNotice />
        <ErrorBoundary FallbackComponent={Breakdown}>
          <TakeTurns run={app.run}>{children}</TakeTurns>
        </ErrorBoundary>
      </Appearance>
    </AppContext>
  );
}

/** Puts the language, the title and the colour scheme on the document and hands the scheme to the figures. */
function Appearance({ app, children }: { readonly app: AppContextValue; readonly children: ReactNode }) {
  const language = useLoaded(app.view);
  const theme = useStore(app.view, (view) => view.theme);
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const scheme = theme === 'system' ? (systemDark ? 'dark' : 'light') : theme;
  // Before the layout effects, in which canvases are painted in the colours that are in force then.
  useInsertionEffect(() => {
    document.documentElement.lang = language;
    document.title = messages(language).shell.title;
    document.documentElement.dataset.scheme = scheme;
  }, [language, scheme]);
  return (
    <LanguageContext value={language}>
      <SchemeContext value={scheme}>{children}</SchemeContext>
    </LanguageContext>
  );
}

/**
 * The language in sight. The words of the first are loaded before the page is drawn; another is shown when its words are
 * here, and where they cannot be had the choice is taken back.
 */
function useLoaded(view: AppContextValue['view']): Language {
  const chosen = useStore(view, (state) => state.language);
  const [shown, setShown] = useState(chosen);
  useEffect(() => {
    let isWanted = true;
    loadMessages(chosen).then(
      () => {
        if (isWanted) setShown(chosen);
      },
      () => {
        if (!isWanted) return;
        tellMissing();
        view.setState({ language: shown });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [view, chosen, shown]);
  return shown;
}
