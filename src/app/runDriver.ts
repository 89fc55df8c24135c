/** Drives one run through the worker: starts it, passes orders on, and puts what comes back into the run store. */
import { parameterLayout } from '../engine/index.ts';
import { endOf } from '../state/branches.ts';
import type { Config } from '../state/config.ts';
import { sameInterventions } from '../state/interventions.ts';
import type { Run, RunStore } from '../state/run.ts';
import { fitSight, NOTHING_MORE, type PanelSight } from '../state/sight.ts';
import { modelOf, runConfigOf, type Subject } from '../state/start.ts';
import type { Asked } from '../tasks/questions.ts';
import type { Client, ClientCallbacks } from '../worker/client.ts';
import { isSameExample } from '../worker/probe.ts';
import type {
  Change,
  Condition,
  Curve,
  Intervention,
  Resume,
  RunCommand,
  Snapshot,
} from '../worker/protocol.ts';
import { createTwinDriver } from './twinDriver.ts';

export interface RunDriverOptions {
  readonly run: RunStore;
  /** A worker's client for this driver's runs, which may be one of several on the same worker. */
  readonly connect: (callbacks: ClientCallbacks) => Client;
  /** After the store has taken a snapshot; `isAnswer` where every order so far had its effect before. */
  readonly onSnapshot: (snapshot: Snapshot, isAnswer: boolean) => void;
  /** A change was not made: the loss would not have been usable. */
  readonly onRefused: (change: Change, loss: number) => void;
}

/** What the run was last told to do, as far as the page or the pace depends on it. */
type Order =
  | { readonly kind: 'train'; readonly until: Condition | null }
  | { readonly kind: 'pause' | 'other' };

/** A future that was visited before, as far as it is known. */
export interface KnownFuture {
  readonly interventions: readonly Intervention[];
  readonly curve: Curve;
}

export interface RunDriver {
  /** Whether the picture on the screen is of this run, and not still of the one before. */
  readonly isShown: boolean;
  /** Whether training goes on until somebody or something ends it. */
  readonly isTraining: boolean;
  /** Ends the run; its last picture stays, and orders are kept for the run that begins next. */
  leave(): void;
  begin(config: Config, subject: Subject, update: number, resume: Resume | null): void;
  /** Another question to the exercise's network that has begun; it is in sight as soon as its picture is there. */
  ask(asked: Asked): void;
  train(pace: number | null, until: Condition | null): void;
  /** A new pace for training under way; nothing else is touched. */
  changePace(pace: number | null): void;
  pause(): void;
  advance(count: number): void;
  seek(update: number): void;
  intervene(change: Change): void;
  /** Another history of the same run, standing at `update`; what is known of its future is shown at once. */
  rewrite(interventions: readonly Intervention[], update: number, known: KnownFuture | null): void;
  /** What snapshots contain beside the trace, the parameters and the curve. */
  want(sight: PanelSight): void;
  setTwin(on: boolean): void;
  dispose(): void;
}

export function createRunDriver({ run, connect, onSnapshot, onRefused }: RunDriverOptions): RunDriver {
  let runId = 0;
  /** What the next picture will be of, where that is something else than the present one. */
  let coming: Pick<Run, 'task' | 'exercise' | 'asked' | 'model'> | null = null;
  let order: Order = { kind: 'other' };
  let known: KnownFuture | null = null;
  let sight = NOTHING_MORE;
  /** Orders for a run that has not begun. */
  let kept: RunCommand[] | null = null;

  const client = connect({
    isBehind: () => run.isBehind,
    onSnapshot: receive,
    onRefused: ({ runId: of, change, loss }) => {
      if (of === runId) onRefused(change, loss);
    },
    onRestart: (runs) => {
      const mine = runs.find((restarted) => restarted.runId === runId);
      if (mine) run.setState({ notice: { kind: 'workerRestarted', update: mine.update } });
    },
    onFailure: (failure) => {
      if (failure.kind === 'run' && failure.runId !== runId) {
        if (failure.runId === twin.runId) twin.end();
        return;
      }
      order = { kind: 'other' };
      run.setState({
        notice: { kind: 'workerFailed' },
        phase: { kind: 'paused' },
        ordered: null,
        preparing: false,
        until: null,
      });
    },
  });
  const twin = createTwinDriver(run, client);

  function receive(snapshot: Snapshot, isAnswer: boolean): void {
    if (snapshot.runId === twin.runId) twin.receive(snapshot);
    if (snapshot.runId !== runId) return;
    const { parameters, curve, phase } = snapshot;
    const before = run.getState();
    const arrived = coming !== null && isOf(coming, snapshot) ? coming : null;
    // A question that was asked in between, and is not any more.
    if (arrived === null && !(before.snapshot.runId === runId && isOf(before, snapshot))) return;
    const isAtRest = phase.kind === 'paused' || phase.kind === 'diverged';
    const hasEnded = order.kind === 'train' && isAnswer && isAtRest;
    const condition = hasEnded && phase.kind === 'paused' ? before.until : null;
    run.setState({
      ...arrived,
      snapshot,
      phase,
      ordered: isAnswer ? null : before.ordered,
      parameters: parameters ?? before.parameters,
      curve: furthest(curve ?? before.curve, snapshot.interventions),
      examination: snapshot.examination,
      preparing: false,
      until: hasEnded ? null : before.until,
      met: condition ? { condition, update: snapshot.update } : before.met,
    });
    if (arrived !== null) coming = null;
    if (hasEnded) order = { kind: 'other' };
    twin.follow(snapshot);
    onSnapshot(snapshot, isAnswer);
  }

  /** The curve of the same history that goes further: the worker's own, or the one known from before. */
  function furthest(own: Curve, interventions: readonly Intervention[]): Curve {
    if (known === null || !sameInterventions(known.interventions, interventions)) return own;
    if (endOf(own) < endOf(known.curve)) return known.curve;
    known = null;
    return own;
  }

  /** Whatever is ordered next, an earlier condition is no longer what the page talks about. */
  function give(next: Order): void {
    order = next;
    run.setState({ ordered: next.kind, met: null, until: next.kind === 'train' ? next.until : null });
  }

  function send(command: RunCommand): void {
    if (kept === null) client.send(command);
    else kept.push(command);
  }

  function showWanted(): void {
    const { task, exercise, model } = coming ?? run.getState();
    const { example } = task;
    const timesteps = example.inputs.length;
    const fitting = fitSight(sight, { cell: model.cell, timesteps, views: parameterLayout(model).length });
    const asked = exercise === null ? null : { probe: example, examination: true };
    client.want(runId, { ...fitting, ...asked, parameters: true, curve: true });
  }

  return {
    get isShown() {
      return run.getState().snapshot.runId === runId;
    },
    get isTraining() {
      return order.kind === 'train' && run.getState().phase.kind === 'training';
    },
    leave() {
      client.send({ type: 'dispose', runId });
      twin.end();
      runId = client.newRunId();
      kept = [];
      known = null;
      give({ kind: 'other' });
      run.setState({ preparing: true, ordered: null });
    },
    begin(config, subject, update, resume) {
      coming = { ...subject, model: modelOf(config, subject.task) };
      client.send({ type: 'create', runId, config: runConfigOf(config, subject), resume, update });
      showWanted();
      twin.begin(config, subject);
      const orders = kept ?? [];
      kept = null;
      for (const order of orders) client.send(order);
    },
    ask(asked) {
      if (kept !== null) return;
      const { exercise, model } = coming ?? run.getState();
      coming = { task: asked.task, exercise, asked, model };
      // Words that are not known are read alike: the present picture is of this question, too, and none will come.
      const { snapshot } = run.getState();
      if (snapshot.runId === runId && isOf(coming, snapshot)) {
        run.setState(coming);
        coming = null;
      }
      showWanted();
    },
    train(pace, until) {
      give({ kind: 'train', until });
      send({ type: 'train', runId, pace, until });
    },
    changePace(pace) {
      if (order.kind === 'train') send({ type: 'train', runId, pace, until: order.until });
    },
    pause() {
      give({ kind: 'pause' });
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
    intervene(change) {
      run.setState({ met: null });
      send({ type: 'intervene', runId, change });
    },
    rewrite(interventions, update, future) {
      give({ kind: 'other' });
      known = future;
      send({ type: 'rewrite', runId, interventions, update });
    },
    want(wanted) {
      sight = wanted;
      if (kept === null) showWanted();
    },
    setTwin: (on) => twin.set(on),
    dispose: () => client.terminate(),
  };
}

/** Whether a picture is of that: an exercise shows what it was asked, a text itself. */
function isOf({ exercise, task }: Pick<Subject, 'exercise' | 'task'>, { example }: Snapshot): boolean {
  return exercise === null || isSameExample(task.example, example);
}
