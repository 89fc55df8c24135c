/** The updates of the run under way as a line to move along and to interfere with, and the futures left on it. */
import { countParameters } from '../engine/index.ts';
import { endOf, keepBranch, seenFrom } from '../state/branches.ts';
import { type ConfigStore, LIMITS, learningRateAt } from '../state/config.ts';
import { isUsable, sameInterventions } from '../state/interventions.ts';
import type { Notice, RunStore } from '../state/run.ts';
import { modelOf } from '../state/start.ts';
import type { Task } from '../tasks/task.ts';
import { partingOf, subjectOf, withChange, withoutIdle } from '../worker/interventions.ts';
import type { Change, Intervention, Snapshot } from '../worker/protocol.ts';
import type { RunDriver } from './runDriver.ts';

export interface TimelineOptions {
  readonly config: ConfigStore;
  readonly run: RunStore;
  readonly driver: RunDriver;
  /** Something was chosen that can be undone; changes of one `field` in a row are one choice. */
  readonly onChoice: (field: string) => void;
  /** Starts the run again with another learning rate. */
  readonly restart: (learningRate: number) => void;
}

export interface Timeline {
  /** The update where the run is, or where it is going; after it blew up, the last good one, which is shown. */
  readonly place: number;
  /** A new run on `task` goes to `update`; everything known of the last one is forgotten. */
  start(task: Task, update: number): void;
  /** An order other than to go somewhere: what was on its way stays where it is. */
  stay(): void;
  /** Goes to an update; negative is 0, and beyond the limit nothing moves and a notice says so. */
  seek(update: number): void;
  /** Whether a run may get to an update; if not, a notice says so. */
  isReachable(update: number): boolean;
  intervene(change: Change): void;
  remove(index: number): void;
  /** Goes to the end of an earlier future. */
  returnTo(branchId: number): void;
  forgetBranch(branchId: number): void;
  /** Another history of the same run, at `update`. */
  rewrite(interventions: readonly Intervention[], update: number): void;
  /** A snapshot has been taken; `isAnswer` where every order so far had its effect before. */
  arrive(snapshot: Snapshot, isAnswer: boolean): void;
  /** The worker did not make a change; the next snapshot tells what there is instead. */
  refuse(change: Change, loss: number): void;
}

export function createTimeline({ config, run, driver, onChoice, restart }: TimelineOptions): Timeline {
  let task = run.getState().task;
  /** Where the run was ordered to go, until the worker has answered. */
  let heading: number | null = null;
  /** Changes that wait until a replay has arrived: in the middle of it the place it goes to would be lost. */
  let postponed: readonly Change[] = [];
  let lastBranch = 0;

  function place(): number {
    const { snapshot, phase } = run.getState();
    return heading ?? (phase.kind === 'seeking' ? phase.target : snapshot.update);
  }

  function isReplaying(): boolean {
    return heading === null ? run.getState().phase.kind === 'seeking' : heading > 0;
  }

  function hasTrained(): boolean {
    const { curve, phase } = run.getState();
    return place() > 0 || phase.kind !== 'paused' || (driver.isShown && endOf(curve) > 0);
  }

  function adopt(interventions: readonly Intervention[]): void {
    config.setState({ interventions });
    run.setState({ branches: seenFrom(run.getState().branches, interventions) });
  }

  /** Keeps what is known of the present future where it goes beyond the update at which another one begins. */
  function leaveFuture(parting: number): void {
    const { curve, branches, snapshot } = run.getState();
    if (!driver.isShown || endOf(curve) <= parting) return;
    const { interventions } = snapshot;
    const left = { id: ++lastBranch, interventions, curve };
    run.setState({ branches: keepBranch(branches, left) });
  }

  function rewrite(interventions: readonly Intervention[], update: number): void {
    const { branches, snapshot } = run.getState();
    const known = branches.find((branch) => sameInterventions(branch.interventions, interventions));
    leaveFuture(partingOf(snapshot.interventions, interventions));
    adopt(interventions);
    postponed = [];
    heading = update;
    driver.rewrite(interventions, update, known ?? null);
  }

  function intervene(change: Change): void {
    const now = config.getState();
    const model = modelOf(now, task);
    if (!isUsable(change, model, countParameters(model))) return;
    dropNotice('refused');
    postponed = postponed.filter((other) => subjectOf(other) !== subjectOf(change));
    if (isReplaying()) {
      postponed = [...postponed, change];
      return;
    }
    const update = place();
    if (change.kind === 'learningRate') {
      if (change.value === learningRateAt(now, update)) return;
      if (!hasTrained() && now.interventions.length === 0) {
        restart(change.value);
        return;
      }
    }
    leaveFuture(update);
    adopt(withChange(now.interventions, change, update));
    driver.intervene(change);
    onChoice(subjectOf(change));
  }

  function isReachable(update: number): boolean {
    const limit = LIMITS.update.max;
    if (update > limit) run.setState({ notice: { kind: 'beyondEnd', limit } });
    if (update <= limit) dropNotice('beyondEnd');
    return update <= limit;
  }

  function dropNotice(kind: Notice['kind']): void {
    if (run.getState().notice?.kind === kind) run.setState({ notice: null });
  }

  return {
    get place() {
      return place();
    },
    start(next, update) {
      task = next;
      heading = update;
      postponed = [];
      run.setState({ branches: [] });
      dropNotice('refused');
      dropNotice('beyondEnd');
    },
    stay() {
      if (driver.isShown) heading = null;
    },
    seek(update) {
      const target = Math.max(0, Math.round(update));
      if (!isReachable(target)) return;
      heading = target;
      driver.seek(target);
    },
    isReachable,
    intervene,
    remove(index) {
      const { interventions } = config.getState();
      if (interventions[index] === undefined) return;
      rewrite(withoutIdle(interventions.filter((_, i) => i !== index)), place());
      onChoice(`remove ${interventions.length}`);
    },
    returnTo(branchId) {
      const branch = run.getState().branches.find(({ id }) => id === branchId);
      if (branch === undefined) return;
      rewrite(branch.interventions, endOf(branch.curve));
      onChoice(`return to ${branchId}`);
    },
    forgetBranch(branchId) {
      run.setState({ branches: run.getState().branches.filter(({ id }) => id !== branchId) });
    },
    rewrite,
    arrive({ interventions }, isAnswer) {
      if (isAnswer) {
        heading = null;
        if (!sameInterventions(config.getState().interventions, interventions)) adopt(interventions);
      }
      if (postponed.length === 0 || isReplaying()) return;
      const due = postponed;
      postponed = [];
      for (const change of due) intervene(change);
    },
    refuse: (change, loss) => run.setState({ notice: { kind: 'refused', change, loss } }),
  };
}
