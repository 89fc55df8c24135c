/** What the page opens with: a text that can be trained on, and a complete picture before the worker has answered. */
import { firstPicture } from './firstPicture.ts';
import { type Config, DEFAULT_CONFIG } from './state/config.ts';
import type { Notice, Run } from './state/run.ts';
import { modelOf } from './state/start.ts';
import type { LinkReading } from './state/url.ts';
import { readText, type TextReading, type TextTask } from './tasks/text.ts';

type UsableReading = Exclude<TextReading, { kind: 'tooShort' }>;

/** A configuration whose text can be trained on; where it cannot, the first text stands in and the notice says why. */
export function usableStart(config: Config): {
  config: Config;
  reading: UsableReading;
  notice: Notice | null;
} {
  const reading = readText(config.text, config.letterUnit);
  if (reading.kind !== 'tooShort') {
    return { config: { ...config, text: reading.task.text }, reading, notice: noticeOf(reading) };
  }
  const standIn = { ...config, text: DEFAULT_CONFIG.text };
  const { config: usable, reading: usableReading } = usableStart(standIn);
  return { config: usable, reading: usableReading, notice: { kind: 'tooShort' } };
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
    reachedRightAt: null,
    untilRight: false,
  };
}

/** What there is to say about a text that was read. */
export function noticeOf(reading: TextReading): Notice | null {
  if (reading.kind === 'ready') return null;
  if (reading.kind === 'tooShort') return { kind: 'tooShort' };
  return { kind: 'tooLong', limit: reading.limit, lastLetters: reading.lastLetters };
}

/** What there is to say about a link: the parts that could not be read, and a timestep the text does not have. */
export function unreadNotice({ link, unread }: LinkReading, task: TextTask): Notice | null {
  const keys = link.timestep < task.example.inputs.length ? unread : [...unread, 't'];
  return keys.length > 0 ? { kind: 'linkUnread', keys } : null;
}
