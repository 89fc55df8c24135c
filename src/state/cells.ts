/** Three labs side by side on one text: what they have in common, and what each may have of its own. */
import { createStore } from 'zustand/vanilla';
import type { LetterUnit } from '../tasks/text.ts';
import { type Config, DEFAULT_CONFIG } from './config.ts';
import type { Reading } from './linkTable.ts';
import type { SweepChoice } from './sweep.ts';
import type { Language } from './view.ts';

/** What makes two runs on the same text different. */
export type Contender = Pick<
  Config,
  'cell' | 'gateBias' | 'optimizer' | 'learningRate' | 'seed' | 'layers' | 'interventions'
>;

/** Whether all have as many hidden units as the first, or as nearly as many parameters as can be. */
export const EQUALS = ['units', 'parameters'] as const;
export type Equal = (typeof EQUALS)[number];

export interface Comparison {
  readonly text: string;
  readonly letterUnit: LetterUnit;
  /** Of the first lab; of all where units are equal. */
  readonly hiddenSize: number;
  readonly equal: Equal;
  readonly contenders: Three<Contender>;
}

export type Three<Item> = readonly [Item, Item, Item];

/** One for each of the three labs. */
export function three<Item>(make: (index: 0 | 1 | 2) => Item): Three<Item> {
  return [make(0), make(1), make(2)];
}

/** Which loss the bars under the letters are of. */
export const LOSSES = ['last', 'selected'] as const;
export type ChosenLoss = (typeof LOSSES)[number];

/** How the bars grow with what they show. */
export const SCALES = ['linear', 'log'] as const;

/** How the rows are looked at. */
export interface Looks {
  readonly loss: ChosenLoss;
  readonly scale: (typeof SCALES)[number];
  /** Whether the gates stand between the states and the letters. */
  readonly gates: boolean;
}

export const DEFAULT_LOOKS: Looks = { loss: 'last', scale: 'log', gates: false };

const CONTENDER: Contender = {
  cell: 'rnn',
  gateBias: 0,
  optimizer: 'adam',
  learningRate: 0.01,
  seed: 1,
  layers: 1,
  interventions: [],
};

/** The three cells of the lecture, equal in everything else. */
export const DEFAULT_COMPARISON: Comparison = {
  text: 'to be or not to be, that is the question',
  letterUnit: 'syllable',
  hiddenSize: 16,
  equal: 'units',
  contenders: [CONTENDER, { ...CONTENDER, cell: 'gru' }, { ...CONTENDER, cell: 'lstm' }],
};

/** The configuration of one lab; `hiddenSize` is its own. */
export function labConfig(
  { text, letterUnit }: Comparison,
  contender: Contender,
  hiddenSize: number,
): Config {
  return { ...DEFAULT_CONFIG, ...contender, text, letterUnit, hiddenSize };
}

/** What a link to this screen carries. */
export interface CellsLink {
  readonly comparison: Comparison;
  /** The one update at which all labs stand. */
  readonly update: number;
  /** The selected timestep of all labs, from 0. */
  readonly timestep: number;
  /** Index into PACES. */
  readonly pace: number;
  readonly looks: Looks;
  /** What is chosen to be measured of remembering; its results are measured anew. */
  readonly recall: SweepChoice;
  readonly language: Language | null;
}

export type CellsReading = Reading<CellsLink>;

/** What concerns all three labs at once. */
export interface Together {
  readonly comparison: Comparison;
  readonly looks: Looks;
  /** The update on which all labs meet next; past it nothing is ordered yet. */
  readonly target: number;
  /** For each lab the update it is at while the others wait for it; null where it is there. */
  readonly underway: Three<number | null>;
}

export type TogetherStore = ReturnType<typeof createTogetherStore>;

export function createTogetherStore(initial: Together) {
  return createStore<Together>(() => initial);
}

/** What a person can do to the comparison, beside what they do to a single run. */
export interface CellsActions {
  setEqual(equal: Equal): void;
  look(looks: Partial<Looks>): void;
  /** One lab starts again with this and comes to the update of the others. */
  change(lab: number, choice: Partial<Omit<Contender, 'interventions'>>): void;
}
