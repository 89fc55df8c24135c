/** What the page opens with: a text that can be trained on, and a complete picture before the worker has answered. */
import { countParameters } from './engine/index.ts';
import { firstPicture } from './firstPicture.ts';
import { type Config, DEFAULT_CONFIG } from './state/config.ts';
import { isUsable } from './state/interventions.ts';
import type { Notice, Run } from './state/run.ts';
import { modelOf } from './state/start.ts';
import { DEFAULT_LINK, type Link, type LinkReading } from './state/url.ts';
import { readText, type TextReading, type TextTask } from './tasks/text.ts';

type UsableReading = Exclude<TextReading, { kind: 'tooShort' }>;

export interface UsableStart {
  readonly config: Config;
  readonly reading: UsableReading;
  /** What there is to say about the text. */
  readonly notice: Notice | null;
  /** Whether the text could not be trained on, so that the first text stands in. */
  readonly isTextReplaced: boolean;
  /** Whether interventions were left out because the network has nothing of what they name. */
  readonly isThinned: boolean;
}

/**
 * A configuration whose text can be trained on; where it cannot, the first text stands in.
 * Its interventions are those that the network can have.
 */
export function usableStart(config: Config): UsableStart {
  const reading = readText(config.text, config.letterUnit);
  if (reading.kind === 'tooShort') {
    return { ...usableStart({ ...config, text: DEFAULT_CONFIG.text }), isTextReplaced: true };
  }
  const model = modelOf(config, reading.task);
  const parameters = countParameters(model);
  const interventions = config.interventions.filter((change) => isUsable(change, model, parameters));
  return {
    config: { ...config, text: reading.task.text, interventions },
    reading,
    notice: noticeOf(reading),
    isTextReplaced: false,
    isThinned: interventions.length < config.interventions.length,
  };
}

/** The run store before the worker has answered. A network too large to compute here leaves hello on the screen. */
export function firstRun(config: Config, task: TextTask): Omit<Run, 'textNotice' | 'notice'> {
  const snapshot = firstPicture(config, task);
  if (snapshot === null) {
    const { config: hello, reading } = usableStart(DEFAULT_CONFIG);
    return { ...firstRun(hello, reading.task), preparing: true };
  }
  return {
    task,
    model: modelOf(config, task),
    phase: { kind: 'paused' },
    snapshot,
    parameters: snapshot.parameters ?? new Float64Array(),
    curve: snapshot.curve ?? {
      updates: new Float64Array(),
      losses: new Float64Array(),
      accuracies: new Float64Array(),
    },
    preparing: false,
    until: null,
    met: null,
    branches: [],
    twin: null,
  };
}

/** What there is to say about a text that was read. */
export function noticeOf(reading: TextReading): Notice | null {
  if (reading.kind === 'ready') return null;
  if (reading.kind === 'tooShort') return { kind: 'tooShort' };
  return { kind: 'tooLong', limit: reading.limit, lastLetters: reading.lastLetters };
}

/** What there is to say about a link: what could not be read, and what its text and network do not have. */
export function unreadNotice(
  { link, unread }: LinkReading,
  { reading, isTextReplaced, isThinned }: Pick<UsableStart, 'reading' | 'isTextReplaced' | 'isThinned'>,
): Notice | null {
  const isElsewhere = placeOf(link, reading.task).timestep !== link.timestep;
  const keys = [...new Set([...unread, ...(isElsewhere ? ['t'] : []), ...(isThinned ? ['do'] : [])])];
  if (isTextReplaced) return { kind: 'linkTextTooShort', standIn: reading.task.text, keys };
  return keys.length > 0 ? { kind: 'linkUnread', keys } : null;
}

/** Where a link stands; a timestep that its text does not have gives way to the default. */
export function placeOf({ update, timestep }: Link, task: TextTask): Pick<Link, 'update' | 'timestep'> {
  const isThere = timestep < task.example.inputs.length;
  return { update, timestep: isThere ? timestep : DEFAULT_LINK.timestep };
}
