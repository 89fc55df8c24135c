import type { Messages } from '../i18n/index.ts';
import type { linkNotice } from '../i18n/linkNotice.ts';
import { grouped } from '../i18n/numbers.ts';
import type { Config } from '../state/config.ts';
import { CELL_NAMES } from './cellNames.ts';
import { writtenNumber } from './writtenNumber.ts';

/** What the playground was opened with. */
interface Opened {
  readonly config: Config;
  readonly update: number;
  /** From 0. */
  readonly timestep: number;
  readonly fold: number;
}

/** The value in force of what can be told in a word or a number. */
export function usedInstead(
  key: string,
  { config, update, timestep, fold }: Opened,
  controls: Messages['controls'],
  words: typeof linkNotice.en,
): string | null {
  switch (key) {
    case 'task':
      return controls.tasks[config.task];
    case 'cell':
      return CELL_NAMES[config.cell];
    case 'optimizer':
      return controls.optimizers[config.optimizer];
    case 'hidden':
      return grouped(config.hiddenSize);
    case 'layers':
      return grouped(config.layers);
    case 'gatebias':
      return grouped(config.gateBias);
    case 'lr':
      return grouped(config.learningRate);
    case 'clip':
      return config.clipNorm === null ? words.noClipping : grouped(config.clipNorm);
    case 'seed':
      return writtenNumber('seed', config.seed);
    case 'update':
      return grouped(update);
    case 't':
      return grouped(timestep + 1);
    case 'fold':
      return grouped(fold);
    case 'ask':
      return words.firstQuestion;
    default:
      return null;
  }
}
