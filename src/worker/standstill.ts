/** The gradients of a run that stands still: each answer once, and time for what takes longer. */
import { createGradientReach, gradientReachOf } from '../engine/gradientReach.ts';
import type { Example, GradientReach } from '../engine/index.ts';
import { isSameExample } from './probe.ts';
import type { Contributions, Intervention, Reach } from './protocol.ts';
import type { Run } from './run.ts';
import { createWholeReachWork, planWholeReach, type WholeReachWork } from './wholeReach.ts';

/** How long work lasts before messages are let in (ms). */
const SLICE = 8;
/** After how long (ms) the unfinished is shown first; each later time takes twice as long. */
const FIRST_LOOK = 300;
/** How many times as long as the last picture took, with its way to the page, work goes on at least. */
const WORK_PER_LOOK = 10;

/** The answer to a question, found once for each key in a row; a copy that may be given away. */
export type Recall<Answer> = (key: string, find: () => Answer) => Answer;

export interface Standstill {
  readonly source: GradientReach;
  readonly recallWindow: Recall<Omit<Reach, 'whole'>>;
  readonly recallContributions: Recall<Contributions | null>;
  /** The whole text's reach, begun when first asked for; null where the run moves on. */
  whole(): WholeReachWork | null;
}

interface Kept extends Standstill {
  readonly trainer: Run['trainer'];
  readonly update: number;
  readonly interventions: readonly Intervention[];
  readonly example: Example;
  work: WholeReachWork | null;
  /** When the work is shown next, how long that was waited for, and since when the page has the last picture. */
  look: { readonly at: number; readonly after: number; readonly shownAt: number | null };
}

const KEPT = new WeakMap<Run, Kept>();

/** The gradients of the run's present update; kept as long as it rests there. */
export function standstillOf(run: Run, example: Example): Standstill {
  const known = KEPT.get(run);
  if (known && isOf(run, known) && isSameTask(known.example, example)) return known;
  const fresh = createStandstill(run, example);
  if (isAtRest(run)) KEPT.set(run, fresh);
  else KEPT.delete(run);
  return fresh;
}

export function forgetStandstill(run: Run): void {
  KEPT.delete(run);
}

/** Whether work was begun that can go on. */
export function hasMoreToFind(run: Run): boolean {
  const known = KEPT.get(run);
  return known !== undefined && isAtRest(run) && isOf(run, known) && known.work?.isFinished === false;
}

/** Works for one slice; true when there is something new that is worth showing. */
export function findMore(run: Run, now: () => number): boolean {
  const known = KEPT.get(run);
  if (known === undefined || known.work === null) return false;
  let time = now();
  const end = time + SLICE;
  known.look = nextLook(known.look, time);
  while (!known.work.isFinished && time < end) {
    known.work.goOn();
    time = now();
  }
  if (!known.work.isFinished && time < known.look.at) return false;
  known.look = { ...known.look, shownAt: time };
  return true;
}

/** Appoints the next look where the last one is over at `time`. */
function nextLook(look: Kept['look'], time: number): Kept['look'] {
  if (look.at === Number.POSITIVE_INFINITY) return { ...look, at: time + look.after };
  if (look.shownAt === null) return look;
  const after = Math.max(2 * look.after, WORK_PER_LOOK * (time - look.shownAt));
  return { at: time + after, after, shownAt: null };
}

function createStandstill(run: Run, example: Example): Kept {
  const { config, trainer, interventions } = run;
  const { model, training } = config;
  const { parameters, ablation, update } = trainer;
  const { truncation } = training;
  // A probe, or what the trainer keeps no pass of, has one of its own.
  const pass = example === config.examples[trainer.example] ? trainer.pass() : null;
  const source = pass
    ? gradientReachOf(pass, truncation)
    : createGradientReach({ model, parameters, example, truncation, ablation });
  const isKept = isAtRest(run);
  const kept: Kept = {
    trainer,
    update,
    interventions,
    example,
    source,
    work: null,
    look: { at: Number.POSITIVE_INFINITY, after: FIRST_LOOK, shownAt: null },
    recallWindow: createRecall(isKept),
    recallContributions: createRecall(isKept),
    whole() {
      if (!isKept) return null;
      kept.work ??= createWholeReachWork(source, planWholeReach(model, example.inputs.length));
      return kept.work;
    },
  };
  return kept;
}

function createRecall<Answer>(isKept: boolean): Recall<Answer> {
  let known: { readonly key: string; readonly answer: Answer } | null = null;
  return (key, find) => {
    if (!isKept) return find();
    if (known?.key !== key) known = { key, answer: find() };
    return structuredClone(known.answer);
  };
}

function isAtRest(run: Run): boolean {
  return run.wait() === Number.POSITIVE_INFINITY;
}

/** Another history of the run has other interventions, and an earlier update another trainer or number. */
function isOf(run: Run, { trainer, update, interventions }: Kept): boolean {
  return run.trainer === trainer && run.trainer.update === update && run.interventions === interventions;
}

function isSameTask(one: Example, other: Example): boolean {
  return isSameExample(one, other) && one.targets.every((target, t) => target === other.targets[t]);
}
