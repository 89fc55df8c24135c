/** Keeps several runs at the same update: each is sent to the next meeting point and waits there for the others. */
import type { App } from '../app/app.ts';
import { LIMITS } from '../state/config.ts';
import type { Run } from '../state/run.ts';

/** A clock and its timers, as a window has them. */
export interface Clock {
  /** Milliseconds that never go back. */
  now(): number;
  setTimeout(callback: () => void, milliseconds: number): number;
  clearTimeout(timer: number): void;
}

/** What is driven of a lab. */
export interface Follower {
  readonly run: App['run'];
  readonly actions: Pick<App['actions'], 'seek'>;
}

export interface LockstepOptions {
  readonly followers: readonly Follower[];
  readonly clock: Clock;
  /** Where the followers are on their way to at first. */
  readonly target: number;
  /** Milliseconds that the way to the next meeting may take; more where pictures do not wait for it. */
  readonly way?: number;
  /** Something changed: a follower moved, or an order was given. `isMeeting` where all are at the target, at rest. */
  readonly onChange: (isMeeting: boolean) => void;
}

export interface Lockstep {
  /** The update at which all meet next. */
  readonly target: number;
  readonly isTraining: boolean;
  /** Where training ends by itself. */
  readonly until: number | null;
  /** Updates per second, null for as many as can be; with `until` it ends there by itself. */
  train(pace: number | null, until: number | null): void;
  changePace(pace: number | null): void;
  /** Training ends at the meeting point that all are on their way to; a replay ends where the last one of them is. */
  pause(): void;
  /** `count` more updates. */
  advance(count: number): void;
  /** Everybody goes to an update. */
  seek(update: number): void;
  /** The same, after some have started again: training goes on from there if it was going on. */
  restartAt(update: number): void;
  dispose(): void;
}

/**
 * Milliseconds that the way to the next meeting may take: a pause is soon and pictures follow each other, but most of the
 * time goes into training, however slow messages and drawing are.
 */
const WAY = 250;

/** Whether a follower is out: it diverged before the target, and cannot come. */
export function isOut({ phase, snapshot }: Run, target: number): boolean {
  return phase.kind === 'diverged' && snapshot.update < target;
}

export function createLockstep({
  followers,
  clock,
  onChange,
  way: longest = WAY,
  ...options
}: LockstepOptions): Lockstep {
  let target = options.target;
  let training: { pace: number | null; until: number | null } | null = null;
  /** By follower, where it was last sent. */
  const headings: number[] = followers.map(() => target);
  let timer: number | null = null;
  /** When the clock of the pace began, and at which update. */
  let base = { time: 0, update: 0 };
  /** When the present way began, how many updates it is, and how many the next one may be. */
  let way = { time: 0, updates: 1 };
  let most = 1;
  let isMet = false;

  function hasArrived(run: Run): boolean {
    return isOut(run, target) || (!run.preparing && !isMoving(run) && run.snapshot.update === target);
  }

  function look(): void {
    for (const [index, { run, actions }] of followers.entries()) {
      if (headings[index] === target || isOut(run.getState(), target)) continue;
      headings[index] = target;
      actions.seek(target);
    }
    const runs = followers.map(({ run }) => run.getState());
    const wasMet = isMet;
    isMet = runs.every(hasArrived);
    if (isMet && training !== null && runs.every((run) => isOut(run, target + 1))) training = null;
    if (isMet && !wasMet && training !== null) learnPace();
    onChange(isMet);
    if (isMet && training !== null) goOnLater();
  }

  /** How many updates fit into one way, from how long the last one took. */
  function learnPace(): void {
    const taken = Math.max(1, clock.now() - way.time);
    most = Math.max(1, Math.min(2 * most, Math.round((way.updates * longest) / taken)));
  }

  /** After those who listen to the meeting have been heard: what they change belongs to this update. */
  function goOnLater(): void {
    if (timer !== null || training === null) return;
    const { pace } = training;
    const due = pace === null ? 0 : base.time + ((target - base.update) * 1000) / pace - clock.now();
    timer = clock.setTimeout(goOn, Math.max(0, due));
  }

  function goOn(): void {
    timer = null;
    if (training === null || !isMet) return;
    const { pace, until } = training;
    const end = until ?? LIMITS.update.max;
    if (target >= end) {
      training = null;
      onChange(isMet);
      return;
    }
    const due = pace === null ? most : dueBy(clock.now(), pace) - target;
    if (due > most) base = { time: clock.now(), update: target };
    go(Math.min(end, target + Math.max(1, Math.min(most, due))));
  }

  /** The update at which a pace wants to be. */
  function dueBy(time: number, pace: number): number {
    return base.update + Math.floor(((time - base.time) * pace) / 1000) + 1;
  }

  function go(update: number): void {
    way = { time: clock.now(), updates: Math.max(1, update - target) };
    target = Math.max(0, Math.min(LIMITS.update.max, update));
    isMet = false;
    look();
  }

  function stop(): void {
    training = null;
    if (timer !== null) clock.clearTimeout(timer);
    timer = null;
  }

  const stopWatching = followers.map(({ run }) => run.subscribe(look));

  return {
    get target() {
      return target;
    },
    get isTraining() {
      return training !== null;
    },
    get until() {
      return training?.until ?? null;
    },
    train(pace, until) {
      stop();
      training = { pace, until };
      base = { time: clock.now(), update: target };
      look();
    },
    changePace(pace) {
      if (training === null) return;
      const { until } = training;
      stop();
      training = { pace, until };
      base = { time: clock.now(), update: target };
      look();
    },
    pause() {
      const wasTraining = training !== null;
      stop();
      if (wasTraining || isMet) look();
      else go(Math.min(target, ...followers.map(({ run }) => placeOf(run.getState()))));
    },
    advance(count) {
      stop();
      go(target + count);
    },
    seek(update) {
      stop();
      go(update);
    },
    restartAt(update) {
      headings.fill(Number.NaN);
      base = { time: clock.now(), update };
      go(update);
    },
    dispose() {
      stop();
      for (const end of stopWatching) end();
    },
  };
}

function placeOf({ preparing, snapshot }: Run): number {
  return preparing ? 0 : snapshot.update;
}

function isMoving({ phase }: Run): boolean {
  return phase.kind === 'training' || phase.kind === 'seeking';
}
