/** Two or three shapes above each other with their timesteps aligned; where they differ is framed. */
import { useRef } from 'react';
import { useStore } from 'zustand';
import * as shapesWords from '../../i18n/shapes.ts';
import type { TaskKind } from '../../state/config.ts';
import { isAnswering, type Task, targetAt } from '../../tasks/task.ts';
import { AppContext, useMessages, useWords } from '../context.ts';
import { Figure } from '../Figure.tsx';
import { useSize } from '../useSize.ts';
import styles from './Comparison.module.css';
import { SmallNetwork } from './SmallNetwork.tsx';
import { useBoard, useShapes } from './shapesContext.ts';
import { LABELS, smallPitch } from './smallLayout.ts';

const GUTTER = 170;
/** From here on most words have room on the level. */
const WIDE = 56;
/** Room for an upright answer over its probabilities. */
const LEANING_LABELS = 110;

/** At which timesteps a shape has an input, and at which a target. */
interface Presence {
  readonly task: TaskKind;
  readonly reads: readonly boolean[];
  readonly says: readonly boolean[];
  /** Whether somebody knows the targets; else `says` is where there would be some. */
  readonly isKnown: boolean;
}

type PairName = keyof (typeof shapesWords.en)['pairs'];

export function Comparison() {
  const words = useWords(shapesWords);
  const { network } = useMessages();
  const { labs } = useShapes();
  const compared = useBoard((board) => board.compared);
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const presences = usePresences();
  const chosen = presences.filter(({ task }) => compared.includes(task));
  const longest = Math.max(1, ...chosen.map(({ reads }) => reads.length));
  const gutter = width < 600 ? 0 : GUTTER;
  const pitch = smallPitch(width - gutter, longest);
  const isScrolling = pitch * longest > width - gutter + 1;
  const differsAt = (part: 'reads' | 'says') =>
    Array.from({ length: longest }, (_, t) =>
      chosen.some((each) => (each[part][t] ?? false) !== (chosen[0][part][t] ?? false)),
    );
  const differing = { read: differsAt('reads'), said: differsAt('says') };
  const stepsOf = ({ reads, says }: Presence) => ({
    reads: numbersWhere(reads),
    says: numbersWhere(says),
    of: reads.length,
  });
  const pairs = chosen.flatMap((one, index) =>
    chosen.slice(index + 1).map((other) => `${one.task} ${other.task}` as PairName),
  );
  const facts = chosen.map((each) => [
    words.names[each.task],
    words.reads(stepsOf(each)),
    (each.isKnown ? words.says : words.saysUnknown)(stepsOf(each)),
  ]);
  return (
    <Figure
      name={words.comparison}
      summary={facts.map((fact) => fact.join(', ')).join('; ')}
      table={() => ({ caption: words.table, columns: Object.values(words.columns), rows: facts })}
      aside={<span className={styles.legend}>{words.differs}</span>}
      className={styles.figure ?? ''}
    >
      <ul className={styles.sentences}>
        {pairs.map((pair) => (
          <li key={pair}>{words.pairs[pair]}</li>
        ))}
      </ul>
      <div
        ref={frame}
        className={styles.rows}
        {...(isScrolling && { tabIndex: 0, role: 'group', 'aria-label': network.scroller })}
      >
        {width > 0 &&
          chosen.map((each, index) => (
            <AppContext key={each.task} value={labs[each.task]}>
              <div
                className={styles.row}
                style={{ gridTemplateColumns: gutter > 0 ? `${gutter}px auto` : 'auto' }}
              >
                <div className={styles.name}>
                  <h3>{facts[index][0]}</h3>
                  <p>{facts[index][1]}</p>
                  <p>{facts[index][2]}</p>
                </div>
                <SmallNetwork pitch={pitch} labels={labelsOf(each.task, pitch)} differing={differing} />
              </div>
            </AppContext>
          ))}
      </div>
    </Figure>
  );
}

/** Pixels for what is read and said: more where probabilities stand under what is said. */
function labelsOf(task: TaskKind, pitch: number): number {
  if (task === 'feelings') return pitch >= WIDE ? LABELS.upright : LEANING_LABELS;
  return pitch >= WIDE ? LABELS.level : LABELS.upright;
}

/** Of all five, in their order. */
function usePresences(): readonly Presence[] {
  const { labs } = useShapes();
  const tasks = {
    text: useStore(labs.text.run, (run) => run.task),
    captions: useStore(labs.captions.run, (run) => run.task),
    feelings: useStore(labs.feelings.run, (run) => run.task),
    numbers: useStore(labs.numbers.run, (run) => run.task),
    motion: useStore(labs.motion.run, (run) => run.task),
  };
  return (Object.keys(tasks) as TaskKind[]).map((kind) => {
    const task = tasks[kind];
    const steps = task.example.inputs.map((_, t) => t);
    const isKnown = steps.some((t) => targetAt(task, t) !== null);
    return {
      task: kind,
      reads: steps.map((t) => isGiven(task, t)),
      says: steps.map((t) => (isKnown ? targetAt(task, t) !== null : isAnswering(task, t))),
      isKnown,
    };
  });
}

/** Whether something comes from outside: not what it said itself, nor the sign to begin. */
function isGiven({ example }: Task, t: number): boolean {
  const { inputs, decoderFrom = inputs.length } = example;
  const input = inputs[t];
  const isOwn = typeof input === 'object' && input !== null && 'offset' in input;
  return input !== null && !isOwn && t < decoderFrom;
}

function numbersWhere(isThere: readonly boolean[]): number[] {
  return isThere.flatMap((there, t) => (there ? [t + 1] : []));
}
