/** A run by itself: what a worker shows of a configuration at an update, without page, client or clock. */
import type { Config } from '../src/state/config.ts';
import { runConfigOf } from '../src/state/start.ts';
import { readText, type TextTask } from '../src/tasks/text.ts';
import type { Snapshot } from '../src/worker/protocol.ts';
import { createSession } from '../src/worker/session.ts';
import { PAGE } from './include.ts';

export function taskOf(config: Pick<Config, 'text' | 'letterUnit'>): TextTask {
  const reading = readText(config.text, config.letterUnit);
  if (reading.kind === 'tooShort') throw new Error('the text is too short');
  return reading.task;
}

export function referenceAt(
  config: Config,
  update: number,
): Snapshot & { readonly parameters: Float64Array } {
  let slices: (() => void)[] = [];
  const snapshots: Snapshot[] = [];
  const session = createSession({
    now: () => 0,
    yieldControl: (resume) => slices.push(resume),
    post: (reply) => {
      if (reply.type === 'snapshots') snapshots.push(...reply.snapshots);
    },
  });
  session.receive({
    type: 'create',
    runId: 1,
    config: runConfigOf(config, { task: taskOf(config), exercise: null }),
    resume: null,
    update,
  });
  while (slices.length > 0) {
    const due = slices;
    slices = [];
    for (const resume of due) resume();
  }
  session.receive({ type: 'pull', requestId: 1, wants: [{ runId: 1, since: 0, include: PAGE }] });
  const [snapshot] = snapshots;
  const { parameters } = snapshot;
  if (parameters === null) throw new Error('a snapshot without the parameters that were asked for');
  return { ...snapshot, parameters: Float64Array.from(parameters) };
}
