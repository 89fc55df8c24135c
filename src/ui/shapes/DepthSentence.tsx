/** What depth changes here: the never seen, as they were counted on this page with each number of layers. */
import * as shapesWords from '../../i18n/shapes.ts';
import { formatPercent } from '../../layout/format.ts';
import type { TaskKind } from '../../state/config.ts';
import type { DepthMeasure } from '../../state/shapes.ts';
import { useRun, useWords } from '../context.ts';
import styles from './DepthSentence.module.css';
import { shareOf } from './LabScores.tsx';
import { useBoard } from './shapesContext.ts';

export function DepthSentence({ task }: { readonly task: TaskKind }) {
  const words = useWords(shapesWords);
  const exercise = useRun((run) => run.exercise);
  const present = useRun((run) => run.model.layers);
  const depths = useBoard((board) => board.depths[task]);
  const now = depths.find(({ layers }) => layers === present);
  if (exercise === null || now === undefined || depths.length < 2) return null;
  const told = ({ layers, examination }: DepthMeasure) => ({
    layers,
    percent: formatPercent(shareOf(examination.heldOut, exercise.metric)),
    update: examination.update,
  });
  return (
    <p className={styles.depth}>
      {words.depth(told(now), depths.filter((measure) => measure !== now).map(told))}
    </p>
  );
}
