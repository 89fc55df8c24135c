/** Five labs side by side, one for each shape: what they have in common, and where each stands. */
import { createStore } from 'zustand/vanilla';
import type { Language as Tongue } from '../tasks/exercise.ts';
import type { Examination } from '../worker/protocol.ts';
import { type Config, defaultConfig, TASKS, type TaskKind } from './config.ts';
import type { Reading } from './linkTable.ts';
import { pretrainedOf } from './pretrained.ts';
import type { Language } from './view.ts';

/** In the order of the lecture: one-to-one, one-to-many, many-to-one, encoder–decoder, synced. */
export const SHAPE_TASKS = TASKS;

export type OfEach<Value> = Readonly<Record<TaskKind, Value>>;

/** What all five have in common. */
export interface SharedChoice extends Pick<Config, 'cell' | 'hiddenSize' | 'layers' | 'seed'> {
  /** The language of captions, sentences and motions. */
  readonly tongue: Tongue;
  /** The language that numbers are read in; they are written in the other. */
  readonly numbersFrom: Tongue;
}

const { cell, hiddenSize, layers, seed } = defaultConfig('captions');
/** With this, exercises open trained. */
export const DEFAULT_CHOICE: SharedChoice = {
  cell,
  hiddenSize,
  layers,
  seed,
  tongue: 'en',
  numbersFrom: 'en',
};

/** A letter alone: the state before it counts as 0. */
const ONE_TO_ONE: Partial<Config> = { interventions: [{ kind: 'cut', update: 0 }] };
/** By then it has learned what a letter alone can tell. */
export const ONE_TO_ONE_UPDATE = 50;

/** The configuration of one of the five. */
export function shapeConfig(task: TaskKind, { tongue, numbersFrom, ...choice }: SharedChoice): Config {
  const config = { ...defaultConfig(task), ...choice };
  if (task === 'text') return { ...config, ...ONE_TO_ONE };
  return { ...config, tongue: task === 'numbers' ? numbersFrom : tongue };
}

/** Where one of the five opens: trained, if that was done beforehand. A text is soon trained where the others are. */
export function openingUpdate(task: TaskKind, choice: SharedChoice): number {
  if (task !== 'text') return pretrainedOf(shapeConfig(task, choice))?.update ?? 0;
  return openingUpdate('captions', choice) > 0 ? ONE_TO_ONE_UPDATE : 0;
}

/** How many can be compared. */
export const MOST_COMPARED = 3;

/** How those that are compared stand: beside each other, or step 3 over step 3. */
export type Arrangement = 'row' | 'stack';

/** What a link to this screen carries. */
export interface ShapesLink extends Omit<SharedChoice, 'tongue'> {
  /** Null is the reader's own. */
  readonly tongue: Tongue | null;
  /** Null where it opens. */
  readonly updates: OfEach<number | null>;
  /** '' for its first question; of one-to-one the text. */
  readonly questions: OfEach<string>;
  /** The selected timestep, from 0; those that have fewer stand at their last. */
  readonly timestep: number;
  /** Index into PACES. */
  readonly pace: number;
  readonly compared: readonly TaskKind[];
  readonly arrangement: Arrangement;
  readonly language: Language | null;
}

export type ShapesReading = Reading<ShapesLink>;

/** How well a task was done with so many layers, as it was measured on this page. */
export interface DepthMeasure {
  readonly layers: number;
  /** The text that was learned; null of all but one to one. */
  readonly text: string | null;
  readonly examination: Examination;
}

/** Those of one text. */
export function measuredOf(measures: readonly DepthMeasure[], text: string | null): readonly DepthMeasure[] {
  return measures.filter((measure) => measure.text === text);
}

/** Those that can be compared: of one update, the furthest that at least two have in common. */
export function comparable<Measure extends Pick<DepthMeasure, 'examination'>>(
  measures: readonly Measure[],
): readonly Measure[] {
  const groups = measures
    .map(({ examination: { update } }) => measures.filter((each) => each.examination.update === update))
    .filter(({ length }) => length > 1);
  return groups.reduce<readonly Measure[]>(
    (furthest, group) =>
      group[0].examination.update > (furthest[0]?.examination.update ?? -1) ? group : furthest,
    [],
  );
}

/** A network that is trained to see what its number of layers changes. */
export interface DepthTrial {
  readonly layers: number;
  readonly update: number;
  /** Where it is going. */
  readonly target: number;
}

/** What concerns all five. */
export interface Board {
  readonly choice: SharedChoice;
  /** In the order of SHAPE_TASKS. */
  readonly compared: readonly TaskKind[];
  readonly arrangement: Arrangement;
  /** Those whose trained state could not be had: they began with nothing. */
  readonly untrained: readonly TaskKind[];
  /** One of each number of layers, everything else being equal. */
  readonly depths: OfEach<readonly DepthMeasure[]>;
  /** Null where none is under way. */
  readonly trials: OfEach<DepthTrial | null>;
}

export type BoardStore = ReturnType<typeof createBoardStore>;

export function createBoardStore(initial: Board) {
  return createStore<Board>(() => initial);
}

/** What a person can do to all of it, beside what they do to one lab. */
export interface ShapesActions {
  choose(choice: Partial<SharedChoice>): void;
  setCompared(task: TaskKind, on: boolean): void;
  /** Where those that are compared have no room in one row they stand under each other anyhow. */
  arrange(arrangement: Arrangement): void;
  /** To where they open trained. */
  goToTrained(): void;
  /** Trains the other numbers of layers as far as the lab, and counts how well each does; or leaves that off. */
  measureDepths(task: TaskKind, on: boolean): void;
}

export function ofEach<Value>(make: (task: TaskKind) => Value): OfEach<Value> {
  return {
    text: make('text'),
    captions: make('captions'),
    feelings: make('feelings'),
    numbers: make('numbers'),
    motion: make('motion'),
  };
}
