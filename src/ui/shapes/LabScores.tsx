/** How well a lab does: on what it was trained on, on what it has never seen, and what chance and no memory would give. */
import { useEffect, useState } from 'react';
import * as shapesWords from '../../i18n/shapes.ts';
import { formatPercent } from '../../layout/format.ts';
import { formatShare } from '../../layout/reach.ts';
import { memorylessCeiling } from '../../tasks/memoryless.ts';
import type { LabExercise } from '../../tasks/questions.ts';
import { asText } from '../../tasks/text.ts';
import type { Examination } from '../../worker/protocol.ts';
import { afterPaint } from '../afterPaint.ts';
import { useRun, useWords } from '../context.ts';
import { type Levels, levelsOf } from '../exercise/levels.ts';
import styles from './LabScores.module.css';

/** The share of answers, or of outputs, that is right. */
export function shareOf(score: Examination['training'], metric: LabExercise['metric']): number {
  const [right, all] =
    metric === 'answers' ? [score.examplesRight, score.examples] : [score.targetsRight, score.targets];
  return all > 0 ? right / all : 0;
}

export function LabScores() {
  const exercise = useRun((run) => run.exercise);
  return exercise === null ? <TextScores /> : <ExerciseScores exercise={exercise} />;
}

function ExerciseScores({ exercise }: { readonly exercise: LabExercise }) {
  const words = useWords(shapesWords);
  const examination = useRun((run) => run.examination);
  const isBehind = useRun(
    (run) => run.examination !== null && run.examination.update !== run.snapshot.update,
  );
  const levels = useLevels(exercise);
  const measured = words.measured[exercise.kind];
  const percent = (score: Examination['training']) => `${formatPercent(shareOf(score, exercise.metric))}%`;
  return (
    <div className={styles.scores}>
      {examination === null ? (
        <p className={styles.counting}>{words.counting}</p>
      ) : (
        <p className={styles.shares} data-behind={isBehind}>
          <span className={styles.share}>
            <strong>{percent(examination.training)}</strong> {words.trainedShare}
          </span>
          <span className={styles.share}>
            <strong>{percent(examination.heldOut)}</strong> {words.heldOutShare}
          </span>
        </p>
      )}
      <p className={styles.levels}>
        {examination !== null && isBehind ? words.measuredAt(measured, examination.update) : measured}
      </p>
      <p className={styles.levels}>
        {levels && words.levels(formatShare(levels.chance), formatShare(levels.memoryless))}
      </p>
    </div>
  );
}

/** Counting them takes as long as drawing everything else: they come when the first picture is on the screen. */
function useLevels(exercise: LabExercise): Levels | null {
  const [levels, setLevels] = useState<{ readonly of: LabExercise; readonly counted: Levels } | null>(null);
  useEffect(() => {
    return afterPaint(() => setLevels({ of: exercise, counted: levelsOf(exercise) }));
  }, [exercise]);
  return levels?.of === exercise ? levels.counted : null;
}

function TextScores() {
  const words = useWords(shapesWords);
  const task = useRun((run) => run.task);
  const { correct, targets } = useRun((run) => run.snapshot);
  const text = asText(task);
  if (text === null) return null;
  const ceiling = memorylessCeiling(text);
  return (
    <div className={styles.scores}>
      <p className={styles.shares}>
        <span className={styles.share}>
          <strong>{formatPercent(correct / targets)}%</strong> {words.ofLetters}
        </span>
      </p>
      <p className={styles.levels}>
        {words.ceiling(
          formatShare(1 / text.vocabulary.length),
          formatPercent(ceiling.right / ceiling.targets),
        )}
      </p>
      <p className={styles.levels}>{words.noHeldOut}</p>
    </div>
  );
}
