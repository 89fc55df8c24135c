/** One run in the worker: a trainer, what it is doing, and its past. */
import { type createTrainer, DivergenceError, type Trainer } from '../engine/index.ts';
import type { Checkpoints } from './checkpoints.ts';
import { applyChange, applyDue, checkInterventions, partingOf, withChange } from './interventions.ts';
import { createPace, type Pace } from './pace.ts';
import type { Change, Condition, Intervention, Resume, RunConfig, RunPhase } from './protocol.ts';
import { createTimeline, type Timeline } from './timeline.ts';

/** How long a run works before messages are let in (ms). A single step may take longer. */
const SLICE = 8;
/** The clock is looked at about this often (ms): a look costs as much as a small network's update. */
const LOOK = 1;

export interface RunOptions {
  readonly config: RunConfig;
  readonly resume: Resume | null;
  /** Where to seek to first. */
  readonly update: number;
  readonly checkpoints: Checkpoints;
  readonly createTrainer: typeof createTrainer;
  readonly now: () => number;
}

export interface Run {
  readonly config: RunConfig;
  readonly phase: RunPhase;
  readonly trainer: Trainer;
  readonly timeline: Timeline;
  readonly interventions: readonly Intervention[];
  train(pace: number | null, until: Condition | null): void;
  pause(): void;
  advance(count: number): void;
  seek(update: number): void;
  /** The loss that makes the change impossible (NaN where it means nothing in this network), or null when it was made. */
  intervene(change: Change): number | null;
  rewrite(interventions: readonly Intervention[], update: number): void;
  /** Goes to where a seek begins to replay, if it is not there yet: before that there is nothing to show. */
  chooseWay(): void;
  /** Milliseconds until there is work: 0 for now, Infinity for none. */
  wait(): number;
  /** Works for one slice. */
  work(): void;
}

/** @throws {RangeError} when the engine refuses the configuration. */
export function createRun({ config, resume, update, checkpoints, createTrainer, now }: RunOptions): Run {
  checkInterventions(config);
  let interventions = config.interventions;
  let trainer = createTrainer(config);
  let phase: RunPhase = { kind: 'paused' };
  let until: Condition | null = null;
  /** The goal of an `advance` under way: another one adds to it. */
  let advanceTo: number | null = null;
  let pace: Pace | null = null;
  let updatesPerLook = 1;
  /** The next update that needs more than the training itself: most of half a million a second do not. */
  let eventAt = 0;
  /** Whether the way to the target of a seek has yet to be chosen: of many seeks only the last one costs. */
  let mustChooseWay = false;
  /** Whether the trainer is of a history that was rewritten. */
  let isStale = false;
  const usable = resume !== null && resume.checkpoint.update <= update ? resume : null;
  const timeline = createTimeline(checkpoints, usable);
  if (usable !== null) trainer.restore(usable.checkpoint);
  if (attempt(arrive)) seek(update);

  function isBusy(): boolean {
    return phase.kind === 'training' || phase.kind === 'seeking';
  }

  /** Everything that has to happen at certain updates, the first time or again. */
  function arrive(): void {
    applyDue(trainer, interventions);
    timeline.note(trainer);
    const here = trainer.update;
    const planned = interventions.find((intervention) => intervention.update > here);
    eventAt = Math.min(timeline.nextAfter(here), planned?.update ?? Number.POSITIVE_INFINITY);
  }

  /** How many updates may be left to the goal. */
  function distance(): number {
    if (phase.kind === 'seeking') return phase.target - trainer.update;
    if (until?.kind === 'update') return Math.max(0, until.update - trainer.update);
    return until !== null && isMet(until) ? 0 : Number.POSITIVE_INFINITY;
  }

  function isMet(condition: Condition): boolean {
    switch (condition.kind) {
      case 'update':
        return trainer.update >= condition.update;
      case 'accuracy':
        return trainer.correct >= condition.share * trainer.targets;
      case 'loss':
        return trainer.loss <= condition.nats;
    }
  }

  function rest(): void {
    phase = { kind: 'paused' };
    until = null;
    advanceTo = null;
    pace = null;
  }

  /** False when the run diverges; it stands at its last good update then. */
  function attempt(work: () => void): boolean {
    try {
      work();
      return true;
    } catch (error) {
      if (!(error instanceof DivergenceError)) throw error;
      rest();
      phase = { kind: 'diverged', update: error.update, loss: error.loss };
      return false;
    }
  }

  /** Up to `count` updates, fewer when the goal is reached; returns how many. */
  function step(count: number): number {
    const goal = Math.min(count, distance());
    const ends = until !== null && until.kind !== 'update' ? until : null;
    let done = 0;
    attempt(() => {
      while (done < goal) {
        trainer.step();
        done++;
        if (trainer.update === eventAt) arrive();
        if (trainer.correct > timeline.best) timeline.noteMilestone(trainer);
        if (ends !== null && isMet(ends)) break;
      }
      if (distance() === 0) rest();
    });
    timeline.noteEnd(trainer);
    return done;
  }

  function work(): void {
    chooseWay();
    let looked = now();
    const end = looked + SLICE;
    const due = pace?.due(looked) ?? Number.POSITIVE_INFINITY;
    const pacing = pace;
    let left = due;
    while (left > 0 && looked < end && isBusy()) {
      const count = Math.min(updatesPerLook, left);
      left -= step(count);
      const time = now();
      if (time - looked > LOOK) updatesPerLook = Math.max(1, updatesPerLook >> 1);
      else if (count === updatesPerLook && time - looked < LOOK / 2) updatesPerLook *= 2;
      looked = time;
    }
    pacing?.spend(due - left, left > 0);
  }

  function wait(): number {
    if (!isBusy()) return Number.POSITIVE_INFINITY;
    return pace?.wait(now()) ?? 0;
  }

  function train(updatesPerSecond: number | null, condition: Condition | null): void {
    chooseWay();
    if (phase.kind === 'diverged') return;
    const wasTraining = phase.kind === 'training';
    phase = { kind: 'training' };
    until = condition;
    advanceTo = null;
    if (distance() === 0) rest();
    else if (updatesPerSecond === null) pace = null;
    else if (pace === null) pace = createPace(updatesPerSecond, now(), wasTraining ? 0 : 1);
    else pace.change(updatesPerSecond, now());
  }

  function advance(count: number): void {
    chooseWay();
    const to = (advanceTo ?? trainer.update) + count;
    train(null, { kind: 'update', update: to });
    if (phase.kind === 'training') advanceTo = to;
  }

  function seek(target: number): void {
    rest();
    mustChooseWay = isStale || target !== trainer.update;
    if (mustChooseWay) phase = { kind: 'seeking', target, from: trainer.update };
  }

  function chooseWay(): void {
    if (!mustChooseWay || phase.kind !== 'seeking') return;
    const { target } = phase;
    mustChooseWay = false;
    const kept = timeline.nearest(target);
    const here = trainer.update;
    attempt(() => {
      if (isStale || target < here || (kept !== null && kept.update > here)) {
        isStale = false;
        if (kept === null) trainer = createTrainer(config);
        else trainer.restore(kept);
        arrive();
      }
      if (trainer.update === target) rest();
      else phase = { kind: 'seeking', target, from: trainer.update };
    });
  }

  function intervene(change: Change): number | null {
    chooseWay();
    try {
      applyChange(trainer, change);
    } catch (error) {
      if (error instanceof DivergenceError) return error.loss;
      if (error instanceof RangeError) return Number.NaN;
      throw error;
    }
    if (phase.kind !== 'training') rest();
    interventions = withChange(interventions, change, trainer.update);
    timeline.forgetFrom(trainer.update);
    arrive();
    return null;
  }

  function rewrite(next: readonly Intervention[], target: number): void {
    chooseWay();
    checkInterventions({ ...config, interventions: next });
    const parting = partingOf(interventions, next);
    interventions = next;
    if (parting < Number.POSITIVE_INFINITY) timeline.forgetFrom(parting);
    isStale = trainer.update >= parting;
    const planned = next.find((intervention) => intervention.update > trainer.update);
    eventAt = Math.min(eventAt, planned?.update ?? Number.POSITIVE_INFINITY);
    seek(target);
    // Nothing of the old history may be shown under the new one.
    if (isStale) chooseWay();
  }

  return {
    config,
    get phase() {
      return phase;
    },
    get trainer() {
      return trainer;
    },
    timeline,
    get interventions() {
      return interventions;
    },
    train,
    pause() {
      chooseWay();
      if (phase.kind !== 'diverged') rest();
    },
    advance,
    seek,
    intervene,
    rewrite,
    chooseWay,
    wait,
    work,
  };
}
