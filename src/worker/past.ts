/** What is kept of a run's past: its curve, its milestones and the moments to go back to. */
import type { Trainer } from '../engine/index.ts';
import type { Checkpoints } from './checkpoints.ts';
import { createHistory } from './history.ts';
import type { Breakdown, Curve, Milestone, Resume } from './protocol.ts';

export interface Past {
  /** Where the run went on from what was kept of it; until somebody fills it in, nothing is known before. */
  readonly resumedAt: number;
  readonly milestones: readonly Milestone[];
  /** The most targets ever right. */
  readonly best: number;
  /** Where training broke down, as long as nothing before it is changed: the same updates would break down there again. */
  readonly breakdown: Breakdown | null;
  /** The next update after this one that has to be noted. */
  nextAfter(update: number): number;
  /** Keeps what is to be kept of the trainer's present update. */
  note(trainer: Trainer): void;
  /** Fills in a moment from before `resumedAt`; the curve knows it already. */
  fillIn(trainer: Trainer): void;
  /** Curve and milestones are exact at their end, wherever that is. */
  noteEnd(trainer: Trainer): void;
  noteMilestone(trainer: Trainer): void;
  noteBreakdown(breakdown: Breakdown): void;
  /** Drops `update` and everything later. */
  forgetFrom(update: number): void;
  nearest: Checkpoints['nearest'];
  before: Checkpoints['before'];
  curve(): Curve;
  /** All that is to be known of it for going on at the trainer's present update. */
  resume(trainer: Trainer): Resume;
}

export function createPast(checkpoints: Checkpoints, resume: Resume | null): Past {
  const history = createHistory(resume?.curve);
  let milestones = resume?.milestones ?? [];
  let best = milestones.at(-1)?.correct ?? 0;
  let breakdown = resume?.breakdown ?? null;

  function noteMilestone({ update, correct }: Trainer): void {
    if (correct <= best) return;
    milestones = [...milestones, { update, correct }];
    best = correct;
  }

  function noteEnd(trainer: Trainer): void {
    history.reach(trainer.update, trainer.loss, trainer.correct / trainer.targets);
    noteMilestone(trainer);
  }

  return {
    resumedAt: resume?.checkpoint.update ?? 0,
    get milestones() {
      return milestones;
    },
    get best() {
      return best;
    },
    get breakdown() {
      return breakdown;
    },
    nextAfter: (update) => Math.min(history.nextAfter(update), checkpoints.nextAfter(update)),
    note(trainer) {
      noteEnd(trainer);
      checkpoints.keep(trainer);
    },
    fillIn: checkpoints.keep,
    noteEnd,
    noteMilestone,
    noteBreakdown(noted) {
      breakdown = noted;
    },
    forgetFrom(update) {
      history.forgetFrom(update);
      checkpoints.forgetFrom(update);
      milestones = milestones.filter((milestone) => milestone.update < update);
      best = milestones.at(-1)?.correct ?? 0;
      if (breakdown !== null && breakdown.update >= update) breakdown = null;
    },
    nearest: checkpoints.nearest,
    before: checkpoints.before,
    curve: history.curve,
    resume: (trainer) => ({
      checkpoint: trainer.save(),
      curve: history.curve(),
      milestones,
      ...(breakdown && { breakdown }),
    }),
  };
}
