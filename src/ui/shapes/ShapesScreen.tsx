/** Five labs side by side, one for each shape: what moves them all · their cards · the ones that are compared. */
import { useMemo } from 'react';
import * as shapesWords from '../../i18n/shapes.ts';
import { SHAPE_TASKS } from '../../state/shapes.ts';
import { AppContext, useRun, useWords } from '../context.ts';
import { Header } from '../Header.tsx';
import { lazily } from '../lazily.ts';
import { PageNotice } from '../Notice.tsx';
import { PaceSlider } from '../PaceSlider.tsx';
import { useShortcuts } from '../shortcuts.ts';
import { useMedia } from '../useMedia.ts';
import { COMPARISON, Comparison } from './Comparison.tsx';
import { LabCard } from './LabCard.tsx';
import { Lead, ShapesBar, ShapesChoices, ShapesMoves } from './ShapesBar.tsx';
import styles from './ShapesScreen.module.css';
import { ShapesContext, type ShapesContextValue, useBoard } from './shapesContext.ts';

/** Loaded when it is first asked for. */
const ShortcutsDialog = lazily(async () => (await import('../ShortcutsDialog.tsx')).ShortcutsDialog);

export function ShapesScreen({ board, labs, actions }: ShapesContextValue) {
  const shapes = useMemo(() => ({ board, labs, actions }), [board, labs, actions]);
  const words = useWords(shapesWords);
  const shortcuts = useShortcuts();
  const preparing = useRun((run) => run.preparing);
  const narrow = useMedia('(max-width: 699px)');
  return (
    <ShapesContext value={shapes}>
      <Header screen="shapes" onShowKeys={shortcuts.open} />
      <PageNotice />
      <main
        className={narrow ? `${styles.page} ${styles.narrow}` : styles.page}
        aria-busy={preparing}
        aria-label={words.labs}
      >
        {narrow ? <FoldedChoices /> : <ShapesBar />}
        <Compared />
        <div className={styles.rail}>
          {SHAPE_TASKS.map((task) => (
            <AppContext key={task} value={labs[task]}>
              <LabCard task={task} />
            </AppContext>
          ))}
        </div>
        {narrow && <ShapesMoves under />}
      </main>
      {shortcuts.wasOpened && <ShortcutsDialog open={shortcuts.isOpen} onClose={shortcuts.close} />}
    </ShapesContext>
  );
}

/** On a phone the labs come first. */
function FoldedChoices() {
  const words = useWords(shapesWords);
  return (
    <>
      <Lead />
      <details className={styles.folded}>
        <summary>{words.choices}</summary>
        <ShapesChoices />
        <PaceSlider />
      </details>
    </>
  );
}

function Compared() {
  const words = useWords(shapesWords);
  const compared = useBoard((board) => board.compared);
  const isThere = compared.length > 1;
  return (
    <>
      <p role="status" className="visually-hidden">
        {isThere && words.comparedAbove(compared.map((task) => words.names[task]))}
      </p>
      {isThere && (
        <section id={COMPARISON} tabIndex={-1} aria-label={words.comparison} className={styles.compared}>
          <Comparison />
        </section>
      )}
    </>
  );
}
