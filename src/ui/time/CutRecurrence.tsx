/** The memory proof: a switch that takes the recurrence out of the network, and the intact twin beside it. */
import { useId } from 'react';
import { useActions, useMessages, useRun, useView } from '../context.ts';
import { lazily } from '../lazily.ts';
import styles from './CutRecurrence.module.css';
import { Refusal } from './Refusal.tsx';

const ExerciseCut = lazily(async () => (await import('../exercise/ExerciseCut.tsx')).ExerciseCut);

const CutExperiment = lazily(async () => (await import('./CutExperiment.tsx')).CutExperiment);

export function CutRecurrence() {
  const words = useMessages().controls;
  const actions = useActions();
  const id = useId();
  const isCut = useRun((run) => run.snapshot.ablation.recurrenceCut);
  const exercise = useRun((run) => run.exercise);
  const wantsTwin = useView((view) => view.twin);
  const hasTwin = useRun((run) => run.twin !== null);
  return (
    <div className={styles.cut}>
      <div className={styles.row}>
        <span id={id}>{words.cut}</span>
        <button
          type="button"
          role="switch"
          className={styles.switch}
          aria-checked={isCut}
          aria-labelledby={id}
          title={words.cutHint}
          onClick={() => actions.intervene({ kind: isCut ? 'restore' : 'cut' })}
        >
          <span className={styles.thumb} />
        </button>
      </div>
      <Refusal kinds={['cut', 'restore']} />
      {isCut && exercise && <ExerciseCut exercise={exercise} />}
      {!exercise && (isCut || hasTwin) && <CutExperiment wantsTwin={wantsTwin} onTwin={actions.setTwin} />}
    </div>
  );
}
