/** What is measured of remembering: which cell, over which lag, from which start, with which seed; and how it went. */
import { createStore } from 'zustand/vanilla';
import type { CellKind } from '../engine/index.ts';
import type { RecallOptions } from '../tasks/recall.ts';

export const RECALL_KINDS = ['same', 'own', 'bracket'] as const;
/** The first of symbols among the same 8, among others, or the bracket that is to be closed. */
export type RecallKind = (typeof RECALL_KINDS)[number];

export function recallOptions(kind: RecallKind, lag: number): RecallOptions {
  return kind === 'bracket' ? { kind, lag } : { kind: 'firstSymbol', distractors: kind, lag };
}

export const STARTS = ['plain', 'open'] as const;
/** PyTorch's start, or the gate that keeps the past open from the beginning. */
export type Start = (typeof STARTS)[number];

/** The bias of the gate that keeps the past where it begins open: the LSTM's forget, the GRU's update gate. */
export const OPEN_BIAS = { rnn: 0, gru: 3, lstm: 5 } as const;

/** How much of the state such a gate lets through over a lag before anything is learned: σ(bias)^lag. */
export function keptOver(lag: number, bias: number): number {
  return (1 + Math.exp(-bias)) ** -lag;
}

export const SWEEP_CELLS = ['rnn', 'gru', 'lstm'] as const;

/** What a person chooses. */
export interface SweepChoice {
  readonly kind: RecallKind;
  /** The largest lag; smaller ones are measured too. */
  readonly lag: number;
  /** How many updates a network has. */
  readonly budget: number;
  /** How many seeds each is tried with: 1, 2, … */
  readonly seeds: number;
}

export const SWEEP_LIMITS = {
  lag: { min: 2, max: 60 },
  budgets: [200, 500, 1000, 2000],
  seeds: [1, 3, 5],
} as const;

export interface Trial {
  readonly kind: RecallKind;
  readonly lag: number;
  readonly cell: CellKind;
  readonly start: Start;
  readonly seed: number;
  readonly budget: number;
}

export interface Result extends Trial {
  /** The update at which it was found to remember; null where it was not within the budget. */
  readonly update: number | null;
}

export interface Sweep {
  readonly choice: SweepChoice;
  readonly results: readonly Result[];
  /** What was measured last, be it now under way, finished or stopped. */
  readonly measured: SweepChoice | null;
  /** Whether networks are measured one after the other, until all of the choice are. */
  readonly isMeasuring: boolean;
  /** Under way, and the update it is at; null at rest and while the choice still changes. */
  readonly now: { readonly trial: Trial; readonly update: number } | null;
  /** The training thread broke down. */
  readonly hasFailed: boolean;
}

export type SweepStore = ReturnType<typeof createSweepStore>;

export interface SweepActions {
  /** What was measured stays; measuring goes on with this. */
  choose(choice: Partial<SweepChoice>): void;
  /** Measures what was not measured yet, one network after the other. */
  measure(): void;
  stop(): void;
}

export const DEFAULT_CHOICE: SweepChoice = { kind: 'same', lag: 20, budget: 500, seeds: 3 };

/** What is kept of a sweep when its screen is left. */
export type KeptSweep = Pick<Sweep, 'results' | 'measured' | 'isMeasuring'>;

const NOTHING_KEPT: KeptSweep = { results: [], measured: null, isMeasuring: false };

/** Measuring goes on where it is the same that is chosen. */
export function createSweepStore(choice: SweepChoice, kept: KeptSweep = NOTHING_KEPT) {
  const { results, measured } = kept;
  const isMeasuring = kept.isMeasuring && measured !== null && isSameChoice(measured, choice);
  return createStore<Sweep>(() => ({
    choice,
    results,
    measured,
    isMeasuring,
    now: null,
    hasFailed: false,
  }));
}

export function isSameChoice(one: SweepChoice, other: SweepChoice): boolean {
  return (
    one.kind === other.kind &&
    one.lag === other.lag &&
    one.budget === other.budget &&
    one.seeds === other.seeds
  );
}

/** How many networks a choice has, and of how many of them the result is known. */
export function progressOf(
  choice: SweepChoice,
  results: readonly Result[],
): { readonly done: number; readonly all: number } {
  const trials = trialsOf(choice);
  const done = trials.filter((trial) => results.some((result) => isSameTrial(result, trial))).length;
  return { done, all: trials.length };
}

/** The lags up to the largest, evenly spread. */
export function lagsOf({ lag }: SweepChoice): readonly number[] {
  const quarters = [0.25, 0.5, 0.75, 1].map((share) => Math.max(1, Math.round(share * lag)));
  return [...new Set(quarters)];
}

/** Everything that is measured, the short lags first. The vanilla cell has no gates: its two starts are one. */
export function trialsOf(choice: SweepChoice): readonly Trial[] {
  const { kind, budget } = choice;
  return lagsOf(choice).flatMap((lag) =>
    seedsOf(choice).flatMap((seed) =>
      SWEEP_CELLS.flatMap((cell) =>
        STARTS.filter((start) => cell !== 'rnn' || start === 'plain').map((start) => ({
          kind,
          lag,
          cell,
          start,
          seed,
          budget,
        })),
      ),
    ),
  );
}

function seedsOf({ seeds }: SweepChoice): readonly number[] {
  return Array.from({ length: seeds }, (_, index) => index + 1);
}

export function isSameTrial(one: Trial, other: Trial): boolean {
  return (
    one.kind === other.kind &&
    one.lag === other.lag &&
    one.cell === other.cell &&
    one.start === other.start &&
    one.seed === other.seed &&
    one.budget === other.budget
  );
}

/** What was measured of a cell and a start with what is chosen now, and nothing else. */
export function resultsOf(
  { choice, results }: Pick<Sweep, 'choice' | 'results'>,
  cell: CellKind,
  start: Start,
): readonly Result[] {
  const lags = lagsOf(choice);
  const effective = cell === 'rnn' ? 'plain' : start;
  return results.filter(
    (result) =>
      result.cell === cell &&
      result.start === effective &&
      result.kind === choice.kind &&
      result.budget === choice.budget &&
      lags.includes(result.lag) &&
      result.seed <= choice.seeds,
  );
}

export interface Median {
  readonly lag: number;
  /** Null where most did not remember within the budget. */
  readonly update: number | null;
}

/** For each lag measured with all seeds the median update; of an even number the later of the two in the middle. */
export function mediansOf(results: readonly Result[], seeds: number): readonly Median[] {
  const lags = [...new Set(results.map(({ lag }) => lag))].sort((a, b) => a - b);
  return lags.flatMap((lag) => {
    const updates = results
      .filter((result) => result.lag === lag)
      .map(({ update }) => update ?? Number.POSITIVE_INFINITY)
      .sort((a, b) => a - b);
    if (updates.length < seeds) return [];
    const middle = updates[Math.floor(updates.length / 2)];
    return [{ lag, update: Number.isFinite(middle) ? middle : null }];
  });
}

/** Lags measured one after the other. */
export interface LagSpan {
  readonly from: number;
  readonly to: number;
}

export interface Outcome {
  /** The largest lag measured with all seeds. */
  readonly longest: number;
  /** Where most seeds did not remember within the budget, ascending. */
  readonly failed: readonly LagSpan[];
}

/** Where a cell fails by its medians; null where there are none yet. */
export function outcomeOf(medians: readonly Median[]): Outcome | null {
  if (medians.length === 0) return null;
  const failed: LagSpan[] = [];
  medians.forEach(({ lag, update }, index) => {
    if (update !== null) return;
    const goesOn = index > 0 && medians[index - 1].update === null;
    const from = goesOn ? failed[failed.length - 1].from : lag;
    failed.splice(goesOn ? -1 : failed.length, 1, { from, to: lag });
  });
  return { longest: medians[medians.length - 1].lag, failed };
}
