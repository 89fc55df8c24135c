/** What the person chose: the start of a run and the interventions in it. Written by controls, presets and the link. */
import { createStore } from 'zustand/vanilla';
import type { CellKind, OptimizerKind } from '../engine/index.ts';
import type { Language } from '../tasks/exercise.ts';
import type { ExerciseKind } from '../tasks/questions.ts';
import type { LetterUnit } from '../tasks/text.ts';
import type { Intervention } from '../worker/protocol.ts';

/** What a lab can learn: the next letter of a text, or an exercise. */
export const TASKS = ['text', 'captions', 'feelings', 'numbers', 'motion'] as const satisfies readonly (
  | 'text'
  | ExerciseKind
)[];
export type TaskKind = (typeof TASKS)[number];

export interface Config {
  readonly task: TaskKind;
  /** Of an exercise the language of its words; of numbers the one that is read. */
  readonly tongue: Language;
  /** How far the numbers go that are trained. */
  readonly upTo: 999 | 9999;
  /** Whether the word of a caption that was said is read at the next timestep. */
  readonly feedback: boolean;
  readonly text: string;
  /** Whether a Korean syllable is one letter or is taken apart into its jamo. */
  readonly letterUnit: LetterUnit;
  readonly cell: CellKind;
  readonly nonlinearity: 'tanh' | 'relu';
  readonly hiddenSize: number;
  readonly layers: number;
  /** What is added at the start to the biases of the gate that keeps the past; 0 is PyTorch's start. */
  readonly gateBias: number;
  readonly optimizer: OptimizerKind;
  /** At update 0; `interventions` hold later values. */
  readonly learningRate: number;
  readonly clipNorm: number | null;
  readonly seed: number;
  readonly interventions: readonly Intervention[];
}

/**
 * The lecture's story in ten seconds at five updates a second: hello is o, l, l, o (75 %) from update 14 to 51 and
 * right from 52 on.
 */
export const DEFAULT_CONFIG: Config = {
  task: 'text',
  tongue: 'en',
  upTo: 999,
  feedback: true,
  text: 'hello',
  letterUnit: 'syllable',
  cell: 'rnn',
  nonlinearity: 'tanh',
  hiddenSize: 3,
  layers: 1,
  gateBias: 0,
  optimizer: 'adam',
  learningRate: 0.01,
  clipNorm: null,
  seed: 1430,
  interventions: [],
};

/** Of that story: the lecture's slide, 3 of 4 right and the first letter wrong. */
export const SLIDE_UPDATE = 30;

/** As the exercises recommend it (tests compare): known before any exercise is loaded. */
const EXERCISE = { cell: 'gru', hiddenSize: 48, clipNorm: 1 } as const;
const RECOMMENDED: Readonly<Record<TaskKind, Partial<Config>>> = {
  text: {},
  captions: { ...EXERCISE, learningRate: 0.002 },
  feelings: EXERCISE,
  numbers: { ...EXERCISE, learningRate: 0.005 },
  motion: EXERCISE,
};

/** What a lab begins with where nothing else is chosen. */
export function defaultConfig(task: TaskKind): Config {
  return { ...DEFAULT_CONFIG, ...RECOMMENDED[task], task };
}

/** What the way of training depends on: with another task it is as that recommends. */
const OF_TRAINING = ['optimizer', 'learningRate', 'clipNorm', 'interventions'] as const;

/** The configuration with another task: the same network, trained as the task recommends. */
export function withTask(config: Config, task: TaskKind): Config {
  if (task === config.task) return config;
  const recommended = defaultConfig(task);
  const changed = OF_TRAINING.map((field) => [field, recommended[field]]);
  return { ...config, task, ...Object.fromEntries(changed) };
}

/** Inclusive bounds of every number a person or a link can set. */
export const LIMITS = {
  hiddenSize: { min: 1, max: 512, integer: true },
  layers: { min: 1, max: 3, integer: true },
  gateBias: { min: 0, max: 10, integer: false },
  learningRate: { min: 1e-6, max: 1000, integer: false },
  clipNorm: { min: 1e-3, max: 1000, integer: false },
  seed: { min: 0, max: 4294967295, integer: true },
  update: { min: 0, max: 100_000_000, integer: true },
  /** What a weight may be set to; training goes where it goes. */
  weight: { min: -1000, max: 1000, integer: false },
  /** How far the network is folded. */
  fold: { min: 0, max: 1, integer: false },
  /** At what training may be told to stop. */
  accuracyPercent: { min: 0, max: 100, integer: false },
  /** Of a loss of 0 one only comes ever nearer. */
  lossGoal: { min: 1e-9, max: 100, integer: false },
} as const;

export type LimitedField = keyof typeof LIMITS;

/** Whether `value` may be used for `field`. */
export function isWithinLimits(field: LimitedField, value: number): boolean {
  const { min, max, integer } = LIMITS[field];
  return value >= min && value <= max && (!integer || Number.isInteger(value));
}

/** The learning rate in force at an update. */
export function learningRateAt({ learningRate, interventions }: Config, update: number): number {
  let inForce = learningRate;
  for (const change of interventions) {
    if (change.kind === 'learningRate' && change.update <= update) inForce = change.value;
  }
  return inForce;
}

export type ConfigStore = ReturnType<typeof createConfigStore>;

export function createConfigStore(initial: Config = DEFAULT_CONFIG) {
  return createStore<Config>(() => initial);
}
