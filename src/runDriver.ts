/** Drives one run through the worker: starts it, passes orders on, and puts what comes back into the run store. */
import type { Config } from './state/config.ts';
import type { RunStore } from './state/run.ts';
import { modelOf, runConfigOf } from './state/start.ts';
import type { TextTask } from './tasks/text.ts';
import { type ClientOptions, createClient } from './worker/client.ts';
import type { Condition, Resume, Snapshot } from './worker/protocol.ts';

export interface RunDriverOptions {
  readonly run: RunStore;
  readonly client: Pick<ClientOptions, 'spawn' | 'requestFrame' | 'cancelFrame'>;
  /** After the store has taken a snapshot. */
  readonly onSnapshot: (snapshot: Snapshot) => void;
}

/** What the run was last told to do, as far as the pace matters. */
type Order = { readonly kind: 'train'; readonly until: Condition | null } | { readonly kind: 'other' };

export interface RunDriver {
  /** Replaces the run; the last picture stays until the first one of the new run is here. */
  begin(config: Config, task: TextTask, update: number, resume: Resume | null): void;
  train(pace: number | null, until: Condition | null): void;
  /** A new pace for training under way; nothing else is touched. */
  changePace(pace: number | null): void;
  pause(): void;
  advance(count: number): void;
  seek(update: number): void;
  changeLearningRate(value: number): void;
  dispose(): void;
}

export function createRunDriver({ run, client: clientOptions, onSnapshot }: RunDriverOptions): RunDriver {
  let runId = 0;
  let starting: Pick<ReturnType<RunStore['getState']>, 'task' | 'model'> | null = null;
  let order: Order = { kind: 'other' };

  const client = createClient({
    ...clientOptions,
    onSnapshot: receive,
    onRestart: (runs) => {
      const mine = runs.find((restarted) => restarted.runId === runId);
      if (mine) run.setState({ notice: { kind: 'workerRestarted', update: mine.update } });
    },
    onFailure: () => {
      starting = null;
      order = { kind: 'other' };
      run.setState({ notice: { kind: 'workerFailed' }, phase: { kind: 'paused' }, preparing: false });
    },
  });

  function receive(snapshot: Snapshot): void {
    if (snapshot.runId !== runId) return;
    const { parameters, curve, phase } = snapshot;
    const before = run.getState();
    const untilRight = order.kind === 'train' && order.until?.kind === 'right';
    const isRight = phase.kind === 'paused' && snapshot.correct === snapshot.targets;
    run.setState({
      ...starting,
      snapshot,
      phase,
      parameters: parameters ?? before.parameters,
      curve: curve ?? before.curve,
      preparing: false,
      reachedRightAt: untilRight && isRight ? snapshot.update : before.reachedRightAt,
    });
    starting = null;
    if (phase.kind !== 'training') order = { kind: 'other' };
    onSnapshot(snapshot);
  }

  /** Whatever is ordered next, an earlier "until right" is no longer what the page talks about. */
  function give(next: Order): void {
    order = next;
    run.setState({ reachedRightAt: null });
  }

  return {
    begin(config, task, update, resume) {
      client.send({ type: 'dispose', runId });
      runId += 1;
      starting = { task, model: modelOf(config, task) };
      give({ kind: 'other' });
      run.setState({ preparing: true });
      client.send({ type: 'create', runId, config: runConfigOf(config, task), resume, update });
      client.want(runId, { parameters: true, curve: true });
    },
    train(pace, until) {
      give({ kind: 'train', until });
      client.send({ type: 'train', runId, pace, until });
    },
    changePace(pace) {
      if (order.kind === 'train') client.send({ type: 'train', runId, pace, until: order.until });
    },
    pause() {
      give({ kind: 'other' });
      client.send({ type: 'pause', runId });
    },
    advance(count) {
      give({ kind: 'other' });
      client.send({ type: 'advance', runId, count });
    },
    seek(update) {
      give({ kind: 'other' });
      client.send({ type: 'seek', runId, update });
    },
    changeLearningRate(value) {
      client.send({ type: 'intervene', runId, kind: 'learningRate', value });
    },
    dispose: () => client.terminate(),
  };
}
