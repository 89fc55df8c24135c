/** The playground: controls · network and weights · learning; one column with the controls in a sheet on a phone. */
import { Controls } from './Controls.tsx';
import { ControlsSheet } from './ControlsSheet.tsx';
import { useMessages, useRun } from './context.ts';
import { Header } from './Header.tsx';
import { HiddenStateFigure } from './HiddenStateFigure.tsx';
import { LearningPanel } from './LearningPanel.tsx';
import { NetworkFigure } from './NetworkFigure.tsx';
import { PageNotice } from './Notice.tsx';
import styles from './Playground.module.css';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { useShortcuts } from './shortcuts.ts';
import { useMedia } from './useMedia.ts';
import { WeightsFigure } from './WeightsFigure.tsx';

export function Playground() {
  const { shell } = useMessages();
  const narrow = useMedia('(max-width: 899px)');
  const preparing = useRun((run) => run.preparing);
  const shortcuts = useShortcuts();
  return (
    <>
      <Header onShowKeys={shortcuts.open} />
      <PageNotice />
      <div className={styles.page}>
        {narrow ? (
          <ControlsSheet />
        ) : (
          <aside className={styles.controls} aria-label={shell.controls}>
            <Controls />
          </aside>
        )}
        <main className={`${styles.main} ${preparing ? styles.preparing : ''}`} aria-busy={preparing}>
          <NetworkFigure />
          <WeightsFigure />
        </main>
        <aside className={styles.learning} aria-label={shell.learning}>
          <LearningPanel />
          <HiddenStateFigure />
        </aside>
      </div>
      <ShortcutsDialog open={shortcuts.isOpen} onClose={shortcuts.close} />
    </>
  );
}
