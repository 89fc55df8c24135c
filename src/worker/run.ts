/** One run in the worker: a trainer, what it is doing, and its past. */
import { type createTrainer, DivergenceError, type Trainer } from '../engine/index.ts';
import type { Checkpoints } from './checkpoints.ts';
import { createHistory } from './history.ts';
import { createPace, type Pace } from './pace.ts';
import type { Condition, Curve, Intervention, Resume, RunConfig, RunPhase } from './protocol.ts';

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
  readonly phase: RunPhase;
  readonly trainer: Trainer;
  readonly firstRight: number | null;
  readonly interventions: readonly Intervention[];
  curve(): Curve;
  train(pace: number | null, until: Condition | null): void;
  pause(): void;
  advance(count: number): void;
  seek(update: number): void;
  intervene(value: number): void;
  /** Milliseconds until there is work: 0 for now, Infinity for none. */
  wait(): number;
  /** Works for one slice. */
  work(): void;
}

/** @throws {RangeError} when the engine refuses the configuration. */
export function createRun({ config, resume, update, checkpoints, createTrainer, now }: RunOptions): Run {
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
  const usable = resume !== null && resume.checkpoint.update <= update ? resume : null;
  const history = createHistory(usable?.curve);
  let firstRight = usable?.firstRight ?? null;
  if (usable !== null) trainer.restore(usable.checkpoint);
  arrive();
  seek(update);

  function isRight(): boolean {
    return trainer.correct === trainer.targets;
  }

  function isBusy(): boolean {
    return phase.kind === 'training' || phase.kind === 'seeking';
  }

  /** Everything that has to happen at certain updates, the first time or again. */
  function arrive(): void {
    const here = trainer.update;
    applyLearningRate();
    noteEnd();
    if (here % checkpoints.stride === 0) checkpoints.keep(trainer);
    if (firstRight === null && isRight()) firstRight = here;
    const planned = interventions.find((intervention) => intervention.update > here);
    eventAt = Math.min(
      nextMultiple(history.stride),
      nextMultiple(checkpoints.stride),
      planned?.update ?? Number.POSITIVE_INFINITY,
    );
  }

  function nextMultiple(stride: number): number {
    return (Math.floor(trainer.update / stride) + 1) * stride;
  }

  /** The curve is exact at its end, wherever that is. */
  function noteEnd(): void {
    history.reach(trainer.update, trainer.loss, trainer.correct / trainer.targets);
  }

  function applyLearningRate(): void {
    if (interventions.length === 0) return;
    const inForce = interventions.findLast((intervention) => intervention.update <= trainer.update);
    const learningRate = inForce?.value ?? config.training.learningRate;
    if (learningRate !== trainer.learningRate) trainer.setLearningRate(learningRate);
  }

  /** How many updates may be left to the goal. */
  function distance(): number {
    if (phase.kind === 'seeking') return phase.target - trainer.update;
    if (until?.kind === 'update') return Math.max(0, until.update - trainer.update);
    return until !== null && isRight() ? 0 : Number.POSITIVE_INFINITY;
  }

  function rest(): void {
    phase = { kind: 'paused' };
    until = null;
    advanceTo = null;
    pace = null;
  }

  /** Up to `count` updates, fewer when the goal is reached; returns how many. */
  function step(count: number): number {
    const goal = Math.min(count, distance());
    const stopsWhenRight = until?.kind === 'right';
    let done = 0;
    try {
      while (done < goal) {
        trainer.step();
        done++;
        if (trainer.update === eventAt) arrive();
        if ((stopsWhenRight || firstRight === null) && isRight()) {
          firstRight ??= trainer.update;
          if (stopsWhenRight) break;
        }
      }
      if (distance() === 0) rest();
    } catch (error) {
      if (!(error instanceof DivergenceError)) throw error;
      rest();
      phase = { kind: 'diverged', update: error.update, loss: error.loss };
    }
    noteEnd();
    return done;
  }

  function work(): void {
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
    const to = (advanceTo ?? trainer.update) + count;
    train(null, { kind: 'update', update: to });
    if (phase.kind === 'training') advanceTo = to;
  }

  function seek(target: number): void {
    rest();
    const kept = checkpoints.nearest(target);
    const here = trainer.update;
    if (target < here || (kept !== null && kept.update > here)) {
      if (kept === null) trainer = createTrainer(config);
      else trainer.restore(kept);
      arrive();
    }
    if (trainer.update < target) phase = { kind: 'seeking', target };
  }

  function intervene(value: number): void {
    const at = trainer.update;
    if (phase.kind !== 'training') rest();
    const earlier = interventions.filter((intervention) => intervention.update < at);
    interventions = [...earlier, { kind: 'learningRate', update: at, value }];
    history.forgetAfter(at);
    checkpoints.forgetAfter(at);
    if (firstRight !== null && firstRight > at) firstRight = null;
    arrive();
  }

  return {
    get phase() {
      return phase;
    },
    get trainer() {
      return trainer;
    },
    get firstRight() {
      return firstRight;
    },
    get interventions() {
      return interventions;
    },
    curve: history.curve,
    train,
    pause() {
      if (phase.kind !== 'diverged') rest();
    },
    advance,
    seek,
    intervene,
    wait,
    work,
  };
}
