/** Three labs side by side in lockstep: what they share · their rows · what moves them and their curves. */
import { lazy, Suspense, useMemo } from 'react';
import { cells as cellsWords } from '../../i18n/cells.ts';
import { useMessages, useRun, useWords } from '../context.ts';
import { Header } from '../Header.tsx';
import { PageNotice } from '../Notice.tsx';
import { useShortcuts } from '../shortcuts.ts';
import { CellsControls } from './CellsControls.tsx';
import styles from './CellsScreen.module.css';
import { CellsTransport } from './CellsTransport.tsx';
import { CurvesFigure } from './CurvesFigure.tsx';
import { CellsContext, type CellsContextValue } from './cellsContext.ts';
import { LabRows } from './LabRows.tsx';
import { RecallFigure } from './RecallFigure.tsx';

/** Loaded when it is first asked for. */
const ShortcutsDialog = lazy(() =>
  import('../ShortcutsDialog.tsx').then((part) => ({ default: part.ShortcutsDialog })),
);

export function CellsScreen({ together, labs, actions, sweep }: CellsContextValue) {
  const cells = useMemo(() => ({ together, labs, actions, sweep }), [together, labs, actions, sweep]);
  const { shell } = useMessages();
  const words = useWords(cellsWords);
  const shortcuts = useShortcuts();
  const preparing = useRun((run) => run.preparing);
  return (
    <CellsContext value={cells}>
      <Header screen="cells" onShowKeys={shortcuts.open} />
      <PageNotice />
      <div className={styles.page}>
        <aside className={styles.controls} aria-label={shell.controls}>
          <CellsControls />
        </aside>
        <main className={styles.main} aria-busy={preparing} aria-label={words.labs}>
          <LabRows />
          <RecallFigure />
        </main>
        <aside className={styles.learning} aria-label={shell.learning}>
          <CellsTransport />
          <CurvesFigure />
        </aside>
      </div>
      {shortcuts.wasOpened && (
        <Suspense>
          <ShortcutsDialog open={shortcuts.isOpen} onClose={shortcuts.close} />
        </Suspense>
      )}
    </CellsContext>
  );
}
