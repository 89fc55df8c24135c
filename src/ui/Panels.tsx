/** What a person opens below the network to look further in: each panel by itself, several at once. */
import { type ComponentType, useState } from 'react';
import { PANELS, type Panel } from '../state/view.ts';
import { useActions, useMessages, useRun, useView } from './context.ts';
import { useCovered } from './guessing/useRound.ts';
import { InTurn } from './InTurn.tsx';
import { Loading } from './Loading.tsx';
import { lazily } from './lazily.ts';
import styles from './Panels.module.css';
import { WeightsFigure } from './WeightsFigure.tsx';

/** Loaded when first opened, except for what the first picture shows. */
const FIGURES: Readonly<Record<Panel, ComponentType>> = {
  weights: WeightsFigure,
  inside: lazily(async () => (await import('./inside/InsideFigure.tsx')).InsideFigure, { waiting: Loading }),
  reach: lazily(async () => (await import('./reach/ReachFigure.tsx')).ReachFigure, { waiting: Loading }),
  place: lazily(async () => (await import('./place/PlaceFigure.tsx')).PlaceFigure, { waiting: Loading }),
  gates: lazily(async () => (await import('./gates/GatesFigure.tsx')).GatesFigure, { waiting: Loading }),
};

export function Panels() {
  const { panels: words, guessing: covers } = useMessages();
  const actions = useActions();
  const open = useView((view) => view.panels);
  const hidden = useView((view) => view.hidden);
  const covered = useCovered();
  /** The panel that was opened last: it comes into sight. */
  const [fresh, setFresh] = useState<Panel | null>(null);
  const offered = PANELS.filter((panel) => panel !== 'weights' || !hidden.includes(panel));
  if (hidden.includes('panels')) return null;
  return (
    <>
      <div className={styles.bar} role="group" aria-label={words.name}>
        {offered.map((panel) => (
          <button
            key={panel}
            type="button"
            className={styles.choice}
            aria-pressed={open.includes(panel)}
            title={words.hints[panel]}
            onClick={() => {
              const opens = !open.includes(panel);
              actions.setPanel(panel, opens);
              setFresh(opens ? panel : null);
            }}
          >
            {words.names[panel]}
          </button>
        ))}
        <GuessToggle />
      </div>
      {offered
        .filter((panel) => open.includes(panel))
        .map((panel) => {
          if ((panel === 'inside' || panel === 'reach') && covered)
            return (
              <p key={panel}>
                <b>{words.names[panel]}</b> · {covers.covered}
              </p>
            );
          const Figure = FIGURES[panel];
          return (
            <div key={panel} ref={panel === fresh ? bringIntoSight : undefined}>
              <InTurn>
                <Figure />
              </InTurn>
            </div>
          );
        })}
    </>
  );
}

/** As far as needed: the overview stays in sight where it can. */
function bringIntoSight(panel: HTMLElement | null): void {
  panel?.scrollIntoView?.({ block: 'nearest', behavior: 'smooth' });
}

/** There is something to guess where the next letter is to be said. */
function GuessToggle() {
  const words = useMessages().guessing;
  const actions = useActions();
  const on = useView((view) => view.guessing);
  const isText = useRun((run) => run.exercise === null);
  if (!isText) return null;
  return (
    <button
      type="button"
      className={`${styles.choice} ${styles.mode}`}
      aria-pressed={on}
      title={words.hint}
      onClick={() => actions.setGuessing(!on)}
    >
      {words.name}
    </button>
  );
}
