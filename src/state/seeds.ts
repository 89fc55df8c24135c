/** What an exercise comes to with other seeds, measured beforehand, and what of it a configuration shares. */
import { type Config, defaultConfig } from './config.ts';
import { MEASURED_SEEDS } from './measuredSeeds.ts';

/** With which settings a network was trained. */
export type Settings = Pick<
  Config,
  'cell' | 'hiddenSize' | 'layers' | 'optimizer' | 'learningRate' | 'clipNorm'
>;

/** How many questions a trained network has right. */
export interface SeedResult {
  readonly seed: number;
  readonly training: number;
  readonly heldOut: number;
}

/** The seeds of one exercise. */
export interface MeasuredSeeds extends Pick<Config, 'task' | 'tongue'> {
  readonly settings: Settings;
  readonly batchSize: number | null;
  readonly updates: number;
  /** How many questions there are of each kind: answers or outputs, as the exercise counts. */
  readonly training: number;
  readonly heldOut: number;
  readonly results: readonly SeedResult[];
}

export const SETTINGS = [
  'cell',
  'hiddenSize',
  'layers',
  'optimizer',
  'learningRate',
  'clipNorm',
] as const satisfies readonly (keyof Settings)[];

/** The exercise of a configuration as it was measured; null where that exercise was not. */
export function measuredSeedsOf({ task, tongue, upTo, feedback }: Config): MeasuredSeeds | null {
  const measured = defaultConfig(task);
  if (task === 'numbers' && upTo !== measured.upTo) return null;
  if (task === 'captions' && feedback !== measured.feedback) return null;
  // The names of motions are not learned: in both languages the network is the same.
  const same = (each: MeasuredSeeds) => each.task === task && (task === 'motion' || each.tongue === tongue);
  return MEASURED_SEEDS.find(same) ?? null;
}

/** Those of the settings with which a network was measured that the configuration has otherwise. */
export function otherSettings(config: Config, { settings }: MeasuredSeeds): Partial<Settings> {
  const others = SETTINGS.filter((name) => settings[name] !== config[name]);
  return Object.fromEntries(others.map((name) => [name, settings[name]]));
}

/** By what is right of the held-out: the one in the middle, of an even number the lower; and all that have fewest. */
export function medianAndWorst({ results }: Pick<MeasuredSeeds, 'results'>): {
  readonly median: number;
  readonly worst: readonly SeedResult[];
} {
  const sorted = results.map(({ heldOut }) => heldOut).sort((one, other) => one - other);
  return {
    median: sorted[Math.floor((sorted.length - 1) / 2)],
    worst: results.filter(({ heldOut }) => heldOut === sorted[0]),
  };
}
