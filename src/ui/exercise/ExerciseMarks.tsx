/** Over the unrolled network of an exercise: where its decoder begins, which steps read what was said before or an unknown word, and which come after the end of the answer. */
import { useMemo } from 'react';
import { exerciseMarks } from '../../i18n/exerciseMarks.ts';
import { findBlock } from '../../layout/blocks.ts';
import { borderLine, ownOutputWay } from '../../layout/exerciseMarks.ts';
import type { NetworkLayout } from '../../layout/network.ts';
import { UNKNOWN } from '../../tasks/letterMark.ts';
import { endBefore, readNames, targetAt } from '../../tasks/task.ts';
import { useActions, useMessages, useRun, useView, useWords } from '../context.ts';
import styles from './ExerciseMarks.module.css';

export function ExerciseMarks({ layout }: { readonly layout: NetworkLayout }) {
  const words = useWords(exerciseMarks);
  const { parts } = useMessages().weights;
  const task = useRun((run) => run.task);
  const { inputs, decoderFrom } = task.example;
  const end = useRun(({ snapshot }) => endBefore(task, snapshot.trace, snapshot.trace.timesteps - 1));
  const read = useRun(({ task, snapshot }) => readNames(task, snapshot.trace).join('\n')).split('\n');
  const unknown = read.flatMap((name, t) => (name === UNKNOWN ? [t] : []));
  const actions = useActions();
  const letter = findBlock(layout.blocks, 'letter');
  const timestep = useView((view) => view.timestep);
  const way = useMemo(() => ownOutputWay(layout), [layout]);
  const { columnWidth, contentWidth, height, lead } = layout;
  const isOver = (t: number) => end !== null && t > end;
  const fed = inputs.flatMap((input, t) =>
    typeof input === 'object' && input !== null && 'offset' in input && !isOver(t) ? [t] : [],
  );
  const border = decoderFrom !== undefined && decoderFrom < inputs.length ? decoderFrom : null;
  const xOf = (t: number) => lead + t * columnWidth;
  const width = (columns: number) => columns * columnWidth;
  return (
    <>
      <p className="visually-hidden">
        {border !== null && words.border(border + 1)}{' '}
        {fed.length > 0 && words.ownOutput(fed[0] + 1, fed[fed.length - 1] + 1)}{' '}
        {unknown.length > 0 && words.unknown(unknown.map((t) => t + 1))} {end !== null && words.end(end + 1)}
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
            isOver(t) &&
            targetAt(task, t) === null &&
            t !== timestep && (
              <div
                key={t}
                className={styles.after}
                data-after={t}
                style={{ left: xOf(t), width: columnWidth, height }}
              />
            ),
        )}
      {letter &&
        unknown.map((t) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: it is a part of the column, which the keyboard reaches with ←/→
          // biome-ignore lint/a11y/useKeyWithClickEvents: the same
          <div
            key={t}
            className={styles.unknown}
            title={words.unknownWord}
            style={{ left: xOf(t), top: letter.y, width: columnWidth, height: letter.height }}
            onClick={() => actions.selectTimestep(t)}
          />
        ))}
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
