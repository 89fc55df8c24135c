/** The playground: controls · network and weights · learning; one column with the controls in a sheet on a phone. */
import type { ReactNode } from 'react';
import { Controls } from './Controls.tsx';
import { ControlsSheet } from './ControlsSheet.tsx';
import { CurveFigure } from './CurveFigure.tsx';
import { useMessages, useRun } from './context.ts';
import { Header } from './Header.tsx';
import { HiddenStateFigure } from './HiddenStateFigure.tsx';
import { LearningPanel } from './LearningPanel.tsx';
import { NetworkFigure } from './NetworkFigure.tsx';
import { PageNotice } from './Notice.tsx';
import { PaceSlider } from './PaceSlider.tsx';
import { Panels } from './Panels.tsx';
import styles from './Playground.module.css';
import { Scores } from './Scores.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { useShortcuts } from './shortcuts.ts';
import { Aftermath, TransportButtons } from './Transport.tsx';
import { useMedia } from './useMedia.ts';

export function Playground() {
  const narrow = useMedia('(max-width: 899px)');
  const shortcuts = useShortcuts();
  return (
    <>
      <Header onShowKeys={shortcuts.open} />
      <PageNotice />
      {narrow ? <NarrowPage /> : <WidePage />}
      <ShortcutsDialog open={shortcuts.isOpen} onClose={shortcuts.close} />
    </>
  );
}

function WidePage() {
  const { shell } = useMessages();
  const preparing = useRun((run) => run.preparing);
  return (
    <div className={styles.page}>
      <aside className={styles.controls} aria-label={shell.controls}>
        <Controls />
      </aside>
      <Main>
        <NetworkFigure />
        <Panels />
      </Main>
      <aside className={styles.learning} aria-label={shell.learning} aria-busy={preparing}>
        <LearningPanel />
        <HiddenStateFigure />
      </aside>
    </div>
  );
}

/** One column; the buttons that train stay at the foot of the screen, under the thumb. */
function NarrowPage() {
  const { shell } = useMessages();
  return (
    <Main>
      <ControlsSheet />
      <Scores />
      <NetworkFigure />
      <CurveFigure />
      <PaceSlider />
      <HiddenStateFigure />
      <Panels />
      <section className={styles.foot} aria-label={shell.learning}>
        <Aftermath />
        <TransportButtons />
      </section>
    </Main>
  );
}

/** Text and numbers stay readable while a new network is prepared; a sentence over them says that they are the last one's. */
function Main({ children }: { readonly children: ReactNode }) {
  const { shell } = useMessages();
  const preparing = useRun((run) => run.preparing);
  return (
    <div className={styles.stage}>
      <div role="status" className={styles.preparing}>
        {preparing && <p>{shell.preparing}</p>}
      </div>
      <main className={styles.main} aria-busy={preparing}>
        {children}
      </main>
    </div>
  );
}
