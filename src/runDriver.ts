/** Drives one run through the worker: starts it, passes orders on, and puts what comes back into the run store. */
import type { Config } from './state/config.ts';
import type { RunStore } from './state/run.ts';
import { modelOf, runConfigOf } from './state/start.ts';
import type { TextTask } from './tasks/text.ts';
import { type ClientOptions, createClient } from './worker/client.ts';
import type { Condition, Resume, RunCommand, Snapshot } from './worker/protocol.ts';

export interface RunDriverOptions {
  readonly run: RunStore;
  readonly client: Pick<ClientOptions, 'spawn' | 'requestFrame' | 'cancelFrame'>;
  /** After the store has taken a snapshot. */
  readonly onSnapshot: (snapshot: Snapshot) => void;
}

/** What the run was last told to do, as far as the pace matters. */
type Order = { readonly kind: 'train'; readonly until: Condition | null } | { readonly kind: 'other' };

export interface RunDriver {
  /** Whether training goes on until somebody or something ends it. */
  readonly isTraining: boolean;
  /** Ends the run; its last picture stays, and orders are kept for the run that begins next. */
  leave(): void;
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
  /** Orders for a run that has not begun. */
  let kept: RunCommand[] | null = null;

  const client = createClient({
    ...clientOptions,
    onSnapshot: receive,
    onRestart: (runs) => {
      const mine = runs.find((restarted) => restarted.runId === runId);
      if (mine) run.setState({ notice: { kind: 'workerRestarted', update: mine.update } });
    },
    onFailure: () => {
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
    if (phase.kind === 'diverged') order = { kind: 'other' };
    onSnapshot(snapshot);
  }

  /** Whatever is ordered next, an earlier "until right" is no longer what the page talks about. */
  function give(next: Order): void {
    order = next;
    run.setState({
      reachedRightAt: null,
      untilRight: next.kind === 'train' && next.until?.kind === 'right',
    });
  }

  function send(command: RunCommand): void {
    if (kept === null) client.send(command);
    else kept.push(command);
  }

  return {
    get isTraining() {
      return order.kind === 'train' && run.getState().phase.kind === 'training';
    },
    leave() {
      client.send({ type: 'dispose', runId });
      runId += 1;
      kept = [];
      give({ kind: 'other' });
      run.setState({ preparing: true });
    },
    begin(config, task, update, resume) {
      starting = { task, model: modelOf(config, task) };
      client.send({ type: 'create', runId, config: runConfigOf(config, task), resume, update });
      client.want(runId, { parameters: true, curve: true });
      const orders = kept ?? [];
      kept = null;
      for (const order of orders) client.send(order);
    },
    train(pace, until) {
      give({ kind: 'train', until });
      send({ type: 'train', runId, pace, until });
    },
    changePace(pace) {
      if (order.kind === 'train') send({ type: 'train', runId, pace, until: order.until });
    },
    pause() {
      give({ kind: 'other' });
      send({ type: 'pause', runId });
    },
    advance(count) {
      give({ kind: 'other' });
      send({ type: 'advance', runId, count });
    },
    seek(update) {
      give({ kind: 'other' });
      send({ type: 'seek', runId, update });
    },
    changeLearningRate(value) {
      send({ type: 'intervene', runId, kind: 'learningRate', value });
    },
    dispose: () => client.terminate(),
  };
}
