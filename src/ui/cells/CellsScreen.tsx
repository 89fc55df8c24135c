/** Three labs side by side in lockstep: what they share · their rows · what moves them and their curves. */
import { useMemo } from 'react';
import { cells as cellsWords } from '../../i18n/cells.ts';
import { useMessages, useRun, useWords } from '../context.ts';
import { Header } from '../Header.tsx';
import { lazily } from '../lazily.ts';
import { PageNotice } from '../Notice.tsx';
import { PaceSlider } from '../PaceSlider.tsx';
import { useShortcuts } from '../shortcuts.ts';
import { useMedia } from '../useMedia.ts';
import { CellsControls } from './CellsControls.tsx';
import styles from './CellsScreen.module.css';
import { CellsTransport, TrainUntil, TransportButtons } from './CellsTransport.tsx';
import { CurvesFigure } from './CurvesFigure.tsx';
import { CellsContext, type CellsContextValue } from './cellsContext.ts';
import { LabRows } from './LabRows.tsx';
import { RecallFigure } from './RecallFigure.tsx';

/** Loaded when it is first asked for. */
const ShortcutsDialog = lazily(async () => (await import('../ShortcutsDialog.tsx')).ShortcutsDialog);

export function CellsScreen({ together, labs, actions, sweep }: CellsContextValue) {
  const cells = useMemo(() => ({ together, labs, actions, sweep }), [together, labs, actions, sweep]);
  const narrow = useMedia('(max-width: 899px)');
  const shortcuts = useShortcuts();
  return (
    <CellsContext value={cells}>
      <Header screen="cells" onShowKeys={shortcuts.open} />
      <PageNotice />
      {narrow ? <NarrowPage /> : <WidePage />}
      {shortcuts.wasOpened && <ShortcutsDialog open={shortcuts.isOpen} onClose={shortcuts.close} />}
    </CellsContext>
  );
}

function WidePage() {
  const { shell } = useMessages();
  const words = useWords(cellsWords);
  const preparing = useRun((run) => run.preparing);
  return (
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
  );
}

/** One column; the buttons that train stay at the foot of the screen, under the thumb. */
function NarrowPage() {
  const { shell } = useMessages();
  const words = useWords(cellsWords);
  const preparing = useRun((run) => run.preparing);
  return (
    <main className={styles.narrow} aria-busy={preparing} aria-label={words.labs}>
      <details className={styles.folded}>
        <summary>{words.shared}</summary>
        <CellsControls />
      </details>
      <LabRows />
      <CurvesFigure />
      <PaceSlider />
      <TrainUntil />
      <RecallFigure />
      <section className={styles.foot} aria-label={shell.learning}>
        <TransportButtons />
      </section>
    </main>
  );
}
