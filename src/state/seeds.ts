/** What exercises come to with other seeds, measured beforehand, and what of it a configuration shares. */
import { type Config, defaultConfig } from './config.ts';
import { MEASURED_EXERCISES, MEASURED_WITH } from './measuredSeeds.ts';

/** With which settings networks were trained, whatever the cell. */
export type Settings = Pick<
  Config,
  'nonlinearity' | 'gateBias' | 'hiddenSize' | 'layers' | 'optimizer' | 'learningRate' | 'clipNorm'
>;

export const SETTINGS = [
  'nonlinearity',
  'gateBias',
  'hiddenSize',
  'layers',
  'optimizer',
  'learningRate',
  'clipNorm',
] as const satisfies readonly (keyof Settings)[];

export type OtherSettings = Partial<Settings & Pick<Config, 'cell'>>;

/** How many questions networks with one cell have right, by the seeds in `MEASURED_WITH`. */
export interface MeasuredCell {
  readonly cell: Config['cell'];
  readonly updates: number;
  readonly training: readonly number[];
  readonly heldOut: readonly number[];
}

/** An exercise as it is written down: what all cells share, then each. */
export interface MeasuredExercise extends Pick<Config, 'task' | 'tongue'> {
  readonly settings: Settings;
  readonly batchSize: number | null;
  /** How many questions there are of each kind: answers or outputs, as the exercise counts. */
  readonly training: number;
  readonly heldOut: number;
  readonly cells: readonly MeasuredCell[];
}

/** How many questions a trained network has right. */
export interface SeedResult {
  readonly seed: number;
  readonly training: number;
  readonly heldOut: number;
}

/** The exercise of a configuration as it was measured; null where that exercise was not. */
export function measuredExerciseOf({ task, tongue, upTo, feedback }: Config): MeasuredExercise | null {
  const measured = defaultConfig(task);
  if (task === 'numbers' && upTo !== measured.upTo) return null;
  if (task === 'captions' && feedback !== measured.feedback) return null;
  // The names of motions are not learned: in both languages the network is the same.
  const same = (each: MeasuredExercise) =>
    each.task === task && (task === 'motion' || each.tongue === tongue);
  return MEASURED_EXERCISES.find(same) ?? null;
}

/** The cell in sight, or the recommended where that one was not measured. */
export function measuredCellOf(
  { task, cell }: Pick<Config, 'task' | 'cell'>,
  { cells }: Pick<MeasuredExercise, 'cells'>,
): MeasuredCell | undefined {
  const named = (name: Config['cell']) => cells.find((each) => each.cell === name);
  return named(cell) ?? named(defaultConfig(task).cell);
}

/** Of the cell and the settings with which networks were measured those that the configuration has otherwise. */
export function otherSettings(
  config: Config,
  { settings }: Pick<MeasuredExercise, 'settings'>,
  { cell }: Pick<MeasuredCell, 'cell'>,
): OtherSettings {
  // The vanilla cell has no gate, and only it a choice of nonlinearity.
  const idle = cell === 'rnn' ? 'gateBias' : 'nonlinearity';
  const others = SETTINGS.filter((name) => name !== idle && settings[name] !== config[name]);
  return {
    ...(cell !== config.cell && { cell }),
    ...Object.fromEntries(others.map((name) => [name, settings[name]])),
  };
}

/** What each seed came to, in order. */
export function seedResults({
  training,
  heldOut,
}: Pick<MeasuredCell, 'training' | 'heldOut'>): readonly SeedResult[] {
  return MEASURED_WITH.map((seed, at) => ({ seed, training: training[at], heldOut: heldOut[at] }));
}

/** By what is right of the held-out: the one in the middle, of an even number the lower; and all that have fewest. */
export function medianAndWorst(results: readonly SeedResult[]): {
  readonly median: number;
  readonly worst: readonly SeedResult[];
} {
  const sorted = results.map(({ heldOut }) => heldOut).sort((one, other) => one - other);
  return {
    median: sorted[Math.floor((sorted.length - 1) / 2)],
    worst: results.filter(({ heldOut }) => heldOut === sorted[0]),
  };
}
