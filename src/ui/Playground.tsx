/** The playground: controls · network and weights · learning; one column with the controls in a sheet on a phone. */
import { type ReactNode, useRef } from 'react';
import type { Part } from '../state/view.ts';
import { Controls } from './Controls.tsx';
import { ControlsSheet } from './ControlsSheet.tsx';
import { CurveFigure } from './CurveFigure.tsx';
import { useMessages, useRun, useView } from './context.ts';
import { Header } from './Header.tsx';
import { HiddenStateFigure } from './HiddenStateFigure.tsx';
import { InTurn } from './InTurn.tsx';
import { LearningPanel } from './LearningPanel.tsx';
import { lazily } from './lazily.ts';
import { NetworkFigure } from './NetworkFigure.tsx';
import { PageNotice } from './Notice.tsx';
import { useHasScrolled } from './overview/useHasScrolled.ts';
import { PaceSlider } from './PaceSlider.tsx';
import { Panels } from './Panels.tsx';
import styles from './Playground.module.css';
import { Scores } from './Scores.tsx';
import { useShortcuts } from './shortcuts.ts';
import { Aftermath, TransportButtons } from './Transport.tsx';
import { HistoryIfAny } from './time/HistoryIfAny.tsx';
import { MoreConditions } from './time/MoreConditions.tsx';
import { useIsStandIn } from './useIsStandIn.ts';
import { useMedia } from './useMedia.ts';

/** Loaded with the first exercise. */
const Answer = lazily(async () => (await import('./exercise/Answer.tsx')).Answer);

/** Loaded when the page is first scrolled. Nobody asked for it. */
const KeepInSight = lazily(async () => (await import('./overview/KeepInSight.tsx')).KeepInSight, {
  isSilent: true,
});

/** Loaded when it is first asked for. */
const ShortcutsDialog = lazily(async () => (await import('./ShortcutsDialog.tsx')).ShortcutsDialog);

export function Playground() {
  const narrow = useMedia('(max-width: 899px)');
  const shortcuts = useShortcuts();
  return (
    <>
      <Unless hidden="header">
        <Header onShowKeys={shortcuts.open} />
      </Unless>
      <PageNotice />
      {narrow ? <NarrowPage /> : <WidePage />}
      {shortcuts.wasOpened && <ShortcutsDialog open={shortcuts.isOpen} onClose={shortcuts.close} />}
    </>
  );
}

/** A part of the page that a link can leave out. */
function Unless({ hidden, children }: { readonly hidden: Part; readonly children: ReactNode }) {
  return useView((view) => view.hidden.includes(hidden)) ? null : children;
}

function HiddenState() {
  return (
    <Unless hidden="state">
      <InTurn>
        <HiddenStateFigure />
      </InTurn>
    </Unless>
  );
}

function Network() {
  const isExercise = useRun((run) => run.exercise !== null);
  const around = useRef<HTMLDivElement>(null);
  const hasScrolled = useHasScrolled();
  return (
    <>
      {isExercise && (
        <InTurn>
          <Answer />
        </InTurn>
      )}
      <div ref={around} className={styles.network}>
        <InTurn>
          <NetworkFigure />
        </InTurn>
      </div>
      {hasScrolled && <KeepInSight around={around} />}
    </>
  );
}

function WidePage() {
  const { shell } = useMessages();
  const hidden = useView((view) => view.hidden);
  const preparing = useRun((run) => run.preparing);
  const isStandIn = useIsStandIn();
  return (
    <div className={styles.page} data-stand-in={isStandIn}>
      <Unless hidden="controls">
        <aside className={styles.controls} aria-label={shell.controls}>
          <Controls />
        </aside>
      </Unless>
      <Main>
        <Network />
        {hidden.includes('learning') && <HiddenState />}
        <Panels />
      </Main>
      {!hidden.includes('learning') && (
        <aside className={styles.learning} aria-label={shell.learning} aria-busy={preparing}>
          <LearningPanel />
          <HiddenState />
        </aside>
      )}
    </div>
  );
}

/**
 * One column; the buttons that train stay at the foot of the screen, under the thumb, except in a frame that holds all
 * of the page: there they stand below the curve.
 */
function NarrowPage() {
  const { shell } = useMessages();
  return (
    <Main>
      <Unless hidden="controls">
        <ControlsSheet />
      </Unless>
      <Unless hidden="learning">
        <InTurn>
          <Scores />
        </InTurn>
      </Unless>
      <Network />
      <Unless hidden="learning">
        <InTurn>
          <CurveFigure />
        </InTurn>
        <PaceSlider />
        <div className={styles.conditions}>
          <MoreConditions named />
        </div>
        <section className={styles.foot} aria-label={shell.learning}>
          <Aftermath />
          <TransportButtons />
        </section>
        <HistoryIfAny />
      </Unless>
      <HiddenState />
      <Panels />
    </Main>
  );
}

/** While a new network is prepared, a sentence says so over what there is; what is of another network fades. */
function Main({ children }: { readonly children: ReactNode }) {
  const { shell } = useMessages();
  const preparing = useRun((run) => run.preparing);
  const isStandIn = useIsStandIn();
  return (
    <div className={isStandIn ? styles.standIn : styles.stage}>
      <div role="status" className={styles.preparing}>
        {preparing && <p>{shell.preparing}</p>}
      </div>
      <main className={styles.main} aria-busy={preparing}>
        {children}
      </main>
    </div>
  );
}
