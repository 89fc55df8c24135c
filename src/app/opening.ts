/** What the page opens with: something that can be trained on, and a complete picture before the worker has answered. */
import { countParameters } from '../engine/index.ts';
import { type Config, DEFAULT_CONFIG, defaultConfig } from '../state/config.ts';
import { isCut, isUsable } from '../state/interventions.ts';
import type { Notice, Run } from '../state/run.ts';
import { modelOf, type Subject } from '../state/start.ts';
import { DEFAULT_LINK, type Link, type LinkReading } from '../state/url.ts';
import { hasSplitCluster, MAX_LETTER_UNITS } from '../tasks/letters.ts';
import type { LabExercise } from '../tasks/questions.ts';
import { readText, type TextReading, type TextTask } from '../tasks/text.ts';
import type { Snapshot } from '../worker/protocol.ts';
import { exerciseOf } from './exercises.ts';
import { firstPicture, forwardPicture } from './firstPicture.ts';

type UsableReading = Exclude<TextReading, { kind: 'tooShort' }>;

export interface UsableStart {
  readonly config: Config;
  readonly subject: Subject;
  /** What there is to say about the text. */
  readonly textNotice: Notice | null;
  /** Whether the text could not be trained on, so that the first text stands in. */
  readonly isTextReplaced: boolean;
  /** Keys of what the link says and there is not: interventions in what the network has not, a question that cannot be read. */
  readonly lacking: readonly string[];
}

/**
 * A configuration that can be trained: where its text cannot be, the first text stands in, and where its question
 * cannot be read, the first question. Its interventions are those that the network can have. `exercise` is that of
 * the configuration, null for a text.
 */
export function usableStart(
  { config, question }: Pick<Link, 'config' | 'question'>,
  exercise: LabExercise | null,
): UsableStart {
  const { reading, isTextReplaced } = usableText(config);
  const asked = exercise?.asked(question) ?? null;
  const subject = exercise === null ? textSubject(reading.task) : askedSubject(exercise, question);
  const model = modelOf(config, subject.task);
  const parameters = countParameters(model);
  const interventions = config.interventions.filter((change) => isUsable(change, model, parameters));
  const isQuestionLacking = exercise !== null && question !== '' && asked === null;
  return {
    config: { ...config, text: reading.task.text, interventions },
    subject,
    textNotice: exercise === null ? noticeOf(reading) : null,
    isTextReplaced: isTextReplaced && exercise === null,
    lacking: [
      ...(interventions.length < config.interventions.length ? ['do'] : []),
      ...(isQuestionLacking ? ['ask'] : []),
    ],
  };
}

/** An exercise that is asked what a link says, or else its first question. */
export function askedSubject(exercise: LabExercise, question: string): Subject {
  const asked = exercise.asked(question) ?? exercise.asked(exercise.firstQuestion);
  if (asked === null) throw new Error(`the first question of ${exercise.kind} cannot be read`);
  return { task: asked.task, exercise, asked };
}

export function textSubject(task: TextTask): Subject {
  return { task, exercise: null, asked: null };
}

function usableText(config: Config): { readonly reading: UsableReading; readonly isTextReplaced: boolean } {
  const reading = readText(config.text, config.letterUnit);
  if (reading.kind !== 'tooShort') return { reading, isTextReplaced: false };
  return { ...usableText({ ...config, text: DEFAULT_CONFIG.text }), isTextReplaced: true };
}

/** What the link of a page opens with. An exercise that could not be loaded gives way to hello. */
export function openingOf({ link, unread }: LinkReading): UsableStart & { readonly notice: Notice | null } {
  const exercise = exerciseOf(link.config);
  if (exercise === 'missing') {
    const start = usableStart({ config: defaultConfig('text'), question: '' }, null);
    return { ...start, notice: { kind: 'exerciseNotLoaded' } };
  }
  const start = usableStart(link, exercise);
  return { ...start, notice: unreadNotice({ link, unread }, start) };
}

/**
 * The run store before the worker has answered. Where `update` cannot be computed here it is that of update 0, where the
 * gradient cannot it is without, and a network too large even for that leaves hello on the screen; all these are
 * `preparing`.
 */
export function firstRun(config: Config, subject: Subject, update: number): OpeningRun {
  const picture = firstPicture(config, subject, update);
  if (picture !== null) return runOf(config, subject, picture);
  if (update > 0) return { ...firstRun(config, subject, 0), preparing: true };
  const forward = forwardPicture(config, subject);
  if (forward !== null) return { ...runOf(config, subject, forward), preparing: true };
  const hello = usableStart(DEFAULT_LINK, null);
  return { ...firstRun(hello.config, hello.subject, 0), preparing: true };
}

type OpeningRun = Omit<Run, 'textNotice' | 'notice'>;

/** A run of which there is this picture. */
export function runOf(config: Config, subject: Subject, snapshot: Snapshot): OpeningRun {
  const none = new Float64Array();
  return {
    ...subject,
    model: modelOf(config, subject.task),
    phase: snapshot.phase,
    snapshot,
    parameters: snapshot.parameters ?? none,
    curve: snapshot.curve ?? { updates: none, losses: none, accuracies: none },
    examination: null,
    preparing: false,
    until: null,
    met: null,
    ordered: null,
    branches: [],
    twin: null,
  };
}

/** What there is to say about a text that was read. */
export function noticeOf(reading: TextReading): Notice | null {
  if (reading.kind === 'tooShort') return { kind: 'tooShort' };
  if (reading.kind === 'ready') {
    return hasSplitCluster(reading.task.letters) ? { kind: 'clusterSplit', limit: MAX_LETTER_UNITS } : null;
  }
  return { kind: 'tooLong', limit: reading.limit, lastLetters: reading.lastLetters };
}

/** What there is to say about a link: what could not be read, and what its task and network do not have. */
export function unreadNotice(
  { link, unread }: LinkReading,
  { config, subject, isTextReplaced, lacking }: UsableStart,
): Notice | null {
  const isElsewhere = placeOf(link, subject).timestep !== link.timestep;
  const isTwinLacking = link.twin && !isCut(config);
  const keys = [
    ...new Set([...unread, ...(isElsewhere ? ['t'] : []), ...lacking, ...(isTwinLacking ? ['twin'] : [])]),
  ];
  if (isTextReplaced) return { kind: 'linkTextTooShort', standIn: config.text, keys };
  return keys.length > 0 ? { kind: 'linkUnread', keys } : null;
}

/** Where a link stands; a timestep that its text or question does not have gives way to the default. */
export function placeOf({ update, timestep }: Link, { task }: Subject): Pick<Link, 'update' | 'timestep'> {
  const isThere = timestep < task.example.inputs.length;
  return { update, timestep: isThere ? timestep : DEFAULT_LINK.timestep };
}
