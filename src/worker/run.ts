/** One run in the worker: its course through training, and what it is doing. */
import { type createTrainer, DivergenceError } from '../engine/index.ts';
import type { Checkpoints } from './checkpoints.ts';
import { isMet } from './condition.ts';
import { type Course, createCourse } from './course.ts';
import { createExaminations, type Examinations } from './examinations.ts';
import { impossibleIn, isPossible } from './interventions.ts';
import { createPace, type Pace } from './pace.ts';
import type { Change, Condition, Intervention, Resume, RunConfig, RunPhase } from './protocol.ts';

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

export interface Run extends Pick<Course, 'trainer' | 'past' | 'interventions'> {
  readonly config: RunConfig;
  readonly phase: RunPhase;
  readonly examinations: Examinations;
  train(pace: number | null, until: Condition | null): void;
  pause(): void;
  advance(count: number): void;
  seek(update: number): void;
  /** The loss that makes the change impossible (NaN where the network has no such thing), or null when it was made. */
  intervene(change: Change): number | null;
  /** The first intervention that the network cannot have, or null when it goes the new way. */
  rewrite(interventions: readonly Intervention[], update: number): Intervention | null;
  /**
   * Goes to where a seek begins to replay: before that there is nothing to show. Returns about how long (ms) the replay
   * from there takes; 0 where the run was there before.
   */
  chooseWay(): number;
  /** Milliseconds until there is work: 0 for now, Infinity for none. */
  wait(): number;
  /** Works for one slice. */
  work(): void;
}

/** @throws {RangeError} when the configuration is refused. */
export function createRun({ config, resume, update, checkpoints, createTrainer, now }: RunOptions): Run {
  const usable = resume !== null && resume.checkpoint.update <= update ? resume : null;
  const course = createCourse({ config, resume: usable, checkpoints, createTrainer });
  const examinations = createExaminations(config, course, now);
  let phase: RunPhase = { kind: 'paused' };
  let until: Condition | null = null;
  /** The goal of an `advance` under way: another one adds to it. */
  let advanceTo: number | null = null;
  let pace: Pace | null = null;
  let updatesPerLook = 1;
  /** Milliseconds that an update took at the last look. */
  let updateTime = 0;
  /** Whether the way to the target of a seek has yet to be chosen: of many seeks only the last one costs. */
  let mustChooseWay = false;
  if (attempt(course.arrive)) seek(update);

  function isBusy(): boolean {
    return phase.kind === 'training' || phase.kind === 'seeking';
  }

  /** How many updates may be left to the goal. */
  function distance(): number {
    const here = course.trainer.update;
    if (phase.kind === 'seeking') return phase.target - here;
    if (until?.kind === 'update') return Math.max(0, until.update - here);
    return until !== null && isMet(until, course.trainer) ? 0 : Number.POSITIVE_INFINITY;
  }

  function rest(): void {
    phase = standing();
    until = null;
    advanceTo = null;
    pace = null;
  }

  /** At the last good update of a run that broke down there is nothing to train on from, however one came back to it. */
  function standing(): RunPhase {
    const { breakdown } = course.past;
    if (course.isStale || breakdown?.lastGood !== course.trainer.update) return { kind: 'paused' };
    return { kind: 'diverged', update: breakdown.update, loss: breakdown.loss };
  }

  /** False when the run diverges; it stands at its last good update then. */
  function attempt(work: () => void): boolean {
    try {
      work();
      return true;
    } catch (error) {
      if (!(error instanceof DivergenceError)) throw error;
      const { update, loss } = error;
      course.past.noteBreakdown({ lastGood: course.trainer.update, update, loss });
      rest();
      course.past.noteEnd(course.trainer);
      return false;
    }
  }

  /** Up to `count` updates, fewer when the goal is reached; returns how many. */
  function step(count: number): number {
    const goal = Math.min(count, distance());
    const ends = until !== null && until.kind !== 'update' ? until : null;
    let done = 0;
    attempt(() => {
      const stride = ends === null ? goal : 1;
      while (done < goal) {
        course.step(stride);
        done += stride;
        if (ends !== null && isMet(ends, course.trainer)) break;
      }
      if (distance() === 0) rest();
    });
    course.past.noteEnd(course.trainer);
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
      const done = step(count);
      left -= done;
      const time = now();
      updateTime = (time - looked) / Math.max(1, done);
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
    const to = (advanceTo ?? course.trainer.update) + count;
    train(null, { kind: 'update', update: to });
    if (phase.kind === 'training') advanceTo = to;
  }

  function seek(target: number): void {
    const from = course.trainer.update;
    mustChooseWay = course.isStale || target !== from || phase.kind === 'diverged';
    rest();
    if (mustChooseWay) phase = { kind: 'seeking', target, from };
  }

  function chooseWay(): number {
    if (!mustChooseWay || phase.kind !== 'seeking') return 0;
    const { target } = phase;
    mustChooseWay = false;
    attempt(() => {
      course.approach(target);
      if (course.trainer.update === target) rest();
      else phase = { kind: 'seeking', target, from: course.trainer.update };
    });
    return phase.kind === 'seeking' ? distance() * updateTime : 0;
  }

  function intervene(change: Change): number | null {
    if (!isPossible(change, config.model)) return Number.NaN;
    chooseWay();
    try {
      course.change(change);
    } catch (error) {
      if (error instanceof DivergenceError) return error.loss;
      throw error;
    }
    if (phase.kind !== 'training') rest();
    attempt(course.arrive);
    return null;
  }

  function rewrite(next: readonly Intervention[], target: number): Intervention | null {
    const impossible = impossibleIn(next, config.model);
    if (impossible !== null) return impossible;
    course.rewrite(next);
    seek(target);
    // Nothing of the old history may be shown under the new one.
    if (course.isStale) chooseWay();
    return null;
  }

  return {
    config,
    get phase() {
      return phase;
    },
    get trainer() {
      return course.trainer;
    },
    examinations,
    past: course.past,
    get interventions() {
      return course.interventions;
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
