/** A trainer under way in a run's history: what a person changes of it, and what is kept of its past. */
import type { createTrainer, Trainer } from '../engine/index.ts';
import type { Checkpoints } from './checkpoints.ts';
import { applyChange, applyDue, impossibleIn, partingOf, withChange } from './interventions.ts';
import { createPast, type Past } from './past.ts';
import type { Change, Intervention, Resume, RunConfig } from './protocol.ts';

export interface CourseOptions {
  readonly config: RunConfig;
  readonly resume: Resume | null;
  readonly checkpoints: Checkpoints;
  readonly createTrainer: typeof createTrainer;
}

export interface Course {
  readonly trainer: Trainer;
  readonly past: Past;
  readonly interventions: readonly Intervention[];
  /** The trainer is of a history that was rewritten, until `approach`. */
  readonly isStale: boolean;
  /** Does what is due at the present update, the first time or again. Throws DivergenceError. */
  arrive(): void;
  /** So many updates. Throws DivergenceError, as one that an intervention of an update causes. */
  step(count: number): void;
  /** Goes to the last kept update on the way to `target`, or stays where it is nearer. Throws DivergenceError. */
  approach(target: number): void;
  /** Makes a change at the present update, or throws DivergenceError and is as before. */
  change(change: Change): void;
  rewrite(interventions: readonly Intervention[]): void;
}

/** @throws {RangeError} when the engine or the model refuses the configuration. */
export function createCourse({ config, resume, checkpoints, createTrainer }: CourseOptions): Course {
  const impossible = impossibleIn(config.interventions, config.model);
  if (impossible !== null) throw new RangeError(`no such change: ${JSON.stringify(impossible)}`);
  let interventions = config.interventions;
  let trainer = createTrainer(config);
  let isStale = false;
  /** The next update that needs more than the training itself: most of a million a second do not. */
  let eventAt = 0;
  const past = createPast(checkpoints, resume);
  if (resume !== null) trainer.restore(resume.checkpoint);

  function arrive(): void {
    applyDue(trainer, interventions);
    past.note(trainer);
    lookAhead();
  }

  function lookAhead(): void {
    const here = trainer.update;
    const planned = interventions.find((intervention) => intervention.update > here);
    eventAt = Math.min(past.nextAfter(here), planned?.update ?? Number.POSITIVE_INFINITY);
  }

  /** Up to `count` updates with nothing in between, ending with a milestone; returns how many. */
  function train(count: number): number {
    const { best } = past;
    let done = 0;
    do {
      trainer.step();
      done++;
    } while (done < count && trainer.correct <= best);
    past.noteMilestone(trainer);
    return done;
  }

  return {
    get trainer() {
      return trainer;
    },
    past,
    get interventions() {
      return interventions;
    },
    get isStale() {
      return isStale;
    },
    arrive,
    step(count) {
      for (let left = count; left > 0; ) {
        left -= train(Math.min(left, eventAt - trainer.update));
        if (trainer.update === eventAt) arrive();
      }
    },
    approach(target) {
      const mustGoBack = isStale || target < trainer.update;
      const kept = past.nearest(target, mustGoBack ? -1 : trainer.update);
      if (kept !== null) trainer.restore(kept);
      else if (mustGoBack) trainer = createTrainer(config);
      isStale = false;
      arrive();
    },
    change(change) {
      applyChange(trainer, change);
      interventions = withChange(interventions, change, trainer.update);
      past.forgetFrom(trainer.update);
    },
    rewrite(next) {
      const parting = partingOf(interventions, next);
      interventions = next;
      if (parting === Number.POSITIVE_INFINITY) return;
      past.forgetFrom(parting);
      isStale ||= trainer.update >= parting;
      if (isStale) return;
      past.noteEnd(trainer);
      lookAhead();
    },
  };
}
