/** What the network would say if the sentence ended at each word: its probabilities move word by word. */
import { useRef } from 'react';
import * as taskWords from '../../i18n/tasks.ts';
import { softmax } from '../../layout/probability.ts';
import { readNames, saidAt } from '../../tasks/task.ts';
import { useRun, useView, useWords } from '../context.ts';
import { Figure } from '../Figure.tsx';
import { TimestepColumns } from '../TimestepColumns.tsx';
import { TimestepTicks } from '../TimestepTicks.tsx';
import { useSize } from '../useSize.ts';
import styles from './WordByWord.module.css';

/** CSS pixels: the names of the answers, of which the ticks keep some by themselves, and a column with a number in it. */
const NAMES = 76;
const TICKS_KEEP = 30;
const NUMBER_ROOM = 34;
const WIDEST_COLUMN = 96;

export function WordByWord() {
  const words = useWords(taskWords).wordByWord;
  const task = useRun((run) => run.task);
  const trace = useRun((run) => run.snapshot.trace);
  const view = useView((state) => state.timestep);
  const frame = useRef<HTMLDivElement>(null);
  const room = useSize(frame).width;
  const { timesteps } = trace;
  const names = task.outputNames;
  const read = readNames(task, trace);
  const shares = read.map((_, t) => softmax(trace.logits, t * names.length, names.length));
  const said = read.map((_, t) => saidAt(task, trace, t));
  const selected = Math.min(view, timesteps - 1);
  const width = Math.min(Math.max(0, room - NAMES), timesteps * WIDEST_COLUMN);
  const isNumbered = width / timesteps >= NUMBER_ROOM;
  const percents = Array.from(shares[selected], percentOf);
  return (
    <Figure
      name={words.name}
      className={styles.figure ?? ''}
      summary={words.summary(
        selected + 1,
        read[selected],
        names.map((name, output) => ({ name, percent: percents[output] })),
      )}
      table={() => ({
        caption: words.table,
        columns: [words.word, ...names],
        rows: read.map((word, t) => [
          `${t + 1} ${word}`,
          ...Array.from(shares[t], (p) => `${percentOf(p)}%`),
        ]),
      })}
    >
      <p className={styles.hint}>{words.hint}</p>
      <div ref={frame}>
        {room > 0 && (
          <>
            <TimestepColumns
              count={timesteps}
              width={width}
              className={isNumbered ? styles.numbered : styles.bars}
              style={{ marginLeft: NAMES, width }}
            >
              {names.map((name, output) => (
                <div key={name} className={styles.row}>
                  <span className={styles.name} style={{ width: NAMES }}>
                    {name}
                  </span>
                  {shares.map((share, t) => (
                    <span
                      key={t}
                      className={styles.cell}
                      data-selected={t === selected}
                      data-largest={said[t] === output}
                    >
                      <span className={styles.bar} style={{ height: `${100 * share[output]}%` }} />
                      {isNumbered && <span className={styles.percent}>{percentOf(share[output])}</span>}
                    </span>
                  ))}
                </div>
              ))}
            </TimestepColumns>
            <div style={{ marginLeft: NAMES - TICKS_KEEP }}>
              <TimestepTicks letters={read} timesteps={timesteps} selected={selected} width={width} />
            </div>
          </>
        )}
      </div>
    </Figure>
  );
}

function percentOf(share: number): number {
  return Math.round(100 * share);
}
