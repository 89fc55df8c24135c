/** What depth changes here: trained and counted on this page with each number of layers, when somebody asks. */
import { useState } from 'react';
import * as shapesWords from '../../i18n/shapes.ts';
import { formatPercent } from '../../layout/format.ts';
import type { TaskKind } from '../../state/config.ts';
import { comparable, type DepthMeasure, measuredOf } from '../../state/shapes.ts';
import type { LabExercise } from '../../tasks/questions.ts';
import { asText } from '../../tasks/text.ts';
import { useRun, useWords } from '../context.ts';
import styles from './DepthSentence.module.css';
import { shareOf } from './LabScores.tsx';
import { useBoard, useShapes } from './shapesContext.ts';

/** Differences below this share are not worth a word. */
const NOTICEABLE = 0.01;
/** One, two and three layers. */
const DEPTHS = 3;

/** Asks for it, or leaves it off; nothing where all is measured. */
export function DepthButton({ task }: { readonly task: TaskKind }) {
  const words = useWords(shapesWords);
  const { actions } = useShapes();
  const isMeasuring = useBoard((board) => board.trials[task] !== null);
  const measured = useMeasured(task);
  const update = useRun((run) => run.snapshot.update);
  const isMeasured = measured.length === DEPTHS && measured[0].examination.update === update;
  if (isMeasured && !isMeasuring) return null;
  const name = words.names[task];
  const hint = isMeasuring ? words.depthStopHint(name) : words.depthAskHint(name);
  return (
    <button
      type="button"
      className={styles.button}
      title={hint}
      aria-label={isMeasuring ? hint : words.depthAskName(name)}
      onClick={() => actions.measureDepths(task, !isMeasuring)}
    >
      {isMeasuring ? words.depthStop : words.depthAsk}
    </button>
  );
}

export function DepthSentence({ task }: { readonly task: TaskKind }) {
  const words = useWords(shapesWords);
  const exercise = useRun((run) => run.exercise);
  const trial = useBoard((board) => board.trials[task]);
  const depths = useMeasured(task);
  const isLeft = useLeftOff(task);
  if (trial === null && depths.length === 0 && !isLeft) return null;
  return (
    <div className={styles.depth}>
      {depths.length > 0 && <p title={words.depthNote}>{sentenceOf(words, depths, exercise)}</p>}
      {trial !== null && <p role="status">{words.depthTrial(trial)}</p>}
      {isLeft && <p role="status">{words.depthLeft}</p>}
    </div>
  );
}

/** Whether it ended unfinished, because all five were made other networks; until it is asked for anew. */
function useLeftOff(task: TaskKind): boolean {
  const choice = useBoard((board) => board.choice);
  const isMeasuring = useBoard((board) => board.trials[task] !== null);
  const [before, setBefore] = useState({ choice, isMeasuring, isLeft: false });
  if (before.choice !== choice || before.isMeasuring !== isMeasuring) {
    const isLeft = !isMeasuring && (before.isLeft || (before.isMeasuring && before.choice !== choice));
    setBefore({ choice, isMeasuring, isLeft });
  }
  return before.isLeft;
}

/** What can be compared of what the card learns now. */
function useMeasured(task: TaskKind): readonly DepthMeasure[] {
  const text = useRun((run) => asText(run.task)?.text ?? null);
  return comparable(
    measuredOf(
      useBoard((board) => board.depths[task]),
      text,
    ),
  );
}

function sentenceOf(
  words: typeof shapesWords.en,
  depths: readonly DepthMeasure[],
  exercise: LabExercise | null,
): string {
  const shares = depths.map(({ examination }) =>
    exercise === null
      ? shareOf(examination.training, 'outputs')
      : shareOf(examination.heldOut, exercise.metric),
  );
  const best = Math.max(...shares);
  const isSame = best - Math.min(...shares) < NOTICEABLE;
  const told = depths.map(({ layers }, index) => ({ layers, percent: formatPercent(shares[index]) }));
  const { layers, examination } = depths[shares.indexOf(best)];
  const effect = isSame ? ({ kind: 'none' } as const) : ({ kind: 'best', layers } as const);
  return words.depth(told, examination.update, effect, exercise === null);
}
