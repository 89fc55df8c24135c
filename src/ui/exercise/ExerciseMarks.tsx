/** Over the unrolled network of an exercise: where its decoder begins, and which steps read what was said before, and what is said after the end. */
import { useMemo } from 'react';
import { exerciseMarks } from '../../i18n/exerciseMarks.ts';
import { borderLine, ownOutputWay } from '../../layout/exerciseMarks.ts';
import type { NetworkLayout } from '../../layout/network.ts';
import { useMessages, useRun, useView, useWords } from '../context.ts';
import styles from './ExerciseMarks.module.css';
import { endOfGuess } from './endOfGuess.ts';

export function ExerciseMarks({ layout }: { readonly layout: NetworkLayout }) {
  const words = useWords(exerciseMarks);
  const { parts } = useMessages().weights;
  const { inputs, decoderFrom } = useRun((run) => run.task.example);
  const end = useRun(({ exercise, task, snapshot }) => endOfGuess(exercise, task, snapshot.trace));
  const timestep = useView((view) => view.timestep);
  const way = useMemo(() => ownOutputWay(layout), [layout]);
  const { columnWidth, contentWidth, height, lead } = layout;
  const fed = inputs.flatMap((input, t) =>
    typeof input === 'object' && input !== null && 'offset' in input ? [t] : [],
  );
  const border = decoderFrom !== undefined && decoderFrom < inputs.length ? decoderFrom : null;
  const xOf = (t: number) => lead + t * columnWidth;
  const width = (columns: number) => columns * columnWidth;
  return (
    <>
      <p className="visually-hidden">
        {border !== null && words.border(border + 1)}{' '}
        {fed.length > 0 && words.ownOutput(fed[0] + 1, fed[fed.length - 1] + 1)}{' '}
        {end !== null && words.end(end + 1)}
      </p>
      <svg className={styles.svg} width={contentWidth} height={height} aria-hidden="true">
        {border !== null && (
          <path className={styles.border} d={borderLine(layout)} transform={`translate(${xOf(border)} 0)`} />
        )}
        {fed.map((t) => (
          <g
            key={t}
            className={t === timestep || t - 1 === timestep ? styles.selected : styles.own}
            data-own={t}
            transform={`translate(${xOf(t)} 0)`}
          >
            <path className={styles.line} d={way.line} />
            <path className={styles.head} d={way.head} />
          </g>
        ))}
      </svg>
      {end !== null &&
        inputs.map(
          (_, t) =>
            t > end &&
            t !== timestep && (
              <div
                key={t}
                className={styles.after}
                data-after={t}
                style={{ left: xOf(t), width: columnWidth, height }}
              />
            ),
        )}
      {border !== null && (
        <div className={styles.parts} style={{ left: lead }} aria-hidden="true">
          <div className={styles.encoder} style={{ width: width(border) }}>
            <span>{parts.encoder}</span>
          </div>
          <div className={styles.decoder} style={{ width: width(inputs.length - border) }}>
            <span>{parts.decoder}</span>
          </div>
        </div>
      )}
    </>
  );
}
