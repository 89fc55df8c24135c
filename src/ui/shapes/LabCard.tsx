/** One shape: its diagram, its task, its network at work on an example, and how well it does. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isolated } from '../../i18n/isolated.ts';
import * as shapesWords from '../../i18n/shapes.ts';
import type { TaskKind } from '../../state/config.ts';
import { pretrainedOf } from '../../state/pretrained.ts';
import { MOST_COMPARED } from '../../state/shapes.ts';
import { memorylessCeiling } from '../../tasks/memoryless.ts';
import { endBefore, readAt } from '../../tasks/task.ts';
import { asText, letterMark } from '../../tasks/text.ts';
import { useActions, useConfig, useMessages, useRun, useView, useWords } from '../context.ts';
import { Answer } from '../exercise/Answer.tsx';
import { Figure } from '../Figure.tsx';
import { lazily } from '../lazily.ts';
import { isMoving } from '../phase.ts';
import { describeStep, inSentence } from '../step.ts';
import { useMedia } from '../useMedia.ts';
import { useSize } from '../useSize.ts';
import { COMPARISON } from './Comparison.tsx';
import { DepthButton, DepthSentence } from './DepthSentence.tsx';
import { Direction } from './Direction.tsx';
import { ExampleStepper } from './ExampleStepper.tsx';
import styles from './LabCard.module.css';
import { LabScores } from './LabScores.tsx';
import { ShapeDiagram } from './ShapeDiagram.tsx';
import { SmallNetwork } from './SmallNetwork.tsx';
import { StepScroller } from './StepScroller.tsx';
import { SCHEMES } from './schemes.ts';
import { useBoard, useShapes } from './shapesContext.ts';
import { smallPitch } from './smallLayout.ts';

/** Loaded when somebody asks something else. */
const QuestionEditor = lazily(async () => (await import('../exercise/QuestionEditor.tsx')).QuestionEditor);

const OwnText = lazily(async () => (await import('./OwnText.tsx')).OwnText);

export function LabCard({ task: kind }: { readonly task: TaskKind }) {
  const words = useWords(shapesWords);
  const messages = useMessages();
  const task = useRun((run) => run.task);
  const snapshot = useRun((run) => run.snapshot);
  /** A network too large to be drawn before the worker has it: what stands in for it is not of this shape. */
  const isStandIn = useRun((run) => (run.exercise?.kind ?? 'text') !== kind);
  const timestep = useView((view) => view.timestep);
  const [isAsking, setAsking] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const { timesteps } = snapshot.trace;
  const t = Math.min(timestep, timesteps - 1);
  const name = words.names[kind];
  const { update } = snapshot;
  const answers = Array.from({ length: timesteps }, (_, step) => describeStep(task, snapshot.trace, step));
  const isPicture = readAt(task, snapshot.trace, t).kind === 'picture';
  const spoken = isPicture ? { ...answers[t], letter: words.picture } : answers[t];
  const correct = answers.filter(({ right }) => right).length;
  const targets = task.example.targets.filter((target) => target !== null).length;
  const end = endBefore(task, snapshot.trace, timesteps - 1);
  const pitch = smallPitch(width, timesteps);
  return (
    <article className={styles.card} aria-label={name} data-task={kind} data-asking={isAsking}>
      <Figure
        name={name}
        summary={
          isStandIn
            ? words.seeking
            : `${words.summary(messages.network.step(inSentence(spoken)), timesteps, update, correct, targets)}${end === null ? '' : ` ${words.endedAt(end + 1)}`}`
        }
        table={({ networkTable }) =>
          networkTable({ task, snapshot, timestep: t, words: messages, covered: false, guesses: [] })
        }
        aside={<ShapeDiagram {...SCHEMES[kind]} />}
        className={styles.figure ?? ''}
      >
        <p className={styles.goal}>
          {words.goals[kind]} {kind === 'numbers' && <Direction />}
        </p>
        <div ref={frame}>
          {isStandIn && <p className={styles.coming}>{words.seeking}</p>}
          {width > 0 && !isStandIn && (
            <StepScroller width={width} pitch={pitch} timesteps={timesteps} timestep={t}>
              <SmallNetwork pitch={pitch} />
            </StepScroller>
          )}
        </div>
      </Figure>
      <div className={styles.foot}>
        {kind !== 'text' && <ExampleStepper name={name} />}
        <button
          type="button"
          className={styles.disclose}
          aria-label={words.askHint(name)}
          aria-expanded={isAsking}
          onClick={() => setAsking(!isAsking)}
        >
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <path d={isAsking ? 'M1.5 3.5 5 7l3.5-3.5' : 'M3.5 1.5 7 5 3.5 8.5'} />
          </svg>
          {words.ask}
        </button>
      </div>
      {isAsking && <Opened>{kind === 'text' ? <OwnText /> : <Asking />}</Opened>}
      <div className={styles.facts}>
        {kind === 'text' && <Confused />}
        {kind === 'motion' && !isStandIn && <FramesRight />}
        {kind !== 'text' && kind !== 'motion' && (
          <div className={isAsking ? styles.answer : `${styles.answer} ${styles.alone}`}>
            <Answer />
          </div>
        )}
        {!isStandIn && <LabScores />}
        <DepthSentence task={kind} />
        <CardNotice task={kind} />
      </div>
      <div className={styles.foot}>
        <MoveButtons name={name} />
        <Compare task={kind} />
        <SeeCompared task={kind} />
      </div>
      <div className={styles.foot}>
        <DepthButton task={kind} />
        <OpenLink name={name} />
      </div>
    </article>
  );
}

/** How many letters are named. */
const FOLLOWERS_NAMED = 3;
const OTHERS_NAMED = 8;

/** The letters of a text that a letter alone cannot tell apart. */
function Confused() {
  const words = useWords(shapesWords);
  const text = asText(useRun((run) => run.task));
  if (text === null) return null;
  const [first, ...others] = memorylessCeiling(text).confused;
  if (first === undefined) return <p className={styles.confused}>{words.unconfused}</p>;
  const sentence = words.confused(
    isolated(letterMark(first.letter)),
    named(first.followers, FOLLOWERS_NAMED),
    named(others, OTHERS_NAMED),
  );
  return <p className={styles.confused}>{sentence}</p>;
}

function named(letters: readonly { readonly letter: string }[], most: number): string[] {
  const marks = letters.slice(0, most).map(({ letter }) => isolated(letterMark(letter)));
  return letters.length > most ? [...marks, '…'] : marks;
}

/** What somebody asks stands next to what the network says to it, and is brought into sight as soon as it is there. */
function Opened({ children }: { readonly children: ReactNode }) {
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const part = useRef<HTMLDivElement>(null);
  const isThere = useSize(part).height > 0;
  useEffect(() => {
    if (isThere) part.current?.scrollIntoView?.({ block: 'nearest', behavior: still ? 'instant' : 'smooth' });
  }, [isThere, still]);
  return (
    <div ref={part} className={styles.opened}>
      {children}
    </div>
  );
}

function Asking() {
  const actions = useActions();
  const exercise = useRun((run) => run.exercise);
  const asked = useRun((run) => run.asked);
  if (exercise === null || asked === null) return null;
  return <QuestionEditor exercise={exercise} question={asked.question} onAsk={actions.ask} />;
}

/** Of a video nothing more is to be said than what stands over its frames. */
function FramesRight() {
  const words = useWords(shapesWords);
  const asked = useRun((run) => run.asked);
  const task = useRun((run) => run.task);
  const trace = useRun((run) => run.snapshot.trace);
  if (asked?.reading.kind !== 'ready') return <p className={styles.confused}>{words.guess}</p>;
  const steps = Array.from({ length: trace.timesteps }, (_, t) => describeStep(task, trace, t));
  const right = steps.filter((step) => step.right).length;
  return <p className={styles.confused}>{words.framesRight(right, steps.length)}</p>;
}

/** Why the network is not where somebody may expect it. */
function CardNotice({ task }: { readonly task: TaskKind }) {
  const words = useWords(shapesWords);
  const isFailed = useBoard((board) => board.untrained.includes(task));
  const isKept = useConfig((config) => pretrainedOf(config) !== null) && !isFailed;
  const isDiverged = useRun((run) => run.phase.kind === 'diverged');
  // A text is trained on the page anyhow, in no time.
  const isTrainingThere = useRun(({ phase }) => phase.kind === 'seeking' && task !== 'text') && !isKept;
  const update = useRun((run) => run.snapshot.update);
  const notice = () => {
    if (isDiverged) return words.diverged;
    if (isTrainingThere) return words.untrainedYet;
    return isFailed && update === 0 ? words.untrained : '';
  };
  return (
    <p role="status" className={styles.notice}>
      {notice()}
    </p>
  );
}

/** What moves this one alone. */
function MoveButtons({ name }: { readonly name: string }) {
  const words = useWords(shapesWords);
  const actions = useActions();
  const update = useRun((run) => run.snapshot.update);
  const isSeeking = useRun((run) => run.phase.kind === 'seeking' || run.preparing);
  const moving = useRun((run) => isMoving(run.phase));
  const diverged = useRun((run) => run.phase.kind === 'diverged');
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={moving ? words.pause(name) : words.train(name)}
        title={moving ? words.pause(name) : words.train(name)}
        aria-disabled={diverged}
        onClick={diverged ? undefined : moving ? actions.pause : actions.train}
      >
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d={moving ? 'M2 1h3v10H2zM7 1h3v10H7z' : 'M2.5 1v10L11 6z'} />
        </svg>
      </button>
      <button
        type="button"
        className={styles.button}
        aria-label={words.resetOne(name)}
        title={words.resetOne(name)}
        onClick={() => actions.reset()}
      >
        <svg viewBox="0 0 16 16" className={styles.outline} aria-hidden="true">
          <path d="M3 3v4h4M3.2 6.8A5.4 5.4 0 1 1 2.8 9.5" />
        </svg>
      </button>
      <span className={styles.update}>{isSeeking ? words.seeking : words.update(update)}</span>
    </>
  );
}

/** Puts it beside others. */
function Compare({ task }: { readonly task: TaskKind }) {
  const words = useWords(shapesWords);
  const { actions } = useShapes();
  const compared = useBoard((board) => board.compared);
  const isCompared = compared.includes(task);
  const isFull = compared.length === MOST_COMPARED && !isCompared;
  const hint = words.compareHint(words.names[task]);
  return (
    <label className={styles.compare} title={isFull ? words.most : hint}>
      <input
        type="checkbox"
        aria-label={hint}
        checked={isCompared}
        disabled={isFull}
        onChange={({ currentTarget }) => actions.setCompared(task, currentTarget.checked)}
      />
      {words.compare}
    </label>
  );
}

/** Leads up to where it stands beside others, which may be far out of sight. */
function SeeCompared({ task }: { readonly task: TaskKind }) {
  const words = useWords(shapesWords);
  const isBeside = useBoard(({ compared }) => compared.length > 1 && compared.includes(task));
  const still = useMedia('(prefers-reduced-motion: reduce)');
  if (!isBeside) return null;
  const see = () => {
    const comparison = document.getElementById(COMPARISON);
    comparison?.focus({ preventScroll: true });
    comparison?.scrollIntoView?.({ block: 'start', behavior: still ? 'instant' : 'smooth' });
  };
  return (
    <button type="button" data-see className={styles.see} onClick={see}>
      {words.seeCompared} <span aria-hidden="true">↑</span>
    </button>
  );
}

/** Leads to the playground, where the same network stands at the same place. */
function OpenLink({ name }: { readonly name: string }) {
  const words = useWords(shapesWords);
  const actions = useActions();
  // The link is another with each of these.
  useRun((run) => run.snapshot.update);
  useRun((run) => run.asked);
  useRun((run) => run.task);
  useView((view) => view.timestep);
  return (
    <a className={styles.open} href={new URL(actions.link()).hash} aria-label={words.openHint(name)}>
      {words.open}
    </a>
  );
}
